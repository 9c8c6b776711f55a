import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { casePersons, cases } from '@/db/schema/cases';
import { returnPersons, returns } from '@/db/schema/returns';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { maskResidentNumbers } from '@/lib/resident-number';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { isUuid } from '@/lib/uuid';
import { createDataKey, openDataKey } from '@/lib/vault/commands';
import type { DataKey } from '@/lib/vault/seal';
import {
  type CaseGone,
  type CaseRow,
  type CaseWork,
  type Conflict,
  caseWork,
  lockCase,
  type OnCase,
  workOnCase,
} from '../case-work/commands';
import { holdClocks, meetClocks, startClock } from '../clock-keeping/commands';
import { isTheirPerson } from '../people/queries';
import { sealRow } from '../places';
import { refreshCase } from '../refreshing/commands';
import {
  OPEN_RETURN_STATES,
  RETURN_TRANSITIONS,
  type ReturnAction,
  type ReturnAnswer,
  type ReturnPlan,
  type ReturnState,
} from '../return-transitions';
import { readTyped, type TextProblem } from '../typed-text';
import { isTheirReturnee, isTheirs } from './queries';

type Done = { ok: true; again?: true };
type ReturnRow = typeof returns.$inferSelect;
type ReturnGone = 'forbidden' | 'unknown-return' | 'recused';
type ReturnConflict = Refusal<'return-conflict'> & { seen: number; version: number };
export type ReturnDates = { decidedAt: Date; plannedAt: Date | null };
/** Which operation, and which version of it the person decided on. */
export type OnReturn = { returnId: string; seen: number };

/** Decides to bring people of a case home together. Its 30 days run in the case from the decision. */
export async function planReturn(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { plan, dates, personIds }: { plan: ReturnPlan; dates: ReturnDates; personIds: readonly string[] },
): Promise<
  | (Done & { returnId?: string })
  | Refusal<CaseGone | 'closed' | 'nobody' | 'not-yet' | 'unknown-person' | 'in-another-return'>
  | Conflict
> {
  if (personIds.length === 0) return refuse('nobody');
  return workOnCase(db, actor, 'case.work', on, async (work) => {
    if (work.row.state === 'CLOSED') return refuse('closed');
    if (dates.decidedAt > work.at) return refuse('not-yet');
    const problem = await joiningProblem(work, personIds, null);
    if (problem) return refuse(problem);
    const id = randomUUID();
    const key = await createDataKey(work.tx, { kind: 'return', id });
    const row = { id, state: 'PLANNED', stateChangedAt: work.at, ...dates, createdBy: actor.id };
    const sealed = sealRow(key, 'returns', id, masked(plan));
    await work.tx.insert(returns).values({ ...row, createdAt: work.at, sealed });
    await work.record({ kind: 'return', id }, { kind: 'staff', id: actor.id }, 'return.planned');
    await join(work, key, { id, decidedAt: dates.decidedAt }, personIds);
    return { ok: true as const, returnId: id };
  });
}

/** Takes people of another case along in an operation there is, if it is theirs to see. */
export async function joinReturn(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { returnId, personIds }: { returnId: string; personIds: readonly string[] },
): Promise<
  | Done
  | Refusal<
      | CaseGone
      | 'closed'
      | 'nobody'
      | 'unknown-person'
      | 'in-another-return'
      | 'unknown-return'
      | 'not-allowed'
    >
  | Conflict
> {
  if (personIds.length === 0) return refuse('nobody');
  return workOnCase(db, actor, 'case.work', on, async (work) => {
    if (work.row.state === 'CLOSED') return refuse('closed');
    const theirs = and(eq(returns.id, returnId), isTheirs(actor));
    const [row] = await work.tx.select().from(returns).where(theirs).for('update');
    if (!row) return refuse('unknown-return');
    if (!isOpen(row)) return refuse('not-allowed');
    const problem = await joiningProblem(work, personIds, returnId);
    if (problem) return refuse(problem);
    const key = await openDataKey(work.tx, { kind: 'return', id: returnId });
    if (await join(work, key, row, personIds)) await raise(work.tx, row);
    return { ok: true as const };
  });
}

const isOpen = (row: ReturnRow) => OPEN_RETURN_STATES.includes(row.state as ReturnState);

/** Why these people cannot come along: not in the case or not theirs, or in another operation that is still open. */
async function joiningProblem(
  { tx, row, actor }: CaseWork,
  personIds: readonly string[],
  returnId: string | null,
): Promise<'unknown-person' | 'in-another-return' | null> {
  const here = await tx
    .select({ id: casePersons.personId })
    .from(casePersons)
    .where(
      and(
        eq(casePersons.caseId, row.id),
        isNull(casePersons.removedAt),
        inArray(casePersons.personId, [...personIds]),
        isTheirPerson(actor, casePersons.personId),
      ),
    );
  if (new Set(here.map(({ id }) => id)).size !== new Set(personIds).size) return 'unknown-person';
  const taken = await tx
    .select({ id: returnPersons.id })
    .from(returnPersons)
    .innerJoin(returns, eq(returns.id, returnPersons.returnId))
    .where(
      and(
        inArray(returnPersons.personId, [...personIds]),
        isNull(returnPersons.removedAt),
        inArray(returns.state, [...OPEN_RETURN_STATES]),
        returnId ? ne(returns.id, returnId) : undefined,
      ),
    );
  return taken.length > 0 ? 'in-another-return' : null;
}

