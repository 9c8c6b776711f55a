import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { describeAnswers } from '@/lib/reports/describe';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import type { SectionAnswers } from '@/lib/reports/posted';
import { AskList } from './ask-list';
import { knownBy } from './known-by';
import { BlockTitle } from './page-title';
import { sourceWords } from './source-words';

type Props = { locale: Locale; report: DeskReport };

/** What a report says, each line with where it came from; before it why the report is as urgent as it is. */
export function ReportFacts({ locale, report }: Props) {
  const { desk, urgency } = words(locale);
  const { queue: said } = desk;
  const { assessment } = report;
  const origins = originsOf(locale, report);
  return (
    <>
      {assessment ? (
        <section aria-labelledby="open-why" className="space-y-1">
          <BlockTitle id="open-why">{said.why}</BlockTitle>
          <p className="font-bold">{urgency.rules[assessment.rule]}</p>
          <ul className="list-inside list-disc">
            {assessment.because.map(({ sign, from }) => (
              <li key={sign}>
                {urgency.signs[sign]}
                <span className="text-gray-70"> — {sourceWords(locale, from)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="open-facts" className="space-y-1">
        <BlockTitle id="open-facts">{said.facts}</BlockTitle>
        <dl className="border-t border-gray-20">
          {describeAnswers(locale, report.kind, report.answers)
            .flatMap(({ rows }) => rows)
            .map(({ name, label, values }) => (
              <div key={name} className="border-b border-gray-10 py-1">
                <dt className="flex flex-wrap justify-between gap-x-4 text-gray-70">
                  {label}
                  <span>{fromWhere(origins, name, values)}</span>
                </dt>
                <dd className="whitespace-pre-line">{values.join('\n')}</dd>
              </div>
            ))}
        </dl>
      </section>
    </>
  );
}

type Origin = { from: string; staff: boolean; rows: { name: string; values: string[] }[] };

/** Where a line came from: of what its reporter said the newest, and whatever staff recorded, as far as it is what stands there. */
function fromWhere(origins: readonly Origin[], name: string, values: readonly string[]): string {
  const all = origins.filter(({ rows }) => rows.some((row) => row.name === name));
  const standing = all.filter(({ rows }) =>
    rows.some((row) => row.name === name && row.values.some((value) => values.includes(value))),
  );
  const found = standing.length > 0 ? standing : all;
  const told = found.findLast(({ staff }) => !staff);
  return [...(told ? [told] : []), ...found.filter(({ staff }) => staff)].map(({ from }) => from).join(' · ');
}

/** What was sent and what was added since, oldest first. */
function originsOf(locale: Locale, report: DeskReport): Origin[] {
  const { queue: said, facts } = words(locale).desk;
  const rowsOf = (answers: SectionAnswers) =>
    describeAnswers(locale, report.kind, answers).flatMap(({ rows }) => rows);
  const sent = {
    ...{ from: said.fromReporter(seoulMoment(report.receivedAt)), staff: false },
    rows: rowsOf(report.sent),
  };
  const added = report.additions.toReversed().map(({ answers, at, recorded }) => ({
    from: recorded
      ? `${facts.by(recorded.by, seoulMoment(at))} (${knownBy(locale, recorded)})`
      : said.addedLater(seoulMoment(at)),
    staff: recorded !== null,
    rows: rowsOf(answers),
  }));
  return [sent, ...added];
}

/** The missing answers worth asking for, the most telling first. */
export function AskFirst({ locale, report }: Props) {
  return (
    <section aria-labelledby="open-ask" className="space-y-1">
      <BlockTitle id="open-ask">{words(locale).desk.queue.askFirst}</BlockTitle>
      <AskList locale={locale} report={report} />
    </section>
  );
}
