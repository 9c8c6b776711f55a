import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { FactsPages } from '../../../_desk/facts-pages';

/** Where to record what was found out, a link for each page of the form. */
export function RecordFacts({ locale, report }: { locale: Locale; report: DeskReport }) {
  const { facts: said } = words(locale).desk;
  return (
    <div className="space-y-1" data-no-print="">
      <h3 id="record-facts" className="text-body! font-bold md:text-body!">
        {said.record}
      </h3>
      <p className="text-small">{said.recordHint}</p>
      <FactsPages locale={locale} report={report} />
    </div>
  );
}
