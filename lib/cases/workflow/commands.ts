import 'server-only';
import type { Db } from '@/db/client';
import { type Refusal, refuse } from '@/lib/errors';
import { requestApproval } from '@/lib/staff/approvals/commands';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import {
  type CaseGone,
  type CaseHands,
  type CaseWork,
  type Conflict,
  head,
  type OnCase,
  workOnCase,
} from '../case-work/commands';
import {
  holdClocks,
  isWithAgency,
  meetClocks,
  resumeClocks,
  startReopenedClocks,
} from '../clock-keeping/commands';
import { followWord } from '../clock-keeping/word/commands';
import type { CaseState, Disposition } from '../code-lists';
import { type DispositionProblem, dispositionProblem, takesTwo } from '../dispositions';
import { followIn } from '../levels/commands';
import { withheldIn } from '../people/queries';
import { lookAtReopened } from '../reassessing/commands';
import { refreshCase, safetyAtClosing } from '../refreshing/commands';
import { CASE_TRANSITIONS, type CaseAction, caseTransition } from '../transitions';
import { readTyped, type TextProblem } from '../typed-text';

type StepProblem = Refusal<CaseGone | TextProblem | 'not-allowed'> | Conflict;
type Stepped = { ok: true; masked: number } | { ok: true; again: true };

/** Every step but closing and holding, which say more. */
export type PlainAction = Exclude<CaseAction, 'CLOSE' | 'HOLD'>;

/** Does one step of the workflow. */
export async function stepCase(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { action, reason }: { action: PlainAction; reason: string },
): Promise<Stepped | StepProblem | Refusal<'no-hand-over'>> {
  const typed = readTyped(reason, needsReason(action));
  if (!typed.ok) return typed;
  return workOnCase(db, actor, permissionOf(action), on, async (work) => {
    const found = caseTransition(work.row.state as CaseState, work.row.level as Level, action);
    if (!found) return refuse('not-allowed');
    if (found.withAgency && !(await isWithAgency(work.tx, work.row.id))) return refuse('no-hand-over');
    const to = found.to === 'HELD_FROM' ? (work.row.heldFrom as CaseState) : found.to;
    await moveCase(work, to, typed.text);
    return { ok: true as const, masked: typed.masked };
  });
}

/** Puts a case on hold until a date, for a reason: its clocks stand still, unless it is U1. */
export async function holdCase(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { until, reason }: { until: Date; reason: string },
): Promise<Stepped | StepProblem | Refusal<'date-past'>> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, permissionOf('HOLD'), on, async (work) => {
    if (!caseTransition(work.row.state as CaseState, work.row.level as Level, 'HOLD'))
      return refuse('not-allowed');
    if (until.getTime() <= work.at.getTime()) return refuse('date-past');
    const said = { until: until.toISOString() };
    await moveCase(work, 'ON_HOLD', typed.text, { heldUntil: until }, { words: said });
    return { ok: true as const, masked: typed.masked };
  });
}

/**
 * Closes a case with how it ended. Where that takes a second person (dispositions.ts) it is asked for instead, and the case stays open until
 * somebody else has agreed (approving/commands.ts). Where something added to its reports moves the level in this very moment, nothing is closed:
 * the answer is a conflict, and the case stands at the level it then has.
 */
export async function closeCase(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { disposition, reason }: { disposition: Disposition; reason: string },
): Promise<
  | Stepped
  | { ok: true; waits: true; approvalId: string; expiresAt: Date }
  | StepProblem
  | Refusal<DispositionProblem | 'already-asked' | 'withheld'>
> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, permissionOf('CLOSE'), on, async (work) => {
    const followed = await followIn(work.tx, work.record, work.row);
    if (followed !== work.row) return { ...refuse('conflict'), seen: work.row.version, now: head(followed) };
    const problem = await closingProblem(work, disposition);
    if (problem) return refuse(problem);
    if (!takesTwo(disposition, await safetyAtClosing(work.tx, work.row.id), work.row.level as Level)) {
      await finishClosing(work, disposition, typed.text);
      return { ok: true as const, masked: typed.masked };
    }
    const subject = { kind: 'case' as const, id: work.row.id };
    const asked = await requestApproval(work.tx, work.record, actor, {
      act: 'CLOSE_CASE',
      subject,
      payload: { disposition },
      reason: typed.text,
    });
    if (!asked.ok) return asked;
    await work.note({ kind: 'APPROVAL_ASKED', refId: asked.id, words: { act: 'CLOSE_CASE', disposition } });
    return { ok: true as const, waits: true as const, approvalId: asked.id, expiresAt: asked.expiresAt };
  });
}

/**
 * Why a case cannot be closed so now. It says how it ended for everybody in it, so nobody closes it who may not know of them all. Who was taken out of it
 * while at risk counts until they are known to be safe.
 */
export async function closingProblem(
  { tx, row, actor }: CaseWork,
  disposition: Disposition,
): Promise<'not-allowed' | 'withheld' | DispositionProblem | null> {
  if (!caseTransition(row.state as CaseState, row.level as Level, 'CLOSE')) return 'not-allowed';
  if ((await withheldIn(tx, actor, row.id)).now > 0) return 'withheld';
  return dispositionProblem(disposition, await safetyAtClosing(tx, row.id), row.level as Level);
}

/** The closing itself, once nothing stands against it. `askedBy`: who asked, where the hand is a second person's. */
export async function finishClosing(
  work: CaseWork,
  disposition: Disposition,
  reason: string,
  askedBy?: string,
): Promise<void> {
  await moveCase(
    work,
    'CLOSED',
    reason,
    { disposition, closedAt: work.at, recontactAt: null },
    { words: { disposition, ...(askedBy ? { askedBy } : {}) }, detail: { disposition } },
  );
}

type Patch = Parameters<typeof refreshCase>[2];

/** One step: the state, what becomes of the clocks, the timeline. `words` and `detail`: what else the timeline and the audit say of it. */
export async function moveCase(
  work: CaseHands,
  to: CaseState,
  reason: string,
  patch: Patch = {},
  { words = {}, detail = {} }: { words?: Record<string, string>; detail?: Record<string, string> } = {},
): Promise<void> {
  const { tx, row, at } = work;
  const from = row.state as CaseState;
  if (to === 'ON_HOLD') await holdClocks(tx, row.id, at);
  if (from === 'ON_HOLD') await resumeClocks(tx, row.id, at);
  if ((from === 'NEW' || from === 'REOPENED') && to !== 'ON_HOLD')
    await meetClocks(tx, row.id, at, { kinds: ['TRIAGE'] });
  if (to === 'CLOSED') await meetClocks(tx, row.id, at);
  const said = { ...(reason ? { reason } : {}), ...words };
  await work.note({
    kind: 'STATE',
    from,
    to,
    ...(Object.keys(said).length > 0 ? { words: said } : {}),
    detail,
  });
  if (from === 'CLOSED') {
    await startReopenedClocks(tx, row, at);
    await followWord(tx, { ...row, state: to }, at);
    await lookAtReopened(tx, row.id, at);
  }
  await refreshCase(tx, row, {
    heldFrom: to === 'ON_HOLD' ? from : null,
    heldUntil: null,
    ...(from === 'CLOSED' ? { disposition: null, closedAt: null } : {}),
    ...patch,
    state: to,
    stateChangedAt: at,
  });
}

const everyTransition = (action: CaseAction) =>
  Object.values(CASE_TRANSITIONS).flatMap((actions) => actions[action] ?? []);

const needsReason = (action: CaseAction) => everyTransition(action).some((one) => one.needsReason);

/** An action asks for the same permission wherever it is done. */
const permissionOf = (action: CaseAction) => everyTransition(action)[0]?.permission ?? 'case.work';
