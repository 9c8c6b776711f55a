import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { describeAnswers } from '@/lib/reports/describe';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { AskList } from './ask-list';
import { BlockTitle } from './page-title';
import { sourceWords } from './source-words';

type Props = { locale: Locale; report: DeskReport };

/** What a report says, each line with where it came from; before it why the report is as urgent as it is. */
export function ReportFacts({ locale, report }: Props) {
  const { desk, urgency } = words(locale);
  const { queue: said } = desk;
  const { assessment } = report;
  const addedAt = additionsByField(locale, report);
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
                  <span>{addedAt.get(name) ?? said.fromReporter(seoulMoment(report.receivedAt))}</span>
                </dt>
                <dd className="whitespace-pre-line">{values.join('\n')}</dd>
              </div>
            ))}
        </dl>
      </section>
    </>
  );
}

/** Which answers came, wholly or in part, with something added later, and when; the newest addition counts. */
function additionsByField(locale: Locale, report: DeskReport): Map<string, string> {
  const { queue: said, facts } = words(locale).desk;
  const found = new Map<string, string>();
  for (const { answers, at, recorded } of report.additions.toReversed()) {
    const from = recorded ? facts.by(recorded.by, seoulMoment(at)) : said.addedLater(seoulMoment(at));
    for (const { rows } of describeAnswers(locale, report.kind, answers))
      for (const { name } of rows) found.set(name, from);
  }
  return found;
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
