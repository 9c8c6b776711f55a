import type { Locale } from '@/lib/i18n/locale';
import { longMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';

/** The code, large enough to copy by hand; drawn unlike the receipt's card, so that the two papers are not mixed up. */
export function ResumeCard({ locale, code, until }: { locale: Locale; code: string; until: Date }) {
  const { resume } = words(locale).report.drafts;
  return (
    <div data-tint="" className="my-8 rounded-lg border-2 border-gray-60 bg-gray-5 p-5 md:p-6">
      <dl>
        <dt className="font-bold">{resume.code}</dt>
        <dd
          data-testid="resume-code"
          translate="no"
          className="break-words font-bold font-mono text-h2-narrow md:text-h2"
        >
          {code}
        </dd>
      </dl>
      <p className="mt-2">{resume.until(longMoment(locale, until))}</p>
      <p className="mt-4 font-bold">{resume.warning}</p>
    </div>
  );
}
