import 'server-only';
import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { reports, reportTransitions } from '@/db/schema/reports';
import { now } from '@/lib/clock';
import { describeError, type Refusal, refuse } from '@/lib/errors';
import { log } from '@/lib/log';
import type { ReportState } from '@/lib/reports/code-lists';
import { changeState } from '@/lib/reports/desk/commands';
import { TRANSITIONS } from '@/lib/reports/transitions';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { type Level, levels } from '@/lib/urgency/levels';
import { lowersGravely } from '@/lib/urgency/standing';
import { isCaseNumber } from '../case-number';
import { setCaseLevel, setReportLevel } from '../levels/commands';
import { assignCase, assignReport } from '../team/commands';
import { readTyped, type TextProblem } from '../typed-text';
import {
  assigneeOf,
  type BulkOrder,
  type BulkSubject,
  canBeUndone,
  type LeftOut,
  needsReason,
  stateActOf,
} from './acts';
import { planBulk } from './queries';
import { isUndoable, type Undoable, type UndoRecord } from './undo';

export type BulkResult = {
  ok: true;
  done: string[];
  left: { ref: string; why: LeftOut }[];
  /** Null when nothing was done, or what was done has no reverse. */
  undo: UndoRecord | null;
};

/**
 * Does one act to many rows, one after the other by the commands that do it to one: each is checked, stored and audited for itself. `seen` is
 * what the preview saw of a row (acts.ts); what has changed since is left out. `submission`: the same form sent twice is done once.
 */
export async function doBulk(
  db: Db,
  actor: StaffActor,
  order: BulkOrder & { reason: string; submission: string },
  rows: readonly { ref: string; seen: string }[],
): Promise<BulkResult | Refusal<'forbidden' | TextProblem>> {
  if (!can(actor.roles, 'report.screen')) return refuse('forbidden');
  const typed = readTyped(order.reason, needsReason(order.act));
  if (!typed.ok) return typed;
  const refs = rows.map(({ ref }) => ref);
  const plan = await planBulk(db, actor, order, refs);
  const seen = new Map(rows.map((row) => [row.ref, row.seen]));
  const left = plan.leftOut.map(({ ref, why }) => ({ ref, why }));
  const items: Undoable[] = [];
  for (const { subject, seen: current } of plan.doable) {
    const item = seen.get(subject.ref) === current ? await tried(db, actor, order, subject) : null;
    if (item === 'failed') left.push({ ref: subject.ref, why: item });
    else if (item) items.push(item);
    else left.push({ ref: subject.ref, why: 'changed' });
  }
  const kind = stateActOf(order.act) ? ('STATE' as const) : ('ASSIGN' as const);
  const undo = { kind, by: actor.id, at: now().getTime(), items };
  return {
    ok: true,
    done: items.map(({ ref }) => ref),
    left,
    undo: canBeUndone(order.act) && items.length > 0 ? undo : null,
  };
}

/** One that breaks is left out: the others are done, and those done before it can be taken back. */
async function tried(...doing: Parameters<typeof doOne>): Promise<Undoable | null | 'failed'> {
  try {
    return await doOne(...doing);
  } catch (error) {
    log.error('bulk.row-failed', describeError(error));
    return 'failed';
  }
}

/** Null when the row moved on in this very moment. */
async function doOne(
  db: Db,
  actor: StaffActor,
  order: BulkOrder & { reason: string; submission: string },
  { ref, state, level, assignedTo, version }: BulkSubject,
): Promise<Undoable | null> {
  const to = assigneeOf(order, actor.id);
  const action = stateActOf(order.act);
  if (action) {
    const seen = state as ReportState;
    const change = { reference: ref, action, seen, read: { level }, reason: order.reason };
    const changed = await changeState(db, actor, change);
    return changed.ok ? { ref, before: state, after: TRANSITIONS[seen][action]?.to ?? '' } : null;
  }
  const staffId = to ?? null;
  if (version !== null) {
    const on = { number: ref, seen: version, submission: `${order.submission}/${ref}` };
    const given = await assignCase(db, actor, on, staffId);
    return given.ok ? { ref, before: assignedTo ?? '', after: `${version + 1}` } : null;
  }
  const given = await assignReport(db, actor, ref, { staffId, seen: assignedTo });
  return given.ok ? { ref, before: assignedTo ?? '', after: staffId ?? '' } : null;
}

