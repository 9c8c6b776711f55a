import { assigneeOf, type BulkOrder, type BulkSubject, stateActOf } from '@/lib/cases/bulk/acts';
import type { BulkPlan } from '@/lib/cases/bulk/queries';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { ReportState } from '@/lib/reports/code-lists';
import { TRANSITIONS } from '@/lib/reports/transitions';
import { LevelTag } from '../_desk/level-tag';
import { stateWord } from '../_desk/queue-work-table';

type Props = {
  locale: Locale;
  order: BulkOrder;
  plan: BulkPlan;
  names: ReadonlyMap<string, string>;
  me: string;
};

const cell = 'px-2 py-1 text-left';

function Heads({ heads }: { heads: readonly string[] }) {
  return (
    <thead>
      <tr className="border-y border-gray-30 bg-gray-5">
        {heads.map((head) => (
          <th key={head} scope="col" className={cell}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
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
    <table className="w-full text-small" data-testid="bulk-doable">
      <caption className="pb-1 text-left text-body font-bold">{said.bulk.will(plan.doable.length)}</caption>
      <Heads heads={[said.item, said.bulk.level, said.bulk.before, said.bulk.after]} />
      <tbody>
        {plan.doable.map(({ subject }) => (
          <tr key={subject.ref} className="border-b border-gray-10">
            <th scope="row" className={`${cell} font-mono`}>
              {subject.ref}
            </th>
            <td className={cell}>
              <LevelTag locale={locale} level={subject.level} />
            </td>
            <td className={cell}>{before(subject)}</td>
            <td className={`${cell} font-bold`}>{after(subject)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is left as it is, and why. */
export function LeftOutTable({ locale, plan }: Pick<Props, 'locale' | 'plan'>) {
  const { queue: said } = words(locale).desk;
  return (
    <table className="w-full text-small" data-testid="bulk-left">
      <caption className="pb-1 text-left text-body font-bold">
        {said.bulk.willNot(plan.leftOut.length)}
      </caption>
      <Heads heads={[said.item, said.bulk.level, said.bulk.why]} />
      <tbody>
        {plan.leftOut.map(({ ref, subject, why }) => (
          <tr key={ref} className="border-b border-gray-10">
            <th scope="row" className={`${cell} font-mono`}>
              {ref}
            </th>
            <td className={cell}>{subject ? <LevelTag locale={locale} level={subject.level} /> : '–'}</td>
            <td className={cell}>{said.bulk.reasons[why]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
