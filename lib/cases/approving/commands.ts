import 'server-only';
import type { Db, Tx } from '@/db/client';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import { type Refusal, refuse } from '@/lib/errors';
import { tell } from '@/lib/notify/outbox/commands';
import { isRecusedFromReport } from '@/lib/reports/desk/recusal/queries';
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
import type { Owner } from '@/lib/vault/commands';
import { vaultSecret } from '@/lib/vault/secrets';
import { type CaseWork, caseWork, isRecused, lockCase, lockCasesOf } from '../case-work/commands';
import { isCaseCode } from '../code-lists';
import { type LockedReport, lockReportAndCase, release } from '../contact/commands';
import { applyCaseLevel, applyReportLevel, followIn } from '../levels/commands';
import { hasSteppedBackFrom, withheldIn } from '../people/queries';
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
  /** That case, or every case that the person stands in whom it is about. */
  works: readonly CaseWork[];
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
 * not judged what they would agree to. The same of a closing where the level moves in this very moment.
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
  return withAudit(db, async (tx, record) => {
    // The object first, as whoever asks locks it first too.
    const { kind, id: about } = known.subject;
    const locked = kind === 'report' ? await lockReportAndCase(tx, known.subject) : null;
    const found = kind === 'case' ? await lockCase(tx, about) : (locked?.row ?? null);
    const theirs = kind === 'person' ? await lockCasesOf(tx, about) : [];
    if (kind === 'person' && (await hasSteppedBackFrom(tx, actor, about))) return refuse('recused');
    if (kind === 'report' && (await isRecusedFromReport(tx, about, actor.id))) return refuse('recused');
    if (found && (await isRecused(tx, found.id, actor.id))) return refuse('recused');
    // To agree is to judge it: that takes somebody who may know of everybody it is about.
    const request = { act: known.act, state: 'PENDING' } as const;
    if (found && approve && isWithheldFrom(request, await withheldIn(tx, actor, found.id)))
      return refuse('withheld');
    // What was added to a case's reports may not have reached it yet, and after the lowering or the closing would be older than that.
    const closes = known.act === 'CLOSE_CASE';
    const judges = approve && kind === 'case' && (closes || known.act === 'LOWER_LEVEL');
    const follows = judges && can(actor.roles, 'approval.decide');
    const row = found && follows ? await followIn(tx, record, found) : found;
    const asked = await lockForDecision(tx, actor, id);
    const wanted = approve ? 'APPROVED' : 'DECLINED';
    if (!asked.ok && asked.reason === 'settled' && (await wasDecidedBy(tx, actor, id, wanted)))
      return { ok: true as const, again: true as const };
    if (!asked.ok) return asked;
    const moved = closes && row !== found;
    if (approve && (moved || ((await newsOf(tx, actor, [id])).get(id)?.mark ?? '') !== news))
      return refuse('news');
    const work = row ? await caseWork(tx, record, actor, row, null) : null;
    const works = work ? [work] : [];
    for (const one of theirs) works.push(await caseWork(tx, record, actor, one, null));
    if (approve) {
      const done = await EFFECTS[asked.act]({ tx, record, actor, asked, work, works, locked, secret });
      if (!done.ok || done.gone) return done;
    }
    await settleApproval(tx, record, actor, asked, { state: wanted, answer: typed.text });
    const { of = '' } = asked.payload;
    const said = { act: asked.act, state: wanted, answer: typed.text, ...(of ? { of } : {}) };
    for (const one of works) await one.note({ kind: 'APPROVAL_DECIDED', refId: id, words: said });
    const subject = toldAbout(known.subject, works);
    if (subject)
      await tell(tx, {
        kind: 'APPROVAL',
        staffIds: [asked.row.requestedBy],
        subject,
        detail: { act: asked.act, state: wanted },
        dedupe: `approval/${id}`,
      });
    return { ok: true as const };
  });
}

/** What a notice leads to: the report or the case, and of a person a case that they stand in. */
function toldAbout({ kind, id }: Owner, works: readonly CaseWork[]) {
  if (kind === 'report' || kind === 'case') return { kind, id };
  const [first] = works;
  return first ? { kind: 'case' as const, id: first.row.id } : null;
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
async function eraseApproved(hands: Hands): Promise<Outcome> {
  const { tx, record, actor, asked, work, secret } = hands;
  const { kind, id } = asked.subject;
  if (kind !== 'report' && kind !== 'case' && kind !== 'person') return refuse('overtaken');
  const why = asked.payload.why === 'REQUEST' ? 'REQUEST' : 'DESK';
  const deciders = { askedBy: asked.row.requestedBy, agreedBy: actor.id };
  const done = await eraseIn(tx, record, secret, { kind, id, why, deciders });
  if (!done.ok) return refuse('overtaken');
  if (kind === 'report' && work) await work.note({ kind: 'REPORT_ERASED' });
  if (kind === 'person') await sayErased(hands);
  return { ok: true, gone: true };
}

/** Every case that somebody stood in says that they were erased and by whom; who has such a case is told, and who asked. */
async function sayErased({ tx, actor, asked, works }: Hands): Promise<void> {
  const { requestedBy } = asked.row;
  for (const [at, one] of works.entries()) {
    await one.note({ kind: 'PERSON_ERASED', refId: asked.subject.id, words: { askedBy: requestedBy } });
    const whom = [one.row.assignedTo, at === 0 ? requestedBy : null].flatMap((id) => id ?? []);
    await tell(tx, {
      kind: 'PERSON_ERASED',
      staffIds: whom.filter((id) => id !== actor.id),
      subject: { kind: 'case', id: one.row.id },
      dedupe: `person-erased/${asked.row.id}/${one.row.id}`,
    });
  }
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
