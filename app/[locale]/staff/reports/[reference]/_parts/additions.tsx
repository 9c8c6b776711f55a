import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { describeAnswers } from '@/lib/reports/describe';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { BlockTitle } from '../../../_desk/page-title';
import { Facts } from './facts';

/** What was added by receipt code, newest first, each with its date: what is new stands apart from what it makes of the whole. */
export function Additions({ locale, report }: { locale: Locale; report: DeskReport }) {
  const { additions: said } = words(locale).staff;
  if (report.additions.length === 0) return null;
  return (
    <section aria-labelledby="additions" className="space-y-4">
      <BlockTitle id="additions">{said.title}</BlockTitle>
      {report.additions.map(({ part, at, answers, withFiles, withCompartment }) => {
        const rows = describeAnswers(locale, report.kind, answers).flatMap((section) => section.rows);
        return (
          <article key={part} data-testid="addition" className="space-y-1">
            <h3 className="text-body! font-bold md:text-body!">
              {said.part(seoulMoment(at))}
              {withFiles ? ` · ${said.withFiles}` : ''}
              {withCompartment ? ` · ${said.withCompartment}` : ''}
            </h3>
            {rows.length > 0 ? <Facts rows={rows} /> : null}
          </article>
        );
      })}
    </section>
  );
}
