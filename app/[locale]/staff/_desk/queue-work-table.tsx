import { StatusTag } from '@/app/_components/status-tag';
import { seenOf } from '@/lib/cases/bulk/acts';
import { isCaseCode } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import type { WorkItem } from '@/lib/cases/queue/queries';
import type { WorkSigns } from '@/lib/cases/queue/signs/queries';
import { now } from '@/lib/clock';
import { dueInWords } from '@/lib/clocks/remaining';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { codeWord } from '@/lib/reports/code-words';
import { isReportState } from '@/lib/reports/transitions';
import { LevelTag } from './level-tag';
import { itemAddress, type QueueAsked, queueAddress } from './queue-asked';

type Props = {
  locale: Locale;
  asked: QueueAsked;
  items: readonly WorkItem[];
  signs: (id: string) => WorkSigns;
  me: string;
};

/**
 * The work as a table, one row a report or case. On a narrow screen, and beside something that is open, each row stands by itself, with its
 * column's name before each value. The rows carry what the keyboard acts on; opening one is a link of its own.
 */
export function WorkTable({ locale, asked, items, signs, me }: Props) {
  const { desk, staff } = words(locale);
  const { queue: said } = desk;
  const list = asked.open !== null;
  const heads = [
    said.item,
    staff.queue.level,
    said.due,
    said.filters.kind,
    said.filters.province,
    staff.queue.state,
    said.assigned,
  ];
  return (
    <table className={`block w-full text-small ${list ? '' : 'md:table'}`}>
      <caption className={`block pb-2 text-left text-gray-70 ${list ? '' : 'md:table-caption'}`}>
        {said.caption}
      </caption>
      <thead className={list ? 'sr-only' : 'sr-only md:not-sr-only md:table-header-group'}>
        <tr className="border-y border-gray-30 bg-gray-5">
          <td className="px-1 py-2">
            <span className="sr-only">{said.select}</span>
          </td>
          {heads.map((head) => (
            <th key={head} scope="col" className="px-2 py-2 text-left font-bold">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={list ? 'block' : 'block md:table-row-group'}>
        {items.map((item) => (
          <Row
            key={item.id}
            locale={locale}
            asked={asked}
            item={item}
            signs={signs(item.id)}
            mine={item.assignedTo === me}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { locale: Locale; asked: QueueAsked; item: WorkItem; signs: WorkSigns; mine: boolean };

function Row({ locale, asked, item, signs, mine }: RowProps) {
  const { queue: said } = words(locale).desk;
  const list = asked.open !== null;
  const opened = asked.open === item.ref;
  const cell = `inline-block px-2 align-middle ${list ? '' : 'md:table-cell md:py-0.5'}`;
  const page = itemAddress(locale, item.ref);
  return (
    <tr
      className={`relative block border-b border-gray-20 py-1 pl-11 hover:bg-primary-5 ${list ? '' : 'md:table-row md:py-0 md:pl-0'} ${opened ? 'bg-primary-5' : ''}`}
      aria-current={opened ? 'true' : undefined}
      data-testid="queue-row"
      data-row={item.ref}
      data-level={item.level}
      data-version={item.version ?? undefined}
      data-seen={seenOf(item)}
      data-page={page}
    >
      <td className={`absolute top-0 left-0 block ${list ? '' : 'md:static md:table-cell md:align-middle'}`}>
        <label className="flex size-11 cursor-pointer items-center justify-center">
          <input type="checkbox" name="item" value={item.ref} className="size-5 accent-primary-60" />
          <span className="sr-only">{said.selectRow(item.ref)}</span>
        </label>
      </td>
      <th scope="row" className={`${cell} text-left font-normal`}>
        {(['lg:hidden', 'hidden lg:inline-flex'] as const).map((shown, beside) => (
          <a
            key={shown}
            href={beside ? queueAddress(locale, asked, { open: item.ref }) : page}
            data-open=""
            className={`${beside ? '' : 'inline-flex'} ${shown} min-h-11 items-center font-mono font-bold whitespace-nowrap`}
          >
            {item.ref}
          </a>
        ))}
        <News locale={locale} item={item} signs={signs} />
      </th>
      <td className={`${cell} whitespace-nowrap`}>
        <LevelTag locale={locale} level={item.level} />{' '}
        <span className="text-gray-70">
          <span className="sr-only">{words(locale).staff.queue.points} </span>
          {item.points}
        </span>
      </td>
      <td className={`${cell} whitespace-nowrap`}>
        <DueTime locale={locale} at={item.dueAt} />
      </td>
      <td className={cell}>
        <What locale={locale} item={item} signs={signs} />
      </td>
      {list && !item.province ? null : (
        <td className={cell}>
          <Named list={list} name={said.filters.province}>
            {item.province ? codeWord(locale, 'province', item.province) : '–'}
          </Named>
        </td>
      )}
      <td className={`${cell} whitespace-nowrap`}>{stateWord(locale, item)}</td>
      <td className={cell}>
        <Named list={list} name={said.assigned}>
          {mine ? (
            <strong>{said.filters.me}</strong>
          ) : (
            (item.assignedName ?? <span className="text-gray-70">{said.unassigned}</span>)
          )}
        </Named>
      </td>
    </tr>
  );
}

/** A value with its column's name where the columns have none above them. */
function Named({ list, name, children }: { list: boolean; name: string; children: React.ReactNode }) {
  return (
    <>
      <span className={`text-gray-70 ${list ? '' : 'md:hidden'}`}>{name} </span>
      {children}
    </>
  );
}

/** When something is due, as people say it; the moment itself is its title. The browser keeps it true (queue-live.tsx). */
export function DueTime({ locale, at }: { locale: Locale; at: Date | null }) {
  const { queue: said } = words(locale).desk;
  if (!at) return <span className="text-gray-70">{said.noDue}</span>;
  const late = at.getTime() <= now().getTime();
  return (
    <time
      dateTime={at.toISOString()}
      title={seoulMoment(at)}
      data-due=""
      className={late ? 'font-bold text-danger-60' : ''}
    >
      {dueInWords(said.dueWords, at, now())}
    </time>
  );
}

/** What has come in since somebody looked. */
function News({ locale, item, signs }: { locale: Locale; item: WorkItem; signs: WorkSigns }) {
  const { queue, additions } = words(locale).staff;
  const tags = [
    signs.newMessage ? { tone: 'warning' as const, text: queue.newMessage } : null,
    signs.newAddition ? { tone: 'warning' as const, text: additions.newAddition } : null,
    signs.openRequest ? { tone: 'danger' as const, text: additions.openRequest } : null,
  ];
  return (
    <>
      {item.opened ? null : (
        <span className="ml-2 font-bold whitespace-nowrap text-danger-60">{queue.new}</span>
      )}
      {tags.map((tag) =>
        tag ? (
          <span key={tag.text} className="ml-2 whitespace-nowrap">
            <StatusTag tone={tag.tone}>{tag.text}</StatusTag>
          </span>
        ) : null,
      )}
    </>
  );
}

/** Who reports what, or that it is a case; and what must not be overlooked. */
function What({ locale, item, signs }: { locale: Locale; item: WorkItem; signs: WorkSigns }) {
  const { staff, desk } = words(locale);
  const { queue } = staff;
  const situation = signs.situation ? codeWord(locale, 'situation', signs.situation) : queue.noSituation;
  return (
    <>
      {signs.reporter ? staff.kinds[signs.reporter] : desk.queue.filters.CASE}
      {signs.viaSos ? <span className="text-gray-70"> · {queue.sos}</span> : null}
      {signs.reporter ? (
        <span className="text-gray-70"> · {signs.openedByMe ? situation : queue.unopened}</span>
      ) : null}
      {item.doNotContact ? (
        <>
          {' '}
          <StatusTag tone="danger">{queue.risky}</StatusTag>
        </>
      ) : null}
      {item.safetyUnconfirmed ? (
        <>
          {' '}
          <StatusTag tone="warning">{desk.queue.safetyUnconfirmed}</StatusTag>
        </>
      ) : null}
    </>
  );
}

/** The state of a report or a case in words. */
export function stateWord(locale: Locale, { kind, state }: Pick<WorkItem, 'kind' | 'state'>): string {
  if (kind === 'CASE') return isCaseCode('case_state', state) ? caseWord(locale, 'case_state', state) : state;
  return isReportState(state) ? words(locale).codes.report_state[state] : state;
}
