import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { casePersons, cases, clocks, persons } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { caseLists, type Safety } from '@/lib/cases/code-lists';
import { OPEN_CASE, OPEN_REPORT, reportDue, span } from '@/lib/cases/queue/queries';
import { SAFETY } from '@/lib/cases/safety';
import { DAY, now } from '@/lib/clock';
import type { ClockKind } from '@/lib/clocks/durations';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { type Level, levels } from '@/lib/urgency/levels';

/** How long something has been open: under a day, up to three days, longer. */
export const AGES = ['DAY', 'THREE_DAYS', 'OLDER'] as const;
export type Age = (typeof AGES)[number];

export type Load = {
  /** Null: what nobody has. */
  staffId: string | null;
  name: string | null;
  open: number;
  /** Of those, U1 and U2. */
  urgent: number;
  /** Of those, with a clock that has run out. */
  late: number;
};

/** What is open at this moment: counts only, nothing of what was said. */
export type Board = {
  at: Date;
  open: Record<Level, Record<Age, number>>;
  /** Clocks that have run out and are still not met, by what they wait for and by level. */
  missed: Partial<Record<ClockKind, Record<Level, number>>>;
  load: Load[];
  /** Open cases in which somebody is not known to be safe. */
  unconfirmedCases: Record<Level, number>;
  /** People of open cases by what is known of their safety, and how many of those statuses were not renewed in time. */
  people: { safety: Safety; people: number; stale: number }[];
};

type Row = Record<string, string | number | null>;

async function ask(db: Db, statement: SQL): Promise<Row[]> {
  return ((await db.execute(statement)) as unknown as { rows: Row[] }).rows;
}

const perLevel = () => Object.fromEntries(levels.map((level) => [level, 0])) as Record<Level, number>;

/** The duty board, or null for whom it is not. Everything is read through the indexes of what is open. */
export async function readBoard(db: Db, actor: StaffActor): Promise<Board | null> {
  if (!can(actor.roles, 'queue.view')) return null;
  const at = now();
  const [open, missed, load, unconfirmed, people] = await Promise.all([
    ask(db, openStatement(at)),
    ask(db, missedStatement(at)),
    ask(db, loadStatement(at)),
    ask(
      db,
      sql`select ${cases.level} as level, count(*)::integer as held from ${cases}
        where ${OPEN_CASE} and ${cases.safetyUnconfirmed} group by 1`,
    ),
    ask(db, peopleStatement(at)),
  ]);
  return {
    at,
    open: ages(open),
    missed: byClock(missed),
    load: await named(db, load),
    unconfirmedCases: Object.assign(
      perLevel(),
      Object.fromEntries(unconfirmed.map(({ level, held }) => [level, Number(held)])),
    ),
    people: caseLists.safety_status.flatMap((safety) => {
      const row = people.find((one) => one.safety === safety);
      return row ? [{ safety, people: Number(row.people), stale: Number(row.stale) }] : [];
    }),
  };
}

const openStatement = (at: Date) => {
  const age = (received: SQL) => sql`case
    when ${received} > ${new Date(at.getTime() - DAY).toISOString()}::timestamptz then 'DAY'
    when ${received} > ${new Date(at.getTime() - 3 * DAY).toISOString()}::timestamptz then 'THREE_DAYS' else 'OLDER' end`;
  return sql`select level, age, count(*)::integer as held from (
    select ${reports.level} as level, ${age(sql`${reports.receivedAt}`)} as age from ${reports} where ${OPEN_REPORT}
    union all select ${cases.level}, ${age(sql`${cases.receivedAt}`)} from ${cases} where ${OPEN_CASE}
  ) as open group by 1, 2`;
};

