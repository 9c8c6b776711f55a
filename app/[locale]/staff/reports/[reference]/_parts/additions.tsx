import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { describeAnswers } from '@/lib/reports/describe';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { knownBy } from '../../../_desk/known-by';
import { BlockTitle } from '../../../_desk/page-title';
import { Facts } from './facts';

/** What was added by receipt code or recorded by staff, newest first, each with its date: what is new stands apart from what it makes of the whole. */
export function Additions({ locale, report }: { locale: Locale; report: DeskReport }) {
  const { additions: said } = words(locale).staff;
  const { facts } = words(locale).desk;
  if (report.additions.length === 0) return null;
  return (
    <section aria-labelledby="additions" className="space-y-4">
      <BlockTitle id="additions">{said.title}</BlockTitle>
      {report.additions.map(({ part, at, answers, withFiles, withCompartment, recorded }) => {
        const rows = describeAnswers(locale, report.kind, answers).flatMap((section) => section.rows);
        return (
          <article key={part} data-testid="addition" className="space-y-1">
            <h3 className="text-body! font-bold md:text-body!">
              {recorded ? facts.part(recorded.by, seoulMoment(at)) : said.part(seoulMoment(at))}
              {withFiles ? ` · ${said.withFiles}` : ''}
              {withCompartment ? ` · ${said.withCompartment}` : ''}
            </h3>
            {recorded ? <p className="text-small">{knownBy(locale, recorded)}</p> : null}
            {rows.length > 0 ? <Facts rows={rows} /> : null}
          </article>
        );
      })}
    </section>
  );
}