/** Puts people into an operation, with their case's clock if it has none of this operation yet. Answers whether anybody is new in it. */
async function join(
  work: CaseWork,
  key: DataKey,
  operation: { id: string; decidedAt: Date },
  personIds: readonly string[],
): Promise<boolean> {
  const { tx, row, at } = work;
  const before = await peopleIn(tx, operation.id);
  const joining = [...new Set(personIds)].filter((id) => before.every((one) => one.personId !== id));
  if (joining.length === 0) return false;
  for (const personId of joining) {
    const id = randomUUID();
    const sealed = sealRow(key, 'return_persons', id, { answer: 'UNDECIDED', note: '' });
    const joined = { id, returnId: operation.id, personId, caseId: row.id, addedAt: at, sealed };
    await tx.insert(returnPersons).values(joined);
  }
  if (!before.some((one) => one.caseId === row.id)) {
    await startClock(tx, {
      of: { caseId: row.id, returnId: operation.id },
      kind: 'RETURN',
      level: row.level as Level,
      startedAt: operation.decidedAt,
    });
    // It stands still with the others of a case on hold, which stand still already.
    if (row.state === 'ON_HOLD') await holdClocks(tx, row.id, at);
  }
  await work.note({ kind: 'RETURN', refId: operation.id, to: 'PLANNED', detail: { return: operation.id } });
  await refreshCase(tx, row);
  return true;
}

async function hasStranger(tx: Tx, actor: StaffActor, returnId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: returnPersons.id })
    .from(returnPersons)
    .where(
      and(
        eq(returnPersons.returnId, returnId),
        isNull(returnPersons.removedAt),
        sql`not ${isTheirReturnee(actor)}`,
      ),
    )
    .limit(1);
  return found !== undefined;
}

const peopleIn = (tx: Tx, returnId: string) =>
  tx
    .select()
    .from(returnPersons)
    .where(and(eq(returnPersons.returnId, returnId), isNull(returnPersons.removedAt)));

type ReturnWork = { tx: Tx; row: ReturnRow; key: DataKey; at: Date; works: CaseWork[]; record: RecordAudit };

/**
 * Permission, then every case with people in the operation locked, in the order of their ids, and the operation after them: the order in which
 * `workOnCase` comes here too, so that none waits for the other. Nobody acts on it to whom one of its people is not theirs.
 */
async function workOnReturn<Result>(
  db: Db,
  actor: StaffActor,
  on: OnReturn,
  work: (on: ReturnWork) => Promise<Result>,
): Promise<Result | Refusal<ReturnGone> | ReturnConflict> {
  if (!can(actor.roles, 'case.work')) return refuse('forbidden');
  if (!isUuid(on.returnId)) return refuse('unknown-return');
  return withAudit(db, async (tx, record) => {
    const rows: CaseRow[] = [];
    for (const id of await casesIn(tx, on.returnId)) {
      const row = await lockCase(tx, id);
      if (row) rows.push(row);
    }
    const [row] = await tx.select().from(returns).where(eq(returns.id, on.returnId)).for('update');
    if (!row) return refuse('unknown-return');
    if (await hasStranger(tx, actor, row.id)) return refuse('recused');
    // A case that joined between the look and the lock has raised the version too.
    if (row.version !== on.seen) return { ...refuse('return-conflict'), seen: on.seen, version: row.version };
    const key = await openDataKey(tx, { kind: 'return', id: row.id });
    // One moment for the operation and every case of it: what it stores and what their timelines say are told apart by nothing.
    const at = now();
    const works = await inTurn(rows, (one) => caseWork(tx, record, actor, one, null, at));
    return work({ tx, row, key, at, works, record });
  });
}

async function inTurn<One, Result>(all: readonly One[], each: (one: One) => Promise<Result>) {
  const done: Result[] = [];
  for (const one of all) done.push(await each(one));
  return done;
}

async function casesIn(tx: Tx, returnId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: cases.id })
    .from(returnPersons)
    .innerJoin(cases, eq(cases.id, returnPersons.caseId))
    .where(and(eq(returnPersons.returnId, returnId), isNull(returnPersons.removedAt)))
    .orderBy(asc(cases.id));
  return rows.map(({ id }) => id);
}

const raise = (tx: Tx, row: ReturnRow, patch: Partial<ReturnRow> = {}) =>
  tx
    .update(returns)
    .set({ ...patch, version: row.version + 1 })
    .where(eq(returns.id, row.id));

