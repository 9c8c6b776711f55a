import { StatusTag } from '@/app/_components/status-tag';
import { now } from '@/lib/clock';
import type { Locale } from '@/lib/i18n/locale';
import { ago, seoulMoment } from '@/lib/i18n/moment';
import { type Words, words } from '@/lib/i18n/words';
import { codeWord } from '@/lib/reports/code-words';
import type { QueueRow } from '@/lib/reports/desk/queries';
import { DeskTable, deskCell, deskRow } from './desk-table';
import { LevelTag } from './level-tag';

const cell = `${deskCell} align-top md:py-0.5 md:align-middle`;

/** The queue as a table; on a narrow screen each row stands by itself, with its column's name before each value. */
export function QueueTable({ locale, rows }: { locale: Locale; rows: readonly QueueRow[] }) {
  const { queue } = words(locale).staff;
  const heads = [
    queue.reference,
    queue.level,
    queue.kind,
    queue.situation,
    queue.province,
    queue.received,
    queue.state,
  ];
  return (
    <DeskTable caption={queue.caption} heads={heads}>
      {rows.map((row) => (
        <Row key={row.reference} locale={locale} row={row} said={words(locale)} />
      ))}
    </DeskTable>
  );
}

function Row({ locale, row, said }: { locale: Locale; row: QueueRow; said: Words }) {
  const { queue, additions } = said.staff;
  return (
    <tr className={`${deskRow} py-2 hover:bg-primary-5`} data-testid="queue-row">
      <th scope="row" className={`${cell} text-left font-normal`}>
        <a
          href={`/${locale}/staff/reports/${row.reference}`}
          className="inline-flex min-h-11 items-center font-mono font-bold whitespace-nowrap"
        >
          {row.reference}
        </a>
        {row.opened ? null : (
          <span className="ml-2 font-bold whitespace-nowrap text-danger-60">{queue.new}</span>
        )}
        {row.newMessage ? (
          <span className="ml-2 whitespace-nowrap">
            <StatusTag tone="warning">{queue.newMessage}</StatusTag>
          </span>
        ) : null}
        {row.newAddition ? (
          <span className="ml-2 whitespace-nowrap">
            <StatusTag tone="warning">{additions.newAddition}</StatusTag>
          </span>
        ) : null}
        {row.openRequest ? (
          <span className="ml-2 whitespace-nowrap">
            <StatusTag tone="danger">{additions.openRequest}</StatusTag>
          </span>
        ) : null}
      </th>
      <td className={`${cell} md:whitespace-nowrap`}>
        <LevelTag locale={locale} level={row.level} />{' '}
        <span className="text-gray-70">
          <span className="sr-only">{queue.points} </span>
          {row.points}
        </span>
      </td>
      <td className={cell}>
        {said.staff.kinds[row.kind]}
        {row.viaSos ? <span className="text-gray-70"> · {queue.sos}</span> : null}
        {row.contactRisk === 'RISKY' ? (
          <>
            {' '}
            <StatusTag tone="danger">{queue.risky}</StatusTag>
          </>
        ) : null}
      </td>
      <td className={cell}>
        <span className="font-bold md:hidden">{queue.situation}: </span>
        {row.openedByMe ? (
          row.situation ? (
            codeWord(locale, 'situation', row.situation)
          ) : (
            <span className="text-gray-70">{queue.noSituation}</span>
          )
        ) : (
          <span className="text-gray-70">{queue.unopened}</span>
        )}
      </td>
      <td className={cell}>
        <span className="font-bold md:hidden">{queue.province}: </span>
        {row.province ? codeWord(locale, 'province', row.province) : '–'}
      </td>
      <td className={`${cell} md:whitespace-nowrap`}>
        <time dateTime={row.receivedAt.toISOString()}>{seoulMoment(row.receivedAt)}</time>{' '}
        <span className="text-gray-70">({ago(locale, row.receivedAt, now())})</span>
      </td>
      <td className={`${cell} md:whitespace-nowrap`}>
        <span className="font-bold md:hidden">{queue.state}: </span>
        {said.codes.report_state[row.state]}
      </td>
    </tr>
  );
}
