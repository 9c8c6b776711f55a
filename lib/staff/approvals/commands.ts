import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, lte } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { approvals } from '@/db/schema/approvals';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import type { AuditObject } from '@/lib/audit/entry';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { isUuid } from '@/lib/uuid';
import { type Owner, openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { can } from '../roles';
import type { StaffActor } from '../session';
import { APPROVALS, type ApprovalAct, type DecisionProblem, decisionProblem } from './policy';
import {
  type ApprovalRequest,
  type ApprovalRow,
  approvalPlaces,
  openRequest,
  standing,
  subjectOf,
} from './queries';
import { tellNoMore, tellOfExpiry, tellWhoDecides } from './telling/commands';

/** What an approval can be about: something with a data key and an audit chain of its own. */
export type Subject = Owner & AuditObject;

/**
 * Asks for a second person, in the transaction of the domain that needs one. One request at a time for an act and its object, or for the one of
 * several things in it that `refId` names; the one whose time is over makes way.
 */
export async function requestApproval(
  tx: Tx,
  record: RecordAudit,
  actor: StaffActor,
  request: { act: ApprovalAct; subject: Subject; refId?: string } & ApprovalRequest,
): Promise<{ ok: true; id: string; expiresAt: Date } | Refusal<'forbidden' | 'already-asked'>> {
  const { act, subject, refId = null, payload, reason } = request;
  if (!can(actor.roles, APPROVALS[act].request)) return refuse('forbidden');
  await expireWhere(tx, record, and(eq(approvals.act, act), eq(approvals.subjectId, subject.id)));
  const id = randomUUID();
  const at = now();
  const expiresAt = new Date(at.getTime() + APPROVALS[act].lifeMs);
  const key = await openDataKey(tx, subject);
  const stored = await tx
    .insert(approvals)
    .values({
      id,
      act,
      subjectKind: subject.kind,
      subjectId: subject.id,
      refId,
      state: 'PENDING',
      requestedBy: actor.id,
      requestedAt: at,
      expiresAt,
      sealed: seal(key, approvalPlaces.sealed(id), { payload, reason }),
    })
    .onConflictDoNothing()
    .returning({ id: approvals.id });
  if (stored.length === 0) return refuse('already-asked');
  await record(subject, { kind: 'staff', id: actor.id }, 'approval.asked', { act, approval: id });
  await tellWhoDecides(tx, { id, act, subject, by: actor.id });
  return { ok: true, id, expiresAt };
}

/** A request that can be decided now, locked, with what was asked. */
export type Decidable = { row: ApprovalRow; act: ApprovalAct; subject: Subject } & ApprovalRequest;

/** The object of a request, for a domain that has to lock it before the request itself. */
export async function subjectOfApproval(
  db: Db,
  id: string,
): Promise<{ act: ApprovalAct; subject: Owner } | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.select().from(approvals).where(eq(approvals.id, id));
  return row ? { act: row.act as ApprovalAct, subject: subjectOf(row) } : null;
}

/** Locks a request for a decision; whoever may not decide it learns why. */
export async function lockForDecision(
  tx: Tx,
  actor: StaffActor,
  id: string,
): Promise<({ ok: true } & Decidable) | Refusal<'unknown' | DecisionProblem>> {
  const [row] = await tx.select().from(approvals).where(eq(approvals.id, id)).for('update');
  if (!row) return refuse('unknown');
  const act = row.act as ApprovalAct;
  const { requestedBy, expiresAt } = row;
  const problem = decisionProblem({ act, state: standing(row), requestedBy, expiresAt }, actor, now());
  if (problem) return refuse(problem);
  const subject = subjectOf(row) as Subject;
  return { ok: true, row, act, subject, ...openRequest(await openDataKey(tx, subject), row) };
}

