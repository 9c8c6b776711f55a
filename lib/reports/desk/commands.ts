import 'server-only';
import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { messages, notes, reports, reportTransitions } from '@/db/schema/reports';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { maskResidentNumbers } from '@/lib/resident-number';
import { can, type Permission } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { openDataKey } from '@/lib/vault/commands';
import { type DataKey, open, seal } from '@/lib/vault/seal';
import type { ReportState } from '../code-lists';
import { messageProblem } from '../mailbox/commands';
import { messagePlace } from '../mailbox/queries';
import { isAsked } from '../requests/queries';
import { lastPart } from '../stored/queries';
import { IN_CASE, leadsTo, type ReportAction, TRANSITIONS } from '../transitions';
import { contactBarrier } from './policy';
import { lockReportFor } from './recusal/queries';
import { submissionKeyOf } from './submission-key';

type TextProblem = 'empty' | 'too-long' | 'unreadable';
type Gone = 'forbidden' | 'unknown';
type Work<Result> = (
  tx: Tx,
  report: typeof reports.$inferSelect,
  record: (act: string, detail?: Record<string, string | number>) => Promise<void>,
) => Promise<Result>;

/** Permission, then the report's row locked: what follows sees and changes it alone. To who has stepped back from its case there is none. */
async function withReport<Result>(
  db: Db,
  actor: StaffActor,
  permission: Permission,
  reference: string,
  work: Work<Result>,
): Promise<Result | Refusal<Gone>> {
  if (!can(actor.roles, permission)) return refuse('forbidden');
  return withAudit(db, async (tx, record: RecordAudit) => {
    const report = await lockReportFor(tx, actor, reference);
    if (!report) return refuse('unknown');
    return work(tx, report, (act, detail) =>
      record({ kind: 'report', id: report.id }, { kind: 'staff', id: actor.id }, act, detail),
    );
  });
}

export type StateChange = {
  reference: string;
  action: ReportAction;
  seen: ReportState;
  /** The level and the last part as the person read them, where they read them. */
  read?: { level: Level; part?: number };
  reason: string;
};

/**
 * Does one action of the transition table. `seen` is the state that the person decided on, `read` what they had read: when the report has moved on
 * since, or says more, nothing is changed and the answer says where it stands. The same form sent twice is done once. `masked`: as in `addNote`.
 */
export async function changeState(
  db: Db,
  actor: StaffActor,
  { reference, action, seen, read, reason }: StateChange,
): Promise<
  | { ok: true; masked: number }
  | Refusal<Gone | TextProblem | 'not-allowed'>
  | (Refusal<'conflict'> & { state: ReportState })
> {
  const transition = TRANSITIONS[seen][action];
  if (!transition) return refuse('not-allowed');
  const problem = messageProblem(reason);
  if (problem && (transition.needsReason || problem.reason !== 'empty')) return problem;
  return withReport(db, actor, transition.permission, reference, async (tx, report, record) => {
    const state = report.state as ReportState;
    const key = await openDataKey(tx, { kind: 'report', id: report.id });
    const { text: clean, masked } = maskResidentNumbers(reason.trim());
    const last = await lastStep(tx, key, report.id);
    if (state !== seen) {
      const known: readonly ReportState[] = [transition.to, ...(action === 'REOPEN' ? IN_CASE : [])];
      const mine = last?.staffId === actor.id && last.from === seen && known.some((to) => to === last.to);
      return mine && last.reason === clean ? { ok: true as const, masked } : { ...refuse('conflict'), state };
    }
    if (read && (await saysMore(tx, report, read))) return { ...refuse('conflict'), state };
    const id = randomUUID();
    const to = leadsTo(transition, last);
    const place = { table: 'report_transitions', row: id, column: 'sealed' };
    await tx.insert(reportTransitions).values({
      id,
      reportId: report.id,
      fromState: state,
      toState: to,
      staffId: actor.id,
      sealed: clean ? seal(key, place, { reason: clean }) : null,
      changedAt: now(),
    });
    await tx.update(reports).set({ state: to, stateChangedAt: now() }).where(eq(reports.id, report.id));
    await record('report.state', { action, from: state, to });
    return { ok: true as const, masked };
  });
}

