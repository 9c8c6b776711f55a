import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { describeAnswers } from '@/lib/reports/describe';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { BlockTitle } from '../../../_desk/page-title';
import { Facts } from './facts';

/** Every answer in the reader's language; what the reporter wrote stays as it was written, and what it was before stands below it. */
export function Answers({ locale, report }: { locale: Locale; report: DeskReport }) {
  const { report: said } = words(locale).staff;
  const { earlier } = words(locale).staff.additions;
  const before = report.earlier.flatMap(({ answers, at }) =>
    describeAnswers(locale, report.kind, answers)
      .flatMap(({ rows }) => rows)
      .map(({ name, values }) => ({ name, text: earlier(seoulMoment(at), values.join(', ')) })),
  );
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
              values: [...values, ...before.filter((one) => one.name === name).map(({ text }) => text)],
            }))}
          />
        </div>
      ))}
    </section>
  );
}
