import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { reportRequests, reports, reportTransitions } from '@/db/schema/reports';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { maskResidentNumbers } from '@/lib/resident-number';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { ReporterKind } from '@/lib/urgency/answers';
import { openDataKey } from '@/lib/vault/commands';
import { type DataKey, open, seal } from '@/lib/vault/seal';
import { nextPart } from '../additions/commands';
import type { ReportState } from '../code-lists';
import { mayCount, recordConsents } from '../consents';
import { contactBarrier } from '../desk/policy';
import { lockReportFor } from '../desk/recusal/queries';
import { submissionKeyOf } from '../desk/submission-key';
import { messageProblem } from '../mailbox/commands';
import type { SectionAnswers } from '../posted';
import { storeSections } from '../stored/commands';
import { TRANSITIONS } from '../transitions';
import {
  decisionPlace,
  isAsked,
  type RequestDecision,
  type RequestKind,
  requestPlace,
  type SealedRequest,
} from './queries';

/** Consents chosen anew: `answers` holds what was ticked under K1 to K6. */
export type Choice = { reportId: string; kind: ReporterKind; answers: SectionAnswers; shownIn: Locale };
type Asked = { ok: true } | Refusal<'open' | 'gone' | 'unreadable' | 'too-long'>;

/**
 * Asks that a report be withdrawn. Nothing is erased and nothing decided by it; from here on nobody is contacted until staff have decided,
 * because somebody else may hold the code. `submission` is made with the form: sent twice it is asked once.
 * `erase`: that everything be erased as well, which takes two people (lib/cases/erasing).
 */
export async function askToWithdraw(
  db: Db,
  reportId: string,
  typed: string,
  submission: string,
  erase = false,
): Promise<Asked> {
  const problem = typed.trim() ? messageProblem(typed) : null;
  if (problem && problem.reason !== 'empty') return refuse(problem.reason);
  const { text } = maskResidentNumbers(typed.trim());
  return ask(db, reportId, 'WITHDRAW', { text, ...(erase ? { erase } : {}) }, submission);
}

/** Asks that other consents count from now on: all of them anew, with the versions of the words that were read in `shownIn`. */
export async function askToChangeConsent(
  db: Db,
  { reportId, kind, answers, shownIn }: Choice,
  submission: string,
): Promise<Asked> {
  const asked = { answers, consents: recordConsents(kind, answers, shownIn) };
  return ask(db, reportId, 'CONSENT', asked, submission);
}

async function ask(
  db: Db,
  reportId: string,
  kind: RequestKind,
  asked: SealedRequest,
  submission: string,
): Promise<Asked> {
  const submissionKey = await submissionKeyOf(db, { reference: reportId, text: kind, submission });
  return withAudit(db, async (tx, record) => {
    const [report] = await tx.select().from(reports).where(eq(reports.id, reportId)).for('update');
    if (!report) return refuse('gone');
    const [again] = await tx
      .select({ id: reportRequests.id })
      .from(reportRequests)
      .where(eq(reportRequests.submissionKey, submissionKey));
    if (again) return { ok: true as const };
    if (await isAsked(tx, reportId, kind)) return refuse('open');
    const id = randomUUID();
    const key = await openDataKey(tx, { kind: 'report', id: reportId });
    await tx.insert(reportRequests).values({
      id,
      reportId,
      kind,
      sealed: seal(key, requestPlace(id), asked),
      askedAt: now(),
      submissionKey,
    });
    await record({ kind: 'report', id: reportId }, { kind: 'reporter', id: null }, 'request.asked', {
      request: id,
      kind,
    });
    return { ok: true as const };
  });
}

export type Deciding = { reference: string; request: string; decision: RequestDecision; text: string };
type Decided =
  | { ok: true; masked: number }
  | Refusal<
      | 'forbidden'
      | 'unknown'
      | 'empty'
      | 'too-long'
      | 'unreadable'
      | 'no-decision'
      | 'decided'
      | 'screen-first'
    >;