/** Whether a report is not what somebody had read: another level, or something was added. */
async function saysMore(
  tx: Tx,
  report: typeof reports.$inferSelect,
  { level, part }: NonNullable<StateChange['read']>,
): Promise<boolean> {
  return report.level !== level || (part !== undefined && (await lastPart(tx, report.id)) !== part);
}

async function lastStep(tx: Tx, key: DataKey, reportId: string) {
  const [row] = await tx
    .select()
    .from(reportTransitions)
    .where(eq(reportTransitions.reportId, reportId))
    .orderBy(desc(reportTransitions.changedAt))
    .limit(1);
  if (!row) return null;
  const place = { table: 'report_transitions', row: row.id, column: 'sealed' };
  const reason = row.sealed ? open<{ reason: string }>(key, place, row.sealed).reason : '';
  return { staffId: row.staffId, from: row.fromState, to: row.toState, reason };
}

/** `submission` is made with the form, so that the same text sent twice is stored once. */
export type Writing = { reference: string; text: string; submission: string };

/** Adds a note that only staff read. `masked`: how many resident registration numbers were masked in it. */
export async function addNote(
  db: Db,
  actor: StaffActor,
  writing: Writing,
): Promise<{ ok: true; masked: number } | Refusal<Gone | TextProblem>> {
  const { reference, text } = writing;
  const problem = messageProblem(text);
  if (problem) return problem;
  const submissionKey = await submissionKeyOf(db, writing);
  return withReport(db, actor, 'report.note', reference, async (tx, report, record) => {
    const id = randomUUID();
    const key = await openDataKey(tx, { kind: 'report', id: report.id });
    const clean = maskResidentNumbers(text.trim());
    const sealed = seal(key, { table: 'notes', row: id, column: 'sealed' }, { text: clean.text });
    const stored = await tx
      .insert(notes)
      .values({ id, reportId: report.id, authorId: actor.id, sealed, writtenAt: now(), submissionKey })
      .onConflictDoNothing({ target: notes.submissionKey })
      .returning({ id: notes.id });
    if (stored.length > 0) await record('report.note', { note: id });
    return { ok: true as const, masked: clean.masked };
  });
}

/** Writes to the reporter's mailbox, unless word could endanger someone: then nothing is sent by anyone, whatever the screen offered. */
export async function sendMessage(
  db: Db,
  actor: StaffActor,
  writing: Writing,
): Promise<{ ok: true; masked: number } | Refusal<Gone | TextProblem | 'do-not-contact'>> {
  const { reference, text } = writing;
  const problem = messageProblem(text);
  if (problem) return problem;
  const submissionKey = await submissionKeyOf(db, writing);
  return withReport(db, actor, 'report.message', reference, async (tx, report, record) => {
    const withdrawalAsked = await isAsked(tx, report.id, 'WITHDRAW');
    const barrier = contactBarrier({ ...report, withdrawalAsked });
    if (barrier) {
      await record('report.message.refused', { why: barrier });
      return refuse('do-not-contact');
    }
    const id = randomUUID();
    const key = await openDataKey(tx, { kind: 'report', id: report.id });
    const clean = maskResidentNumbers(text.trim());
    const sealed = seal(key, messagePlace(id), { text: clean.text });
    const stored = await tx
      .insert(messages)
      .values({
        id,
        reportId: report.id,
        direction: 'TO_REPORTER',
        authorId: actor.id,
        sealed,
        sentAt: now(),
        submissionKey,
      })
      .onConflictDoNothing({ target: messages.submissionKey })
      .returning({ id: messages.id });
    if (stored.length > 0) await record('report.message', { message: id });
    return { ok: true as const, masked: clean.masked };
  });
}
