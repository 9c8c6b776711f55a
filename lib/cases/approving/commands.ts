import 'server-only';
import type { Db, Tx } from '@/db/client';
import { type RecordAudit, withAuditAnew } from '@/lib/audit/commands';
import { type Refusal, refuse } from '@/lib/errors';
import { tell } from '@/lib/notify/outbox/commands';
import { eraseIn } from '@/lib/retention/erasing/commands';
import {
  type Decidable,
  lockForDecision,
  settleApproval,
  subjectOfApproval,
  wasDecidedBy,
} from '@/lib/staff/approvals/commands';
import type { ApprovalAct, DecisionProblem } from '@/lib/staff/approvals/policy';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { isLevel } from '@/lib/urgency/levels';
import { vaultSecret } from '@/lib/vault/secrets';
import { type CaseWork, caseWork, isRecused, lockCase } from '../case-work/commands';
import { isCaseCode } from '../code-lists';
import { type LockedReport, lockReportAndCase, release } from '../contact/commands';
import { applyCaseLevel, applyReportLevel, followIn } from '../levels/commands';
import { withheldIn } from '../people/queries';
import { readTyped, type TextProblem } from '../typed-text';
import { closingProblem, finishClosing } from '../workflow/commands';
import { newsOf } from './news/queries';
import { isWithheldFrom } from './withholding';

/** Why what was approved can no longer be done: the matter has moved on since it was asked. The request then stays as it is. */
type Overtaken = Refusal<'overtaken'>;
/** `gone`: what was asked about is no more, and the request with it. */
type Outcome = { ok: true; gone?: true } | Overtaken;

type Hands = {
  tx: Tx;
  record: RecordAudit;
  actor: StaffActor;
  asked: Decidable;
  /** The case it is about, if it is about one. */
  work: CaseWork | null;
  locked: LockedReport | null;
  /** The audit's secret, which the ledger of erasures is chained by. */
  secret: Buffer;
};

/** What each approval sets off, in the transaction of the decision. It either does all of it or answers before it has written anything. */
const EFFECTS: Readonly<Record<ApprovalAct, (hands: Hands) => Promise<Outcome>>> = {
  LOWER_LEVEL: lowerLevel,
  CLOSE_CASE: closeApproved,
  RELEASE_CONTACT: releaseApproved,
  // The hand-over itself is sent by its writer, who is now free to (lib/referrals).
  SEND_ABROAD: async () => ({ ok: true }),
  ERASE: eraseApproved,
};

/**
 * A second person's decision. What was asked for happens in the same transaction, or nothing does. The same decision sent twice by the same person
 * is taken once. `news`: the mark of what has come since it was asked as the person was shown it (news/queries.ts); while it is another, they have
 * not judged what they would agree to.
 */
export async function decideApproval(
  db: Db,
  actor: StaffActor,
  id: string,
  { approve, answer, news = '' }: { approve: boolean; answer: string; news?: string },
): Promise<
  | { ok: true; again?: true; gone?: true }
  | Refusal<'unknown' | 'recused' | 'withheld' | 'news' | DecisionProblem | TextProblem>
  | Overtaken