/** A report waits for its first look and for triage, as the queue counts it; the clocks of a case are rows. */
const missedStatement = (at: Date) => {
  const level = sql`${reports.level}`;
  const late = (kind: 'FIRST_LOOK' | 'TRIAGE') =>
    sql`${reports.receivedAt} + ${span(kind, level)} * interval '1 millisecond' <= ${at.toISOString()}::timestamptz`;
  return sql`select kind, level, count(*)::integer as held from (
    select 'FIRST_LOOK' as kind, ${reports.level} as level from ${reports}
      where ${OPEN_REPORT} and ${reports.openedAt} is null and ${late('FIRST_LOOK')}
    union all select 'TRIAGE', ${reports.level} from ${reports} where ${OPEN_REPORT} and ${late('TRIAGE')}
    union all select ${clocks.kind}, ${cases.level} from ${cases}
      join ${clocks} on ${clocks.caseId} = ${cases.id}
      where ${OPEN_CASE} and ${clocks.metAt} is null and ${clocks.dueAt} <= ${at.toISOString()}::timestamptz
  ) as missed group by 1, 2`;
};

const loadStatement = (at: Date) => sql`select assigned_to, count(*)::integer as open,
    count(*) filter (where level in ('U1','U2'))::integer as urgent, count(*) filter (where late)::integer as late from (
    select ${reports.assignedTo} as assigned_to, ${reports.level} as level, coalesce(${reportDue} <= ${at.toISOString()}::timestamptz, false) as late
      from ${reports} where ${OPEN_REPORT}
    union all select ${cases.assignedTo}, ${cases.level}, coalesce(${cases.nextDueAt} <= ${at.toISOString()}::timestamptz, false)
      from ${cases} where ${OPEN_CASE}
  ) as open group by 1`;

/** A status goes stale by the level of its case (lib/cases/safety.ts); somebody in two open cases counts once, by the more urgent. */
const peopleStatement = (at: Date) => {
  const settled = caseLists.safety_status.filter((safety) => SAFETY[safety].settled);
  return sql`select safety, count(*)::integer as people, count(*) filter (where stale)::integer as stale from (
    select distinct on (${persons.id}) ${persons.safety} as safety,
      ${persons.safety} not in (${sql.join(settled, sql`, `)})
        and coalesce(${persons.safetyAt} + ${span('REASSESS', sql`${cases.level}`)} * interval '1 millisecond' <= ${at.toISOString()}::timestamptz, false) as stale
      from ${cases} join ${casePersons} on ${casePersons.caseId} = ${cases.id} and ${casePersons.removedAt} is null
      join ${persons} on ${persons.id} = ${casePersons.personId}
      where ${OPEN_CASE} order by ${persons.id}, ${cases.level}
  ) as known group by 1`;
};

function ages(rows: readonly Row[]): Board['open'] {
  const table = Object.fromEntries(
    levels.map((level) => [level, { DAY: 0, THREE_DAYS: 0, OLDER: 0 }]),
  ) as Board['open'];
  for (const { level, age, held } of rows) table[level as Level][age as Age] = Number(held);
  return table;
}

function byClock(rows: readonly Row[]): Board['missed'] {
  const table: Board['missed'] = {};
  for (const { kind, level, held } of rows) {
    const line = table[kind as ClockKind] ?? perLevel();
    line[level as Level] = Number(held);
    table[kind as ClockKind] = line;
  }
  return table;
}

/** Who has most comes first; what nobody has stands above all of them. */
async function named(db: Db, rows: readonly Row[]): Promise<Load[]> {
  const ids = rows.flatMap((row) => (typeof row.assigned_to === 'string' ? [row.assigned_to] : []));
  const names = await staffNames(db, ids);
  return rows
    .map((row) => {
      const staffId = row.assigned_to === null ? null : String(row.assigned_to);
      return {
        staffId,
        name: staffId ? (names.get(staffId) ?? '–') : null,
        open: Number(row.open),
        urgent: Number(row.urgent),
        late: Number(row.late),
      };
    })
    .toSorted(
      (one, other) => Number(other.staffId === null) - Number(one.staffId === null) || other.open - one.open,
    );
}
