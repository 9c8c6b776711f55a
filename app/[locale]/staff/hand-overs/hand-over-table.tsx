import { StatusTag } from '@/app/_components/status-tag';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { HandOverRow } from '@/lib/referrals/all/queries';
import { LevelTag } from '../_desk/level-tag';

const cell = 'block px-3 py-1 align-baseline md:table-cell md:py-2';

export function HandOverTable({ locale, rows }: { locale: Locale; rows: readonly HandOverRow[] }) {
  const { list, states } = words(locale).desk.handOvers;
  const heads = [list.number, list.level, list.agency, list.state, list.sent, list.due, list.changed];
  return (
    <table className="block w-full text-small md:table">
      <caption className="block pb-2 text-left text-gray-70 md:table-caption">{list.caption}</caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="border-y border-gray-30 bg-gray-5">
          {heads.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 text-left font-bold">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {rows.map((row) => (
          <tr
            key={row.id}
            className="block border-b border-gray-20 py-2 md:table-row md:py-0"
            data-testid="hand-over-row"
          >
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
      </tbody>
    </table>
  );
}
