import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { Receipt } from '@/lib/reports/draft/queries';

/** Reference and receipt code, large enough to copy by hand. */
export function ReceiptCard({ locale, receipt }: { locale: Locale; receipt: Receipt }) {
  const text = words(locale).report.pages.receipt;
  return (
    <div data-tint="" className="my-8 rounded-lg border-2 border-primary-60 bg-primary-5 p-5 md:p-6">
      <dl className="space-y-4">
        <div>
          <dt className="font-bold">{text.reference}</dt>
          <dd data-testid="reference" translate="no" className="font-mono text-h3-narrow md:text-h3">
            {receipt.reference}
          </dd>
        </div>
        <div>
          <dt className="font-bold">{text.code}</dt>
          <dd
            data-testid="receipt-code"
            translate="no"
            className="break-words font-bold font-mono text-h2-narrow md:text-h2"
          >
            {receipt.code}
          </dd>
        </div>
      </dl>
      <p className="mt-4 font-bold">{text.codeWarning}</p>
    </div>
  );
}
