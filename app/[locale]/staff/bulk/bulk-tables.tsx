import type { ReactNode } from 'react';
import { assigneeOf, type BulkOrder, type BulkSubject, stateActOf } from '@/lib/cases/bulk/acts';
import type { BulkPlan } from '@/lib/cases/bulk/queries';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { ReportState } from '@/lib/reports/code-lists';
import { TRANSITIONS } from '@/lib/reports/transitions';
import { DeskTable, deskCell, deskRow } from '../_desk/desk-table';
import { LevelTag } from '../_desk/level-tag';
import { stateWord } from '../_desk/queue-work-table';

type Props = {
  locale: Locale;
  order: BulkOrder;
  plan: BulkPlan;
  names: ReadonlyMap<string, string>;
  me: string;
};

const row = `${deskRow} py-2`;
const cell = `${deskCell} md:py-1`;

/** A cell that on a narrow screen says what it is. */
function Told({ head, className = '', children }: { head: string; className?: string; children: ReactNode }) {
  return (
    <td className={`${cell} ${className}`}>
      <span className="font-bold md:hidden">{head}: </span>
      {children}
    </td>
  );
}

/** Each row as it is and as it will be. */
export function DoableTable({ locale, order, plan, names, me }: Props) {
  const { queue: said } = words(locale).desk;
  const nameOf = (id: string | null) => (id === null ? said.unassigned : (names.get(id) ?? '–'));
  const to = assigneeOf(order, me);
  const action = stateActOf(order.act);
  const before = (subject: BulkSubject) => (action ? stateWord(locale, subject) : nameOf(subject.assignedTo));
  const after = (subject: BulkSubject) => {
    if (!action) return nameOf(to ?? null);
    const next = TRANSITIONS[subject.state as ReportState][action]?.to;
    return next ? words(locale).codes.report_state[next] : '–';
  };
  return (
    <DeskTable
      caption={said.bulk.will(plan.doable.length)}
      heads={[said.item, said.bulk.level, said.bulk.before, said.bulk.after]}
      testId="bulk-doable"
    >
      {plan.doable.map(({ subject }) => (
        <tr key={subject.ref} className={row}>
          <th scope="row" className={`${cell} text-left font-mono`}>
            {subject.ref}
          </th>
          <td className={cell}>
            <LevelTag locale={locale} level={subject.level} />
          </td>
          <Told head={said.bulk.before}>{before(subject)}</Told>
          <Told head={said.bulk.after} className="md:font-bold">
            {after(subject)}
          </Told>
        </tr>
      ))}
    </DeskTable>
  );
}

/** What is left as it is, and why. */
export function LeftOutTable({ locale, plan }: Pick<Props, 'locale' | 'plan'>) {
  const { queue: said } = words(locale).desk;
  return (
    <DeskTable
      caption={said.bulk.willNot(plan.leftOut.length)}
      heads={[said.item, said.bulk.level, said.bulk.why]}
      testId="bulk-left"
    >
      {plan.leftOut.map(({ ref, subject, why }) => (
        <tr key={ref} className={row}>
          <th scope="row" className={`${cell} text-left font-mono`}>
            {ref}
          </th>
          <td className={cell}>{subject ? <LevelTag locale={locale} level={subject.level} /> : '–'}</td>
          <Told head={said.bulk.why}>{said.bulk.reasons[why]}</Told>
        </tr>
      ))}
    </DeskTable>
  );
}
