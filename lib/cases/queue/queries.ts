import 'server-only';
import { inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { caseRecusals, caseReports, cases, clocks } from '@/db/schema/cases';
import { messages, reportReaders, reportRequests, reportSections, reports } from '@/db/schema/reports';
import { searchDocuments } from '@/db/schema/search';
import { DAY, now } from '@/lib/clock';
import { type ClockKind, DUE_SOON, DURATIONS } from '@/lib/clocks/durations';
import { notRecusedFromItself, notRecusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { type Level, levels } from '@/lib/urgency/levels';
import { departureToday } from '../departure-day';
import { isWhole } from '../people/queries';
import { isTheirClock } from '../returns/queries';
import { NOBODY } from './assigned';
import { COUNTED_UP_TO, WORK_VIEWS, type WorkCursor, type WorkView } from './views';

const PAGE = 50;

export type WorkItem = {
  kind: 'REPORT' | 'CASE';
  id: string;
  /** A report's reference or a case's number. */
  ref: string;
  state: string;
  level: Level;
  points: number;
  province: string | null;
  receivedAt: Date;
  /** What is due first; null where nothing is. */
  dueAt: Date | null;
  overdue: boolean;
  assignedTo: string | null;
  assignedName: string | null;
  doNotContact: boolean;
  /** Of a case: somebody in it is not known to be safe. */
  safetyUnconfirmed: boolean;
  agencyDueAt: Date | null;
  recontactAt: Date | null;
  opened: boolean;
  /** Of a case: its version, for the forms that act on it. A report has none. */
  version: number | null;
};

export type WorkFilters = {
  view: WorkView;
  level: Level | null;
  kind: 'REPORT' | 'CASE' | null;
  province: string | null;
  /** An account's id, or NOBODY. */
  assigned?: string | null;
  after: WorkCursor | null;
};

export type WorkPage = { items: WorkItem[]; next: WorkCursor | null };

/** Sorts after everything that is due. */
const NEVER = '9999-12-31T00:00:00Z';

/** A duration of lib/clocks by a row's level, in SQL; the table of durations is the only source. */
export const span = (kind: ClockKind, level: SQL) => {
  const cases = levels.map((one) => `when '${one}' then ${DURATIONS[one][kind] ?? 'null'}`).join(' ');
  return sql`case ${level} ${sql.raw(cases)} end`;
};

/** A report waits for its first look, then for triage. */
export const reportDue = sql`${reports.receivedAt} + coalesce(
  case when ${reports.openedAt} is null then ${span('FIRST_LOOK', sql`${reports.level}`)} end,
  ${span('TRIAGE', sql`${reports.level}`)}) * interval '1 millisecond'`;
const caseDue = sql`coalesce(${cases.nextDueAt}, ${NEVER}::timestamptz)`;

/** The very words of the partial index: the planner takes it for these alone. */
export const OPEN_REPORT = sql`${reports.state} in ('RECEIVED','SCREENING')`;
export const OPEN_CASE = sql`${cases.state} <> 'CLOSED'`;

type Moment = { at: Date; me: string; leaving: Buffer };
type Conditions = {
  report: SQL | null;
  case: SQL | null;
  /** Also reports that somebody has decided already. */
  decidedToo?: boolean;
  /** Reports that are due by then, besides what `report` asks. */
  dueBy?: Date;
  /** Asks for few by an index of its own; the others may hold all that is open and are read in the order of what is due. */
  few?: boolean;
};

/** What a view asks of a report and of a case; null: it has none of these. */
const VIEWS: Readonly<Record<WorkView, (when: Moment) => Conditions>> = {
  all: () => ({ report: sql`true`, case: sql`true` }),
  mine: ({ me }) => ({
    report: sql`${reports.assignedTo} = ${me}`,
    case: sql`${cases.assignedTo} = ${me}`,
    few: true,
  }),
  'urgent-unassigned': () => ({
    report: sql`${reports.level} in ('U1','U2') and ${reports.assignedTo} is null`,
    case: sql`${cases.level} in ('U1','U2') and ${cases.assignedTo} is null`,
  }),
  'due-soon': ({ at }) => {
    const dueBy = new Date(at.getTime() + DUE_SOON);
    return { report: sql`true`, dueBy, case: sql`${cases.nextDueAt} <= ${dueBy.toISOString()}::timestamptz` };
  },
  'agency-silent': ({ at }) => ({
    report: null,
    case: sql`${cases.agencyDueAt} <= ${at.toISOString()}::timestamptz`,
    few: true,
  }),
  'safety-unconfirmed': ({ me }) => ({
    report: null,
    case: sql`${cases.safetyUnconfirmed} and ${isWhole({ id: me }, cases.id)}`,
  }),
  'recontact-due': ({ at }) => ({
    report: null,
    case: sql`${cases.recontactAt} <= ${at.toISOString()}::timestamptz`,
    few: true,
  }),
  'do-not-contact': () => ({
    report: sql`${reports.contactRisk} = 'RISKY' and ${reports.contactReleasedAt} is null`,
    case: sql`${cases.doNotContact}`,
  }),
  news: ({ me }) => ({
    report: sql`${reports.id} in (${withNews}) and ${notRecusedFromReport(me)}`,
    case: null,
    decidedToo: true,
    few: true,
  }),
  'leaving-today': ({ leaving }) => ({
    report: sql`${reports.id} in (${leavers(leaving)})`,
    case: sql`${cases.id} in (select ${caseReports.caseId} from ${caseReports}
      where ${caseReports.unlinkedAt} is null and ${caseReports.reportId} in (${leavers(leaving)}))`,
    few: true,
  }),
};

/** The reports that `hasNews` (lib/reports/desk) is true of, as a set: read by the partial indexes, it costs what there is of news. */
const withNews = sql`select ${messages.reportId} from ${messages}
    where ${messages.direction} = 'FROM_REPORTER' and ${messages.readAt} is null
  union select ${reportRequests.reportId} from ${reportRequests} where ${reportRequests.decision} is null
  union select ${reportSections.reportId} from ${reportSections} where ${reportSections.part} > 0
    and not ${reportSections.byStaff} and not exists (select 1 from ${reportReaders} where ${reportReaders.reportId} = ${reportSections.reportId}
    and ${reportReaders.lastReadAt} > ${reportSections.addedAt})`;

const leavers = (day: Buffer) => sql`select ${searchDocuments.ownerId} from ${searchDocuments}
  where ${searchDocuments.departureDay} = ${day} and ${searchDocuments.ownerKind} = 'report'`;

const notRecused = (me: string) => sql`not exists (select 1 from ${caseRecusals}
  where ${caseRecusals.caseId} = ${cases.id} and ${caseRecusals.staffId} = ${me})`;

/** Both halves of the work: reports that nobody has decided and cases that are not closed, as one list of like rows. */
function workRows(conditions: Conditions, me: string): SQL {
  const { report, case: ofCase, decidedToo = false, dueBy } = conditions;
  const halves: SQL[] = [];
  if (report) {
    const due = decidedToo
      ? sql`case when ${OPEN_REPORT} then ${reportDue} else ${NEVER}::timestamptz end`
      : reportDue;
    const asked = dueBy ? sql`${report} and (${sql.join(waits.map(isDueBy(dueBy)), sql` or `)})` : report;
    halves.push(
      sql`${reportRow(due)} from ${reports} where ${decidedToo ? sql`` : sql`${OPEN_REPORT} and ${notRecusedFromItself(me)} and `}${asked}`,
    );
  }
  if (ofCase)
    halves.push(sql`${caseRow} from ${cases} where ${OPEN_CASE} and ${ofCase} and ${notRecused(me)}`);
  return halves.length > 0 ? sql.join(halves, sql` union all `) : NOTHING;
}

const NOTHING = sql`select null::text as kind, null::uuid as id, null::text as level, null::timestamptz as due, 0 as points where false`;

const reportRow = (due: SQL) => sql`select 'REPORT' as kind, ${reports.id} as id, ${reports.reference} as ref,
  ${reports.state} as state, ${reports.level} as level, ${due} as due, ${reports.points} as points, ${reports.province} as province,
  ${reports.receivedAt} as received_at, ${reports.assignedTo} as assigned_to,
  coalesce(${reports.contactRisk} = 'RISKY' and ${reports.contactReleasedAt} is null, false) as do_not_contact,
  false as safety_unconfirmed, null::timestamptz as agency_due_at, null::timestamptz as recontact_at,
  ${reports.openedAt} is not null as opened, null::integer as version`;

const caseRow = sql`select 'CASE' as kind, ${cases.id} as id, ${cases.number} as ref, ${cases.state} as state,
  ${cases.level} as level, ${caseDue} as due, ${cases.points} as points, ${cases.province} as province,
  ${cases.receivedAt} as received_at, ${cases.assignedTo} as assigned_to,
  ${cases.doNotContact} as do_not_contact, ${cases.safetyUnconfirmed} as safety_unconfirmed,
  ${cases.agencyDueAt} as agency_due_at, ${cases.recontactAt} as recontact_at, true as opened, ${cases.version} as version`;

/** Reports of one level that all wait for the same thing: what came first is due first. */
type Wait = { level: Level; unopened: boolean; ms: number };
/** Where no clock runs: after everything that is due. */
const FOREVER = 365_000 * DAY;
const waits: readonly Wait[] = levels.flatMap((level) =>
  [true, false].map((unopened) => {
    const { FIRST_LOOK, TRIAGE } = DURATIONS[level];
    return { level, unopened, ms: (unopened ? FIRST_LOOK : null) ?? TRIAGE ?? FOREVER };
  }),
);
const isWaiting = ({ level, unopened }: Wait) =>
  sql`${reports.level} = ${level} and ${reports.openedAt} ${unopened ? sql`is null` : sql`is not null`}`;
const before = (at: Date, ms: number) => sql`${new Date(at.getTime() - ms).toISOString()}::timestamptz`;
const isDueBy = (at: Date) => (wait: Wait) =>
  sql`(${isWaiting(wait)} and ${reports.receivedAt} <= ${before(at, wait.ms)})`;

/**
 * The same rows as far as one page can need them. Each part is read in the order of an index and no further than a page is long, so that it costs the
 * same however much is open: reports by level and by what they wait for, cases by level.
 */
function firstRows({ report, case: ofCase, dueBy }: Conditions, me: string, filters: WorkFilters): SQL {
  const { level: only, after } = filters;
  const isAhead = (level: Level) => (!only || level === only) && (!after || level >= after.level);
  const parts: SQL[] = [];
  for (const wait of waits) {
    if (!report || !isAhead(wait.level)) continue;
    const due = sql`${reports.receivedAt} + ${wait.ms}::bigint * interval '1 millisecond'`;
    const beyond =
      after?.level === wait.level
        ? sql` and (${reports.receivedAt}, -${reports.points}, ${reports.id}) > (${before(after.due, wait.ms)}, ${-after.points}::integer, ${after.id}::uuid)
          and ${reports.receivedAt} >= ${before(after.due, wait.ms)}`
        : sql``;
    const soon = dueBy ? sql` and ${reports.receivedAt} <= ${before(dueBy, wait.ms)}` : sql``;
    parts.push(sql`(${reportRow(due)} from ${reports} where ${OPEN_REPORT} and ${isWaiting(wait)} and ${report} and ${notRecusedFromItself(me)}${soon}${beyond}
      order by ${reports.receivedAt}, -${reports.points}, ${reports.id} limit ${PAGE + 1})`);
  }
  for (const level of levels) {
    if (!ofCase || !isAhead(level)) continue;
    const beyond =
      after?.level === level
        ? sql` and (${caseDue}, -${cases.points}, ${cases.id}) > (${after.due.toISOString()}::timestamptz, ${-after.points}::integer, ${after.id}::uuid)`
        : sql``;
    parts.push(sql`(${caseRow} from ${cases} where ${OPEN_CASE} and ${cases.level} = ${level} and ${ofCase} and ${notRecused(me)}${beyond}
      order by ${cases.nextDueAt}, -${cases.points}, ${cases.id} limit ${PAGE + 1})`);
  }
  return parts.length > 0 ? sql.join(parts, sql` union all `) : NOTHING;
}

const moment = async (db: Db, actor: StaffActor): Promise<Moment> => ({
  at: now(),
  me: actor.id,
  leaving: await departureToday(db, now()),
});

/** The statement of a page, for the desk and for the test that asks the planner about it. */
export async function workStatement(db: Db, actor: StaffActor, filters: WorkFilters): Promise<SQL> {
  const conditions = VIEWS[filters.view](await moment(db, actor));
  const seesCases = can(actor.roles, 'case.read');
  const wanted = {
    ...conditions,
    report: filters.kind === 'CASE' ? null : narrowed(conditions.report, reports, filters),
    case: filters.kind === 'REPORT' || !seesCases ? null : narrowed(conditions.case, cases, filters),
  };
  const rows = conditions.few ? workRows(wanted, actor.id) : firstRows(wanted, actor.id, filters);
  const { after } = filters;
  const beyond = after
    ? sql`where (level, due, -points, id) > (${after.level}, ${after.due.toISOString()}::timestamptz, ${-after.points}::integer, ${after.id}::uuid)`
    : sql``;
  return sql`select * from (${rows}) as work ${beyond} order by level, due, -points, id limit ${PAGE + 1}`;
}

function narrowed(
  half: SQL | null,
  table: typeof reports | typeof cases,
  { level, province, assigned }: WorkFilters,
): SQL | null {
  if (!half) return null;
  const parts = [half];
  if (level) parts.push(sql`${table.level} = ${level}`);
  if (province) parts.push(sql`${table.province} = ${province}`);
  if (assigned === NOBODY) parts.push(sql`${table.assignedTo} is null`);
  else if (assigned) parts.push(sql`${table.assignedTo} = ${assigned}`);
  return sql.join(parts, sql` and `);
}

type Row = {
  kind: 'REPORT' | 'CASE';
  id: string;
  ref: string;
  state: string;
  level: Level;
  due: Date | string;
  points: number;
  province: string | null;
  received_at: Date | string;
  assigned_to: string | null;
  do_not_contact: boolean;
  safety_unconfirmed: boolean;
  agency_due_at: Date | string | null;
  recontact_at: Date | string | null;
  opened: boolean;
  version: number | null;
};

const date = (value: Date | string) => new Date(value);
const dateOrNull = (value: Date | string | null) => (value === null ? null : date(value));

/** A page of the queue: by level, inside it what is due first, then points. Cut by key, so that what arrives moves no page. */
export async function listWork(db: Db, actor: StaffActor, filters: WorkFilters): Promise<WorkPage> {
  if (!can(actor.roles, 'queue.view')) return { items: [], next: null };
  const { rows } = (await db.execute(await workStatement(db, actor, filters))) as unknown as { rows: Row[] };
  const page = rows.slice(0, PAGE);
  const names = await staffNames(
    db,
    page.flatMap((row) => row.assigned_to ?? []),
  );
  const parts = await partlyTold(
    db,
    actor,
    page.filter(({ kind }) => kind === 'CASE').map(({ id }) => id),
  );
  const last = page.at(-1);
  const never = new Date(NEVER);
  return {
    items: page.map((row) => {
      const part = parts.get(row.id);
      const due = part ? (part.due ?? never) : date(row.due);
      return {
        kind: row.kind,
        id: row.id,
        ref: row.ref,
        state: row.state,
        level: row.level,
        points: row.points,
        province: row.province,
        receivedAt: date(row.received_at),
        dueAt: due.getTime() === never.getTime() ? null : due,
        overdue: due.getTime() <= now().getTime(),
        assignedTo: row.assigned_to,
        assignedName: row.assigned_to ? (names.get(row.assigned_to) ?? '–') : null,
        doNotContact: row.do_not_contact,
        safetyUnconfirmed: row.safety_unconfirmed && !part,
        agencyDueAt: dateOrNull(row.agency_due_at),
        recontactAt: dateOrNull(row.recontact_at),
        opened: row.opened,
        version: row.version,
      };
    }),
    next:
      rows.length > PAGE && last
        ? { level: last.level, due: date(last.due), points: last.points, id: last.id }
        : null,
  };
}

/**
 * Of these cases, those in which somebody is not theirs to know of: whether everybody is safe is not told there, and what is due leaves out the return
 * of nobody but such people, as the case's page does. Where it stands in the queue tells that something is due. Asked of the page alone.
 */
async function partlyTold(
  db: Db,
  actor: StaffActor,
  ids: string[],
): Promise<ReadonlyMap<string, { due: Date | null }>> {
  if (ids.length === 0) return new Map();
  const running = sql`select min(${clocks.dueAt}) from ${clocks}
    where ${clocks.caseId} = ${cases.id} and ${clocks.metAt} is null and ${isTheirClock(actor)}`;
  const held = sql`case when ${cases.state} = 'ON_HOLD' then ${cases.heldUntil} end`;
  const { rows } =
    (await db.execute(sql`select ${cases.id} as id, least((${running}), ${held}) as due from ${cases}
    where ${inArray(cases.id, ids)} and not ${isWhole(actor, cases.id)}`)) as unknown as {
      rows: { id: string; due: Date | string | null }[];
    };
  return new Map(rows.map(({ id, due }) => [id, { due: dateOrNull(due) }]));
}

/** How many each saved view holds, counted up to one more than is shown. One statement, so that all of them are of one moment. */
export async function countViews(db: Db, actor: StaffActor): Promise<Record<WorkView, number>> {
  const none = Object.fromEntries(WORK_VIEWS.map((view) => [view, 0])) as Record<WorkView, number>;
  if (!can(actor.roles, 'queue.view')) return none;
  const { rows } = (await db.execute(await countStatement(db, actor))) as unknown as {
    rows: { view: WorkView; held: number }[];
  };
  return { ...none, ...Object.fromEntries(rows.map(({ view, held }) => [view, Number(held)])) };
}

export async function countStatement(db: Db, actor: StaffActor): Promise<SQL> {
  const when = await moment(db, actor);
  const seesCases = can(actor.roles, 'case.read');
  const counts = WORK_VIEWS.map((view) => {
    const conditions = VIEWS[view](when);
    const rows = workRows({ ...conditions, case: seesCases ? conditions.case : null }, actor.id);
    return sql`select ${view}::text as view, count(*)::integer as held from (select 1 from (${rows}) as work limit ${COUNTED_UP_TO + 1}) as capped`;
  });
  return sql.join(counts, sql` union all `);
}
