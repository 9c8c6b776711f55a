import { Notice } from '@/app/_components/notice';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { consequencesOf } from '@/lib/reports/consequences';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';

/** What the desk has to do because of an answer, whatever the level says. That nobody may be contacted stands in the summary. */
export function Consequences({ locale, report }: { locale: Locale; report: DeskReport }) {
  const said = words(locale).staff.report.consequences;
  const facts = { kind: report.kind, answers: report.answers, at: report.receivedAt };
  return consequencesOf(facts).map(({ code }) =>
    code === 'DO_NOT_CONTACT' ? null : (
      <Notice key={code} locale={locale} tone="warning" title={said[code].title} heading="h2">
        <p className="text-small">{said[code].text}</p>
      </Notice>
    ),
  );
}
