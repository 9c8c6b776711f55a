import { StatusTag } from '@/app/_components/status-tag';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { HandOverRow } from '@/lib/referrals/all/queries';
import { DeskTable, deskCell, deskRow } from '../_desk/desk-table';
import { LevelTag } from '../_desk/level-tag';

const cell = `${deskCell} align-baseline md:py-2`;

export function HandOverTable({ locale, rows }: { locale: Locale; rows: readonly HandOverRow[] }) {
  const { list, states } = words(locale).desk.handOvers;
  const heads = [list.number, list.level, list.agency, list.state, list.sent, list.due, list.changed];
  return (
    <DeskTable caption={list.caption} heads={heads}>
      {rows.map((row) => (
        <tr key={row.id} className={`${deskRow} py-2`} data-testid="hand-over-row">
          <th scope="row" className={`${cell} text-left font-bold`}>
            <a
              href={`/${locale}/staff/cases/${row.caseNumber}/hand-overs`}
              className="inline-flex min-h-11 min-w-11 items-center whitespace-nowrap"
            >
              {row.number}
            </a>
          </th>
          <td className={cell}>
            <LevelTag locale={locale} level={row.level} />
          </td>
          <td className={cell}>{locale === 'ko' ? row.agencyKo : row.agencyEn}</td>
          <td className={cell}>{states[row.state]}</td>
          <td className={cell}>
            <span className="font-bold md:hidden">{list.sent}: </span>
            {row.sentAt ? seoulMoment(row.sentAt) : '–'}
          </td>
          <td className={cell}>
            <span className="font-bold md:hidden">{list.due}: </span>
            {row.dueAt ? seoulMoment(row.dueAt) : '–'}{' '}
            {row.silent ? <StatusTag tone="danger">{list.overdue}</StatusTag> : null}
          </td>
          <td className={cell}>
            <span className="font-bold md:hidden">{list.changed}: </span>
            {seoulMoment(row.stateChangedAt)}
          </td>
        </tr>
      ))}
    </DeskTable>
  );
}
