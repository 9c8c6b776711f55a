import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { groupTotals } from '@/lib/urgency/points';
import { AskList } from '../../../_desk/ask-list';
import { LevelTag } from '../../../_desk/level-tag';
import { BlockTitle } from '../../../_desk/page-title';
import { sourceWords } from '../../../_desk/source-words';

/** The level, the rule that decided, every line that scored with the answer behind it, and what to ask first. */
export function Urgency({ locale, report }: { locale: Locale; report: DeskReport }) {
  const { urgency: said, staff } = words(locale);
  const { additions } = staff;
  const { assessment } = report;
  return (
    <section aria-labelledby="urgency" className="space-y-3 text-small">
      <BlockTitle id="urgency">{said.title}</BlockTitle>
      <p className="text-body">
        <LevelTag locale={locale} level={report.level} /> {said.points(report.points)}
      </p>
      {assessment ? (
        <>
          <p className="font-bold">{said.rules[assessment.rule]}</p>
          {assessment.cause ? (
            <p data-testid="cause">
              {said.causes[assessment.cause]}{' '}
              {assessment.withoutLinked
                ? said.withoutLinked(said.levels[assessment.withoutLinked.level])
                : null}
            </p>
          ) : null}
          {assessment.olderStands ? (
            <p>
              {additions.olderStands(
                said.levels[assessment.olderStands.level],
                said.rules[assessment.olderStands.rule],
              )}
            </p>
          ) : null}
          <ul className="list-inside list-disc">
            {assessment.because.map(({ sign, from }) => (
              <li key={sign}>
                {said.signs[sign]}
                <span className="text-gray-70"> — {sourceWords(locale, from)}</span>
              </li>
            ))}
          </ul>
          {assessment.lines.length > 0 ? (
            <ul className="border-t border-gray-20">
              {assessment.lines.map((line) => (
                <li key={line.code} className="flex justify-between gap-4 border-b border-gray-10 py-1">
                  <span>
                    {said.groups[line.group]}: {said.lines[line.code]}
                    <span className="text-gray-70"> — {sourceWords(locale, line.from)}</span>
                  </span>
                  <span className="whitespace-nowrap">{said.points(line.points)}</span>
                </li>
              ))}
              {groupTotals(assessment.lines)
                .filter(({ sum, counted }) => sum > counted)
                .map(({ group, sum, counted }) => (
                  <li key={group} className="py-1 text-gray-70">
                    {said.groups[group]}: {said.cappedAt(counted, sum)}
                  </li>
                ))}
            </ul>
          ) : null}
          <p>
            <span className="font-bold">{said.npaClass}:</span>{' '}
            {assessment.npaClass ? said.npaClasses[assessment.npaClass] : said.npaClassNone}
          </p>
          <h3 className="text-body! font-bold md:text-body!">{said.askFirst}</h3>
          <AskList locale={locale} report={report} />
        </>
      ) : null}
    </section>
  );
}
