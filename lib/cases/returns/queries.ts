import 'server-only';
import {
  and,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNull,
  lt,
  not,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseRecusals, cases, clocks } from '@/db/schema/cases';
import { returnPersons, returns } from '@/db/schema/returns';
import { now } from '@/lib/clock';
import { RETURN_DURATION } from '@/lib/clocks/durations';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import { isCaseNumber } from '../case-number';
import { isRecused } from '../case-work/commands';
import { isTheirPerson } from '../people/queries';
import { openRow } from '../places';
import { OPEN_RETURN_STATES, type ReturnPlan, type ReturnState } from '../return-transitions';
import type { ReturnCursor } from './cursor';

export type ReturnHead = {
  id: string;
  state: ReturnState;
  decidedAt: Date;
  plannedAt: Date | null;
  /** 30 days from the decision; null once it is over. */
  dueAt: Date | null;
  overdue: boolean;
  plan: ReturnPlan;
  people: number;
};

/** Whether there is such an operation; nothing of it is opened. */
export async function returnExists(db: Db, id: string): Promise<boolean> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return false;
  const rows = await db.select({ id: returns.id }).from(returns).where(eq(returns.id, id));
  return rows.length > 0;
}

type Row = typeof returns.$inferSelect;

/** An operation without its people, opened. */
export async function headOf(tx: Db | Tx, row: Row, people: number): Promise<ReturnHead> {
  const key = await openDataKey(tx, { kind: 'return', id: row.id });
  const state = row.state as ReturnState;
  const due = new Date(row.decidedAt.getTime() + RETURN_DURATION);
  const dueAt = OPEN_RETURN_STATES.includes(state) ? due : null;
  return {
    id: row.id,
    state,
    decidedAt: row.decidedAt,
    plannedAt: row.plannedAt,
    dueAt,
    overdue: dueAt !== null && dueAt <= now(),
    plan: openRow<ReturnPlan>(key, 'returns', row),
    people,
  };
}

const inIt = and(eq(returnPersons.returnId, returns.id), isNull(returnPersons.removedAt));

/** Whether one of an operation's people is theirs: neither the case that they come along through nor any other of theirs is one stepped back from. */
export const isTheirReturnee = (actor: StaffActor): SQL<boolean> =>
  sql<boolean>`(not exists (select 1 from ${caseRecusals} where ${caseRecusals.caseId} = ${returnPersons.caseId} and ${caseRecusals.staffId} = ${actor.id})
    and ${isTheirPerson(actor, returnPersons.personId)})`;

/** An operation of which at least one person is theirs, or that has nobody left. */
export function isTheirs(actor: StaffActor): SQL {
  const people = sql`select 1 from ${returnPersons} where ${inIt}`;
  return sql`(not exists (${people}) or exists (${people} and ${isTheirReturnee(actor)}))`;
}

/** Of a case's clock: not that of an operation in which nobody of the case is, or was, but people who are not theirs. */
export const isTheirClock = (actor: Pick<StaffActor, 'id'>): SQL<boolean> =>
  sql<boolean>`(${clocks.returnId} is null or exists (select 1 from ${returnPersons} where ${returnPersons.returnId} = ${clocks.returnId}
    and ${returnPersons.caseId} = ${clocks.caseId} and ${isTheirPerson(actor, returnPersons.personId)}))`;

/** How many operations are opened for one page. */
const PAGE = 50;
/** How many operations are offered to join. */
const MOST_OFFERED = 200;

const isOpen = inArray(returns.state, [...OPEN_RETURN_STATES]);

type Wanted = { after?: ReturnCursor | null; most?: number };

/** The operations that a condition picks: the open ones by when they are due, then the latest of those that are over; a page cut by key. */
export async function headsWhere(
  tx: Db | Tx,
  condition: SQL | undefined,
  { after = null, most = PAGE }: Wanted = {},
): Promise<{ rows: ReturnHead[]; next: ReturnCursor | null }> {
  const found = await tx
    .select({ row: returns, people: sql<number>`count(${returnPersons.id})::int` })
    .from(returns)
    .leftJoin(returnPersons, inIt)
    .where(and(condition, after ? comesAfter(after) : undefined))
    .groupBy(returns.id)
    .orderBy(
      desc(isOpen),
      sql`case when ${isOpen} then ${returns.decidedAt} end`,
      desc(returns.decidedAt),
      returns.id,
    )
    .limit(most + 1);
  const rows: ReturnHead[] = [];
  // One after the other: a transaction has one connection.
  for (const { row, people } of found.slice(0, most)) rows.push(await headOf(tx, row, people));
  const last = found[most - 1]?.row;
  return { rows, next: last && found.length > most ? cursorOf(last) : null };
}

const cursorOf = ({ id, decidedAt, state }: Row): ReturnCursor => ({
  open: OPEN_RETURN_STATES.includes(state as ReturnState),
  at: decidedAt,
  id,
});

function comesAfter({ open, at, id }: ReturnCursor): SQL | undefined {
  const sameTime = and(eq(returns.decidedAt, at), gt(returns.id, id));
  return open
    ? or(not(isOpen), gt(returns.decidedAt, at), sameTime)
    : and(not(isOpen), or(lt(returns.decidedAt, at), sameTime));
}

/**
 * The operations that people of a case are in, and the others that they could join, for who may read the case. They are shown on the case's
 * pages, whose opening is what the audit records. `more`: there are others that are not among these.
 */
export async function returnsOfCase(
  db: Db,
  actor: StaffActor,
  number: string,
  most = MOST_OFFERED,
): Promise<{ own: ReturnHead[]; others: ReturnHead[]; more: boolean }> {
  const none = { own: [], others: [], more: false };
  if (!can(actor.roles, 'case.read') || !isCaseNumber(number)) return none;
  const [row] = await db.select().from(cases).where(eq(cases.number, number));
  if (!row || (await isRecused(db, row.id, actor.id))) return none;
  const people = db
    .select({ id: returnPersons.id })
    .from(returnPersons)
    .where(and(inIt, eq(returnPersons.caseId, row.id)));
  const own = await headsWhere(db, and(isTheirs(actor), exists(people)), { most });
  const others = await headsWhere(db, and(isOpen, isTheirs(actor), notExists(people)), { most });
  return { own: own.rows, others: others.rows, more: others.next !== null };
}