/**
 * Grants or declines a request, with the words that the reporter reads; where word to the reporter is forbidden they stay at the desk. A
 * withdrawal is granted by the transition that staff have for it, and only from where that leads. The same decision sent twice is taken once.
 */
export async function decideRequest(db: Db, actor: StaffActor, deciding: Deciding): Promise<Decided> {
  if (!can(actor.roles, 'report.screen')) return refuse('forbidden');
  const problem = messageProblem(deciding.text);
  if (problem) return problem;
  const { text, masked } = maskResidentNumbers(deciding.text.trim());
  return withAudit(db, async (tx, record) => {
    const report = await lockReportFor(tx, actor, deciding.reference);
    if (!report) return refuse('unknown');
    // The id is looked for among the report's own: what was posted may be anything.
    const asked = await tx.select().from(reportRequests).where(eq(reportRequests.reportId, report.id));
    const request = asked.find(({ id }) => id === deciding.request);
    if (!request) return refuse('unknown');
    const mine = request.decidedBy === actor.id && request.decision === deciding.decision;
    if (request.decision) return mine ? { ok: true as const, masked } : refuse('decided');
    const key = await openDataKey(tx, { kind: 'report', id: report.id });
    const granted = deciding.decision === 'GRANTED';
    if (granted && request.kind === 'WITHDRAW' && !(await withdraw(tx, record, actor, report, key, text)))
      return refuse('screen-first');
    if (granted && request.kind === 'CONSENT')
      await changeConsent(
        tx,
        report.id,
        key,
        open<SealedRequest>(key, requestPlace(request.id), request.sealed),
      );
    const toReporter = contactBarrier({ ...report, withdrawalAsked: false }) !== 'DO_NOT_CONTACT';
    await tx
      .update(reportRequests)
      .set({
        decision: deciding.decision,
        decidedBy: actor.id,
        decidedAt: now(),
        sealedAnswer: seal(key, decisionPlace(request.id), { text, toReporter }),
      })
      .where(eq(reportRequests.id, request.id));
    await record({ kind: 'report', id: report.id }, { kind: 'staff', id: actor.id }, 'request.decided', {
      request: request.id,
      kind: request.kind,
      decision: deciding.decision,
    });
    return { ok: true as const, masked };
  });
}

/** Takes the existing step to WITHDRAWN; false where none leads there from the report's state. One that is withdrawn already stays so. */
async function withdraw(
  tx: Tx,
  record: RecordAudit,
  actor: StaffActor,
  report: typeof reports.$inferSelect,
  key: DataKey,
  reason: string,
): Promise<boolean> {
  const state = report.state as ReportState;
  if (state === 'WITHDRAWN') return true;
  const transition = TRANSITIONS[state].WITHDRAW;
  if (!transition || !can(actor.roles, transition.permission)) return false;
  const id = randomUUID();
  await tx.insert(reportTransitions).values({
    id,
    reportId: report.id,
    fromState: state,
    toState: transition.to,
    staffId: actor.id,
    sealed: seal(key, { table: 'report_transitions', row: id, column: 'sealed' }, { reason }),
    changedAt: now(),
  });
  await tx
    .update(reports)
    .set({ state: transition.to, stateChangedAt: now() })
    .where(eq(reports.id, report.id));
  await record({ kind: 'report', id: report.id }, { kind: 'staff', id: actor.id }, 'report.state', {
    action: 'WITHDRAW',
    from: state,
    to: transition.to,
  });
  return true;
}

/** The new consents become a part of the report; published numbers follow K6 from now on. */
async function changeConsent(tx: Tx, reportId: string, key: DataKey, asked: SealedRequest): Promise<void> {
  const { answers = {}, consents = {} } = asked;
  const part = await nextPart(tx, reportId);
  await storeSections(tx, reportId, key, { S8: { answers, consents } }, part);
  await tx
    .update(reports)
    .set({ inStatistics: mayCount(consents) })
    .where(eq(reports.id, reportId));
}
