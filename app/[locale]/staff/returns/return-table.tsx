import { StatusTag } from '@/app/_components/status-tag';
import type { ReturnHead } from '@/lib/cases/returns/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { DeskTable, deskCell, deskRow, Labelled } from '../_desk/desk-table';

const cell = `${deskCell} md:py-0.5`;

/** Return operations as a table; on a narrow screen each stands by itself. */
export function ReturnTable({ locale, rows }: { locale: Locale; rows: readonly ReturnHead[] }) {
  const { returns } = words(locale).desk;
  const { list: said } = returns;
  const heads = [said.decided, said.state, said.planned, said.route, said.people, said.due];
  return (
    <DeskTable caption={said.caption} heads={heads}>
      {rows.map((row) => (
        <tr key={row.id} className={`${deskRow} py-1`}>
          <th scope="row" className={`${cell} text-left font-normal`}>
            <Labelled label={said.decided}>
              <a
                href={`/${locale}/staff/returns/${row.id}`}
                className="inline-flex min-h-11 items-center whitespace-nowrap"
              >
                {seoulMoment(row.decidedAt)}
              </a>
            </Labelled>
          </th>
          <td className={cell}>
            <Labelled label={said.state}>{returns.states[row.state]}</Labelled>
          </td>
          <td className={cell}>
            <Labelled label={said.planned}>
              {row.plannedAt ? seoulMoment(row.plannedAt) : returns.noPlan}
            </Labelled>
          </td>
          <td className={cell}>
            <Labelled label={said.route}>
              {[row.plan.from, row.plan.to].filter(Boolean).join(' → ') || '–'}
              {row.plan.flight ? ` (${row.plan.flight})` : ''}
            </Labelled>
          </td>
          <td className={cell}>
            <Labelled label={said.people}>{row.people}</Labelled>
          </td>
          <td className={cell}>
            <Labelled label={said.due}>
              {row.dueAt ? seoulMoment(row.dueAt) : '–'}{' '}
              {row.overdue ? <StatusTag tone="danger">{returns.overdue}</StatusTag> : null}
            </Labelled>
          </td>
        </tr>
      ))}
    </DeskTable>
  );
}