export type LevelOrder = {
  ref: string;
  level: Level;
  /** The level that the person decided on, and of a case its version. */
  was: Level;
  version: number | null;
  reason: string;
  submission: string;
};

/** Sets the level of a report or a case from its row in the queue. Raising to U1 or U2 has no undo: lowering from there takes a second person. */
export async function changeLevel(
  db: Db,
  actor: StaffActor,
  { ref, level, was, version, reason, submission }: LevelOrder,
): Promise<{ ok: true; waits: boolean; undo: UndoRecord | null } | { ok: false; reason: string }> {
  const number = { number: ref, seen: version, submission };
  const changed = isCaseNumber(ref)
    ? await setCaseLevel(db, actor, number, { level, reason })
    : await setReportLevel(db, actor, ref, { level, seen: was, reason });
  if (!changed.ok)
    return { ok: false, reason: changed.reason === 'level-conflict' ? 'conflict' : changed.reason };
  const waits = 'waits' in changed;
  const after = version === null ? level : `${version + 1}`;
  const undo = {
    kind: 'LEVEL' as const,
    by: actor.id,
    at: now().getTime(),
    items: [{ ref, before: was, after }],
  };
  return { ok: true, waits, undo: waits || lowersGravely(level, was) ? null : undo };
}

/**
 * Takes the last act back, row by row, by the reverse that its command has. A row that anybody has changed since is left as it is and named.
 * `reason` is what the history of each says.
 */
export async function undoActs(
  db: Db,
  actor: StaffActor,
  record: UndoRecord | null,
  reason: string,
): Promise<{ ok: true; done: string[]; left: { ref: string; why: LeftOut }[] } | Refusal<'too-late'>> {
  if (!isUndoable(record, actor.id, now())) return refuse('too-late');
  const done: string[] = [];
  const left: { ref: string; why: LeftOut }[] = [];
  for (const item of record.items)
    if (await UNDO[record.kind](db, actor, item, reason)) done.push(item.ref);
    else left.push({ ref: item.ref, why: 'changed' });
  return { ok: true, done, left };
}

type Undo = (db: Db, actor: StaffActor, item: Undoable, reason: string) => Promise<boolean>;

const onCase = ({ ref, after }: Undoable) => ({
  number: ref,
  seen: Number(after),
  submission: `undo/${randomUUID()}`,
});

const UNDO: Record<UndoRecord['kind'], Undo> = {
  ASSIGN: async (db, actor, item) => {
    const staffId = item.before || null;
    if (isCaseNumber(item.ref)) return (await assignCase(db, actor, onCase(item), staffId)).ok;
    return (await assignReport(db, actor, item.ref, { staffId, seen: item.after || null })).ok;
  },
  STATE: async (db, actor, { ref, after }, reason) => {
    if (!(await wasLastStepBy(db, ref, actor.id))) return false;
    const seen = after as ReportState;
    return (await changeState(db, actor, { reference: ref, action: 'REOPEN', seen, reason })).ok;
  },
  LEVEL: async (db, actor, item, reason) => {
    const level = levels.find((one) => one === item.before);
    if (!level) return false;
    if (isCaseNumber(item.ref)) return (await setCaseLevel(db, actor, onCase(item), { level, reason })).ok;
    const seen = item.after as Level;
    return (await setReportLevel(db, actor, item.ref, { level, seen, reason })).ok;
  },
};

/** Whether the newest step of a report is this person's: it may have gone to and fro since. */
async function wasLastStepBy(db: Db, reference: string, staffId: string): Promise<boolean> {
  const [last] = await db
    .select({ staffId: reportTransitions.staffId })
    .from(reportTransitions)
    .innerJoin(reports, eq(reports.id, reportTransitions.reportId))
    .where(eq(reports.reference, reference))
    .orderBy(desc(reportTransitions.changedAt))
    .limit(1);
  return last?.staffId === staffId;
}