/** Changes the plan of an operation that is not over. */
export async function changeReturn(
  db: Db,
  actor: StaffActor,
  on: OnReturn,
  { plan, plannedAt }: { plan: ReturnPlan; plannedAt: Date | null },
): Promise<{ ok: true } | Refusal<ReturnGone | 'not-allowed'> | ReturnConflict> {
  return workOnReturn(db, actor, on, async ({ tx, row, key, record }) => {
    if (!isOpen(row)) return refuse('not-allowed');
    await raise(tx, row, { sealed: sealRow(key, 'returns', row.id, masked(plan)), plannedAt });
    await record({ kind: 'return', id: row.id }, { kind: 'staff', id: actor.id }, 'return.changed');
    return { ok: true as const };
  });
}

/** Does one step of an operation. Once it is over its clocks stop, in every case it took people from. */
export async function stepReturn(
  db: Db,
  actor: StaffActor,
  on: OnReturn,
  { action, reason }: { action: ReturnAction; reason: string },
): Promise<{ ok: true } | Refusal<ReturnGone | TextProblem | 'not-allowed'> | ReturnConflict> {
  const typed = readTyped(reason, action === 'CANCEL');
  if (!typed.ok) return typed;
  return workOnReturn(db, actor, on, async ({ tx, row, at, works, record }) => {
    const from = row.state as ReturnState;
    const found = RETURN_TRANSITIONS[from][action];
    if (!found) return refuse('not-allowed');
    await raise(tx, row, { state: found.to, stateChangedAt: at });
    const codes = { from, to: found.to };
    await record({ kind: 'return', id: row.id }, { kind: 'staff', id: actor.id }, 'return.state', codes);
    const isOver = !OPEN_RETURN_STATES.includes(found.to);
    for (const work of works) {
      if (isOver) await meetClocks(tx, work.row.id, at, { returnId: row.id });
      const words = typed.text ? { words: { reason: typed.text } } : {};
      await work.note({ kind: 'RETURN', refId: row.id, ...codes, ...words, detail: { return: row.id } });
      await refreshCase(tx, work.row);
    }
    return { ok: true as const };
  });
}

type OfPerson = { personId: string };

/** Records what somebody said to coming along; what they said before stays in their case's timeline. */
export async function answerReturn(
  db: Db,
  actor: StaffActor,
  on: OnReturn,
  { personId, answer, note }: OfPerson & { answer: ReturnAnswer; note: string },
): Promise<{ ok: true } | Refusal<ReturnGone | 'not-allowed' | 'unknown-person'> | ReturnConflict> {
  return workOnReturn(db, actor, on, async ({ tx, row, key, at, works }) => {
    if (!isOpen(row)) return refuse('not-allowed');
    const found = await personIn(tx, row.id, personId, works);
    if (!found) return refuse('unknown-person');
    const said = { answer, note: maskResidentNumbers(note.trim()).text };
    const sealed = sealRow(key, 'return_persons', found.id, said);
    await tx
      .update(returnPersons)
      .set({ sealed, answeredBy: actor.id, answeredAt: at })
      .where(eq(returnPersons.id, found.id));
    await found.work.note({
      kind: 'RETURN_ANSWER',
      refId: personId,
      words: said,
      detail: { return: row.id, person: personId },
    });
    await raise(tx, row);
    return { ok: true as const };
  });
}

/** Takes somebody out of an operation who does not come along. With the last of a case its clock stops. */
export async function leaveReturn(
  db: Db,
  actor: StaffActor,
  on: OnReturn,
  { personId, reason }: OfPerson & { reason: string },
): Promise<
  { ok: true } | Refusal<ReturnGone | TextProblem | 'not-allowed' | 'unknown-person'> | ReturnConflict
> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return workOnReturn(db, actor, on, async ({ tx, row, at, works }) => {
    if (!isOpen(row)) return refuse('not-allowed');
    const found = await personIn(tx, row.id, personId, works);
    if (!found) return refuse('unknown-person');
    const { work } = found;
    await tx.update(returnPersons).set({ removedAt: at }).where(eq(returnPersons.id, found.id));
    const left = (await peopleIn(tx, row.id)).filter((one) => one.caseId === work.row.id);
    if (left.length === 0) await meetClocks(tx, work.row.id, at, { returnId: row.id });
    await work.note({
      kind: 'RETURN_ANSWER',
      refId: personId,
      to: 'LEFT',
      words: { reason: typed.text },
      detail: { return: row.id, person: personId },
    });
    await refreshCase(tx, work.row);
    await raise(tx, row);
    return { ok: true as const };
  });
}

async function personIn(tx: Tx, returnId: string, personId: string, works: readonly CaseWork[]) {
  const found = (await peopleIn(tx, returnId)).find((one) => one.personId === personId);
  const work = works.find(({ row }) => row.id === found?.caseId);
  return found && work ? { id: found.id, work } : null;
}

const masked = (plan: ReturnPlan): ReturnPlan => {
  const clean = (text: string) => maskResidentNumbers(text.trim()).text;
  const { flight, from, to, escort, note } = plan;
  return {
    flight: clean(flight),
    from: clean(from),
    to: clean(to),
    escort: clean(escort),
    note: clean(note),
  };
};
