import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { describeAnswers } from '@/lib/reports/describe';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { knownBy } from '../../../_desk/known-by';
import { BlockTitle } from '../../../_desk/page-title';
import { Facts } from './facts';
import { RecordFacts } from './record-facts';

/**
 * Every answer in the reader's language; what the reporter wrote stays as it was written. Below it stands what it was before, and what of it staff
 * recorded, by whom and how they know.
 */
export function Answers({ locale, report }: { locale: Locale; report: DeskReport }) {
  const { report: said } = words(locale).staff;
  const { earlier } = words(locale).staff.additions;
  const { facts } = words(locale).desk;
  const before = report.earlier.flatMap(({ answers, at }) =>
    describeAnswers(locale, report.kind, answers)
      .flatMap(({ rows }) => rows)
      .map(({ name, values }) => ({ name, text: earlier(seoulMoment(at), values.join(', ')) })),
  );
  const recorded = report.additions.toReversed().flatMap(({ at, answers, recorded: known }) =>
    known
      ? describeAnswers(locale, report.kind, answers)
          .flatMap(({ rows }) => rows)
          .map(({ name, values }) => ({
            name,
            text: facts.of(values.join(', '), facts.by(known.by, seoulMoment(at)), knownBy(locale, known)),
          }))
      : [],
  );
  const beside = [...before, ...recorded];
  const sections = describeAnswers(locale, report.kind, report.answers);
  return (
    <section aria-labelledby="answers" className="space-y-4">
      <BlockTitle id="answers">{said.answers}</BlockTitle>
      {sections.length === 0 ? <p>{said.noAnswers}</p> : null}
      {sections.map((section) => (
        <div key={section.id} className="space-y-1">
          <h3 className="text-body! font-bold md:text-body!">{section.title}</h3>
          <Facts
            rows={section.rows.map(({ name, label, values }) => ({
              label,
              values: [
                ...values,
                ...new Set(beside.filter((one) => one.name === name).map(({ text }) => text)),
              ],
            }))}
          />
        </div>
      ))}
      {report.mayRecordFacts ? <RecordFacts locale={locale} report={report} /> : null}
    </section>
  );
}