> {
  const typed = readTyped(answer, !approve);
  if (!typed.ok) return typed;
  const known = await subjectOfApproval(db, id);
  if (!known) return refuse('unknown');
  const secret = await vaultSecret(db, 'audit');
  return withAuditAnew(db, async (tx, record) => {
    // The object first, as whoever asks locks it first too.
    const locked = known.subject.kind === 'report' ? await lockReportAndCase(tx, known.subject) : null;
    const found =
      known.subject.kind === 'case' ? await lockCase(tx, known.subject.id) : (locked?.row ?? null);
    if (found && (await isRecused(tx, found.id, actor.id))) return refuse('recused');
    // To agree is to judge it: that takes somebody who may know of everybody it is about.
    const request = { act: known.act, state: 'PENDING' } as const;
    if (found && approve && isWithheldFrom(request, await withheldIn(tx, actor, found.id)))
      return refuse('withheld');
    // What was added to a case's reports may not have reached it yet, and after the lowering would be older than that.
    const lowers = approve && known.act === 'LOWER_LEVEL' && known.subject.kind === 'case';
    const follows = lowers && can(actor.roles, 'approval.decide');
    const row = found && follows ? await followIn(tx, record, found) : found;
    const asked = await lockForDecision(tx, actor, id);
    const wanted = approve ? 'APPROVED' : 'DECLINED';
    if (!asked.ok && asked.reason === 'settled' && (await wasDecidedBy(tx, actor, id, wanted)))
      return { ok: true as const, again: true as const };
    if (!asked.ok) return asked;
    if (approve && ((await newsOf(tx, actor, [id])).get(id)?.mark ?? '') !== news) return refuse('news');
    const work = row ? await caseWork(tx, record, actor, row, null) : null;
    if (approve) {
      const done = await EFFECTS[asked.act]({ tx, record, actor, asked, work, locked, secret });
      if (!done.ok || done.gone) return done;
    }
    await settleApproval(tx, record, actor, asked, { state: wanted, answer: typed.text });
    if (work)
      await work.note({
        kind: 'APPROVAL_DECIDED',
        refId: id,
        words: { act: asked.act, state: wanted, answer: typed.text },
      });
    const kind = known.subject.kind === 'case' ? 'case' : 'report';
    await tell(tx, {
      kind: 'APPROVAL',
      staffIds: [asked.row.requestedBy],
      subject: { kind, id: asked.subject.id },
      detail: { act: asked.act, state: wanted },
      dedupe: `approval/${id}`,
    });
    return { ok: true as const };
  });
}

async function lowerLevel({ tx, record, actor, asked, work, locked }: Hands): Promise<Outcome> {
  const { from, level } = asked.payload;
  if (!isLevel(level)) return refuse('overtaken');
  const setting = { level, reason: asked.reason, setBy: asked.row.requestedBy, agreedBy: actor.id };
  if (asked.subject.kind === 'case') {
    if (!work || work.row.state === 'CLOSED' || work.row.level !== from) return refuse('overtaken');
    await applyCaseLevel(work, setting);
    return { ok: true };
  }
  if (!locked || locked.row || locked.report.level !== from) return refuse('overtaken');
  await applyReportLevel(tx, record, actor, locked.report, setting);
  return { ok: true };
}

async function closeApproved({ asked, work }: Hands): Promise<Outcome> {
  const disposition = asked.payload.disposition;
  if (!work || !isCaseCode('disposition', disposition)) return refuse('overtaken');
  if (await closingProblem(work, disposition)) return refuse('overtaken');
  await finishClosing(work, disposition, asked.reason, asked.row.requestedBy);
  return { ok: true };
}

/** The request is erased with what it is about; the ledger and the audit say who asked and who agreed. */
async function eraseApproved({ tx, record, actor, asked, work, secret }: Hands): Promise<Outcome> {
  const { kind, id } = asked.subject;
  if (kind !== 'report' && kind !== 'case') return refuse('overtaken');
  const why = asked.payload.why === 'REQUEST' ? 'REQUEST' : 'DESK';
  const deciders = { askedBy: asked.row.requestedBy, agreedBy: actor.id };
  const done = await eraseIn(tx, record, secret, { kind, id, why, deciders });
  if (!done.ok) return refuse('overtaken');
  if (kind === 'report' && work) await work.note({ kind: 'REPORT_ERASED' });
  return { ok: true, gone: true };
}

async function releaseApproved({ tx, record, actor, asked, locked }: Hands): Promise<Outcome> {
  if (locked?.report.contactRisk !== 'RISKY' || locked.report.contactReleasedAt) return refuse('overtaken');
  await release(tx, record, actor, locked, {
    how: 'TWO_PEOPLE',
    askedBy: asked.row.requestedBy,
    agreedBy: actor.id,
    reviewDueAt: null,
    reason: asked.reason,
  });
  return { ok: true };
}