/** Whether this person has decided a request so already: their answer was lost, or they pressed twice. */
export async function wasDecidedBy(
  tx: Tx,
  actor: StaffActor,
  id: string,
  state: 'APPROVED' | 'DECLINED',
): Promise<boolean> {
  const [found] = await tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.id, id), eq(approvals.decidedBy, actor.id), eq(approvals.state, state)));
  return found !== undefined;
}

/** Writes a decision down, in the transaction that does what was approved. */
export async function settleApproval(
  tx: Tx,
  record: RecordAudit,
  actor: StaffActor,
  { row, act, subject }: Decidable,
  decision: { state: 'APPROVED' | 'DECLINED'; answer: string },
): Promise<void> {
  const key = await openDataKey(tx, subject);
  await tx
    .update(approvals)
    .set({
      state: decision.state,
      decidedBy: actor.id,
      decidedAt: now(),
      sealedAnswer: seal(key, approvalPlaces.answer(row.id), { answer: decision.answer }),
    })
    .where(eq(approvals.id, row.id));
  await tellNoMore(tx, row.id);
  const detail = { act, approval: row.id, decision: decision.state };
  await record(subject, { kind: 'staff', id: actor.id }, 'approval.decided', detail);
}

/** Takes a request back; only who made it can. */
export async function cancelApproval(
  db: Db,
  actor: StaffActor,
  id: string,
): Promise<{ ok: true } | Refusal<'unknown'>> {
  if (!isUuid(id)) return refuse('unknown');
  return withAudit(db, async (tx, record) => {
    const [row] = await tx
      .update(approvals)
      .set({ state: 'CANCELLED' })
      .where(and(eq(approvals.id, id), eq(approvals.requestedBy, actor.id), eq(approvals.state, 'PENDING')))
      .returning();
    if (!row) return refuse('unknown');
    await tellNoMore(tx, id);
    const subject = subjectOf(row) as Subject;
    await record(subject, { kind: 'staff', id: actor.id }, 'approval.cancelled', { approval: id });
    return { ok: true as const };
  });
}

/**
 * Takes back the open requests for an act and its object that the matter has moved on from since they were asked: nobody can agree to them any more,
 * and they would keep another from being asked. The caller holds the object's lock.
 */
export async function cancelOvertaken(
  tx: Tx,
  record: RecordAudit,
  actor: StaffActor,
  { act, subject }: { act: ApprovalAct; subject: Subject },
  isOvertaken: (payload: ApprovalRequest['payload']) => boolean | Promise<boolean>,
): Promise<void> {
  const open = await tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.act, act), eq(approvals.subjectId, subject.id), eq(approvals.state, 'PENDING')))
    .orderBy(asc(approvals.id))
    .for('update');
  for (const row of open) {
    if (!(await isOvertaken(openRequest(await openDataKey(tx, subject), row).payload))) continue;
    await tx.update(approvals).set({ state: 'CANCELLED' }).where(eq(approvals.id, row.id));
    await tellNoMore(tx, row.id);
    const detail = { approval: row.id, overtaken: true };
    await record(subject, { kind: 'staff', id: actor.id }, 'approval.cancelled', detail);
  }
}

/** Marks every request whose time is over. Answers how many. */
export async function expireApprovals(db: Db): Promise<number> {
  return withAudit(db, (tx, record) => expireWhere(tx, record, undefined));
}

async function expireWhere(tx: Tx, record: RecordAudit, which: ReturnType<typeof and>): Promise<number> {
  const over = await tx
    .update(approvals)
    .set({ state: 'EXPIRED' })
    .where(and(which, eq(approvals.state, 'PENDING'), lte(approvals.expiresAt, now())))
    .returning();
  for (const row of over) {
    const subject = subjectOf(row) as Subject;
    await record(subject, { kind: 'system', id: null }, 'approval.expired', { approval: row.id });
    await tellNoMore(tx, row.id);
    await tellOfExpiry(tx, { id: row.id, act: row.act as ApprovalAct, subject, by: row.requestedBy });
  }
  return over.length;
}
