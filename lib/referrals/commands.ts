import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, count, eq, isNull, notInArray } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { agencies, referrals } from '@/db/schema/agencies';
import { casePersons, caseReports, clocks } from '@/db/schema/cases';
import {
  type CaseGone,
  type CaseRow,
  type CaseWork,
  type Conflict,
  type OnCase,
  workOnCase,
} from '@/lib/cases/case-work/commands';
import { holdClocks, meetClocks, ownTime, startClock } from '@/lib/cases/clock-keeping/commands';
import type { CaseState } from '@/lib/cases/code-lists';
import { isTheirPerson, withheldIn } from '@/lib/cases/people/queries';
import { openRow, sealRow } from '@/lib/cases/places';
import { refreshCase } from '@/lib/cases/refreshing/commands';
import { caseTransition } from '@/lib/cases/transitions';
import { readTyped, type TextProblem } from '@/lib/cases/typed-text';
import { moveCase } from '@/lib/cases/workflow/commands';
import { type Refusal, refuse } from '@/lib/errors';
import { cancelOvertaken, requestApproval } from '@/lib/staff/approvals/commands';
import type { ApprovalState } from '@/lib/staff/approvals/policy';
import { approvalsOf } from '@/lib/staff/approvals/queries';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { isUuid } from '@/lib/uuid';
import type { Agency } from './agencies/queries';
import { takesSecondPerson } from './agencies/second-person';
import { isAbout } from './asked';
import { consentOf } from './grounds/queries';
import type { Basis } from './masks';
import { type ReferralWords, referralNumber } from './records';
import {
  AWAITING_WORD,
  NOT_HANDED_OVER,
  REFERRAL_TRANSITIONS,
  type ReferralAction,
  type ReferralState,
} from './transitions';

type ReferralRow = typeof referrals.$inferSelect;
type Done = { ok: true; again?: true };
/** Somebody else has moved the hand-over on since the person looked. */
type ReferralConflict = Refusal<'referral-conflict'> & { seen: ReferralState; state: ReferralState };

export type Draft = {
  agencyId: string;
  basis: Basis;
  message: string;
  /** Which of the case's reports and people it is about. */
  reportIds: readonly string[];
  personIds: readonly string[];
};

type About = Pick<Draft, 'reportIds' | 'personIds'>;

/** Writes a hand-over that is not yet sent. What it rests on is checked now: a consent has to have been given to this very agency. */
export async function draftReferral(
  db: Db,
  actor: StaffActor,
  on: Omit<OnCase, 'seen'>,
  draft: Draft,
): Promise<
  | (Done & { referralId?: string; masked?: number })
  | Refusal<CaseGone | TextProblem | 'unknown-agency' | 'not-in-case' | 'no-consent' | 'closed'>
  | Conflict
> {
  const typed = readTyped(draft.message, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, 'referral.write', { ...on, seen: null }, async (work) => {
    const { tx, row, at, key } = work;
    if (row.state === 'CLOSED') return refuse('closed');
    const [agency] = await tx.select().from(agencies).where(eq(agencies.id, draft.agencyId));
    if (!agency?.inUse) return refuse('unknown-agency');
    if (!(await isOfCase(work, draft))) return refuse('not-in-case');
    if (draft.basis === 'CONSENT' && !(await hasConsent(tx, agency, draft.reportIds)))
      return refuse('no-consent');
    const [held] = await tx.select({ count: count() }).from(referrals).where(eq(referrals.caseId, row.id));
    const id = randomUUID();
    const words = { message: typed.text, reportIds: [...draft.reportIds], personIds: [...draft.personIds] };
    await tx.insert(referrals).values({
      id,
      caseId: row.id,
      agencyId: agency.id,
      serial: (held?.count ?? 0) + 1,
      state: 'DRAFT',
      stateChangedAt: at,
      basis: draft.basis,
      mask: agency.mask,
      writtenBy: actor.id,
      createdAt: at,
      sealed: sealRow(key, 'referrals', id, words),
    });
    await work.note({ kind: 'REFERRAL', refId: id, to: 'DRAFT', detail: { agency: agency.slug } });
    return { ok: true as const, referralId: id, masked: typed.masked };
  });
}

/** A supervisor lets this one hand-over go to a blocked agency, with a reason. */
export async function releaseToBlocked(
  db: Db,
  actor: StaffActor,
  on: Omit<OnCase, 'seen'>,
  { referralId, reason }: { referralId: string; reason: string },
): Promise<Done | Refusal<CaseGone | TextProblem | HandOverGone | 'not-blocked'> | Conflict> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, 'agency.release', { ...on, seen: null }, async (work) => {
    const found = await lockReferral(work, referralId);
    if (typeof found === 'string') return refuse(found);
    if (!found.agency.blocked || found.referral.state !== 'DRAFT') return refuse('not-blocked');
    await work.tx.update(referrals).set({ releasedBy: actor.id }).where(eq(referrals.id, referralId));
    await work.note({
      kind: 'REFERRAL',
      refId: referralId,
      to: 'RELEASED',
      words: { reason: typed.text },
      detail: { agency: found.agency.slug },
    });
    return { ok: true as const };
  });
}

type Waits = { ok: true; waits: true; approvalId: string; expiresAt: Date };
/** What it was written on no longer holds: the agency, what the case has, or what a reporter agreed to. */
type Outdated = 'agency-changed' | 'not-in-case' | 'no-consent';
type SendProblem =
  | HandOverGone
  | 'not-allowed'
  | 'blocked'
  | 'not-yet'
  | 'already-asked'
  | 'forbidden'
  | Outdated;

/**
 * Sends a hand-over: from now on it does not change, the case is REFERRED and the agency's clock runs. What it was written on has to hold
 * still. A blocked agency has to have been released; one abroad, or that nobody has confirmed, takes a second person, who is asked for a reason
 * when it is sent the first time, and it is sent again once they agreed.
 */
export async function sendReferral(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  referralId: string,
  reason = '',
): Promise<Done | Waits | Refusal<CaseGone | SendProblem | TextProblem> | Conflict> {
  return workOnCase(db, actor, 'referral.send', on, async (work) => {
    const { tx, row, at } = work;
    const found = await lockReferral(work, referralId);
    if (typeof found === 'string') return refuse(found);
    if (!REFERRAL_TRANSITIONS[found.referral.state as ReferralState].SEND) return refuse('not-allowed');
    if (found.agency.blocked && !found.referral.releasedBy) return refuse('blocked');
    if (!mayBeReferred(row)) return refuse('not-yet');
    const outdated = await findOutdated(work, found);
    if (outdated) return refuse(outdated);
    if (takesSecondPerson(found.agency)) {
      const asked = await askedAbout(work, found);
      if (!asked.includes('APPROVED')) return askSecondPerson(work, found, reason, asked);
    }
    await tx
      .update(referrals)
      .set({ state: 'SENT', stateChangedAt: at, sentAt: at })
      .where(eq(referrals.id, referralId));
    const level = row.level as Level;
    await startClock(tx, {
      ...{ of: { caseId: row.id, referralId }, kind: 'AGENCY', level },
      ...{ startedAt: at, ownMs: ownTime(found.agency.ackHours) },
    });
    await meetClocks(tx, row.id, at, { kinds: ['REFERRAL'] });
    await work.note({
      kind: 'REFERRAL',
      refId: referralId,
      from: 'DRAFT',
      to: 'SENT',
      detail: { agency: found.agency.slug, basis: found.referral.basis },
    });
    if (caseTransition(row.state as CaseState, level, 'REFER')) await moveCase(work, 'REFERRED', '');
    else await refreshCase(tx, row);
    return { ok: true as const };
  });
}

async function findOutdated(work: CaseWork, { referral, agency }: Locked): Promise<Outdated | null> {
  const { tx, key } = work;
  const about = openRow<ReferralWords>(key, 'referrals', referral);
  if (!agency.inUse || agency.mask !== referral.mask) return 'agency-changed';
  if (!(await isOfCase(work, about))) return 'not-in-case';
  const agreed = referral.basis !== 'CONSENT' || (await hasConsent(tx, agency, about.reportIds));
  return agreed ? null : 'no-consent';
}

/** Where the workflow lets a case be referred, or it has been. */
function mayBeReferred(row: CaseRow): boolean {
  const beyond: readonly string[] = ['REFERRED', 'IN_ACTION', 'RESOLVING', 'AFTERCARE'];
  return (
    beyond.includes(row.state) || caseTransition(row.state as CaseState, row.level as Level, 'REFER') !== null
  );
}

/** What became of the requests to agree to this hand-over, to the agency as it still is. */
async function askedAbout(
  { tx, actor, row }: CaseWork,
  { referral, agency }: Locked,
): Promise<ApprovalState[]> {
  const asked = await approvalsOf(tx, actor, row.id);
  return asked.filter((one) => isAbout(one, referral.id, agency.version)).map(({ state }) => state);
}

async function askSecondPerson(
  work: CaseWork,
  { referral, agency }: Locked,
  reason: string,
  asked: readonly ApprovalState[],
): Promise<Waits | Refusal<'forbidden' | 'already-asked' | TextProblem>> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  // A request of before 0010 names its hand-over in what is sealed alone, so that no index sees it.
  if (asked.includes('PENDING')) return refuse('already-asked');
  await cancelOvertakenRequests(work);
  const waits = await requestApproval(work.tx, work.record, work.actor, {
    act: 'SEND_ABROAD',
    subject: { kind: 'case', id: work.row.id },
    refId: referral.id,
    payload: {
      ...{ referral: referral.id, agency: agency.slug, version: agency.version },
      number: referralNumber(work.row.number, referral.serial),
    },
    reason: typed.text,
  });
  if (!waits.ok) return waits;
  await work.note({
    kind: 'APPROVAL_ASKED',
    refId: waits.id,
    words: { act: 'SEND_ABROAD', agency: agency.slug },
  });
  return { ok: true, waits: true, approvalId: waits.id, expiresAt: waits.expiresAt };
}

/** Takes back what was asked about a hand-over that is no draft any more, or whose agency was changed since. */
async function cancelOvertakenRequests({ tx, record, actor, row }: CaseWork): Promise<void> {
  const request = { act: 'SEND_ABROAD', subject: { kind: 'case', id: row.id } } as const;
  await cancelOvertaken(tx, record, actor, request, async (payload) => {
    const [standing] = await tx
      .select({ id: referrals.id, state: referrals.state, version: agencies.version })
      .from(referrals)
      .innerJoin(agencies, eq(agencies.id, referrals.agencyId))
      .where(eq(referrals.id, String(payload.referral)));
    const isDraft = standing?.state === 'DRAFT';
    return !isDraft || !isAbout({ act: 'SEND_ABROAD', payload }, standing.id, standing.version);
  });
}

/** Records what became of a hand-over: that it arrived, what the agency said, what came of it, or that it was recalled. */
export async function stepReferral(
  db: Db,
  actor: StaffActor,
  on: Omit<OnCase, 'seen'>,
  change: { referralId: string; action: Exclude<ReferralAction, 'SEND'>; seen: ReferralState; words: string },
): Promise<
  Done | Refusal<CaseGone | TextProblem | HandOverGone | 'not-allowed'> | Conflict | ReferralConflict
> {
  const { referralId, action, seen } = change;
  const transition = REFERRAL_TRANSITIONS[seen][action];
  if (!transition) return refuse('not-allowed');
  const typed = readTyped(change.words, transition.needsWords);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, transition.permission, { ...on, seen: null }, async (work) => {
    const { tx, row, at } = work;
    const found = await lockReferral(work, referralId);
    if (typeof found === 'string') return refuse(found);
    const state = found.referral.state as ReferralState;
    if (state !== seen) return { ...refuse('referral-conflict'), seen, state };
    const acknowledged = transition.to === 'ACKNOWLEDGED' ? { acknowledgedAt: at } : {};
    await tx
      .update(referrals)
      .set({ state: transition.to, stateChangedAt: at, ...acknowledged })
      .where(eq(referrals.id, referralId));
    if (state === 'DRAFT') await cancelOvertakenRequests(work);
    if (!AWAITING_WORD.includes(transition.to))
      await meetClocks(tx, row.id, at, { kinds: ['AGENCY'], referralId });
    if (state !== 'DRAFT' && NOT_HANDED_OVER.includes(transition.to)) await awaitReferral(work);
    await work.note({
      kind: 'REFERRAL',
      refId: referralId,
      from: state,
      to: transition.to,
      ...(typed.text ? { words: { text: typed.text } } : {}),
      detail: { agency: found.agency.slug },
    });
    await refreshCase(tx, row);
    return { ok: true as const };
  });
}

/** A case that nobody has in hand any more is to be handed over again, from now; one that is ending is not. */
async function awaitReferral({ tx, row, at }: CaseWork): Promise<void> {
  const standsAt = row.heldFrom ?? row.state;
  if (standsAt !== 'REFERRED' && standsAt !== 'IN_ACTION') return;
  const handedOver = and(eq(referrals.caseId, row.id), notInArray(referrals.state, [...NOT_HANDED_OVER]));
  if ((await tx.$count(referrals, handedOver)) > 0) return;
  const waiting = and(eq(clocks.caseId, row.id), eq(clocks.kind, 'REFERRAL'), isNull(clocks.metAt));
  if ((await tx.$count(clocks, waiting)) > 0) return;
  await startClock(tx, {
    of: { caseId: row.id },
    kind: 'REFERRAL',
    level: row.level as Level,
    startedAt: at,
  });
  if (row.state === 'ON_HOLD') await holdClocks(tx, row.id, at);
}

/** `withheld`: it is about somebody who is not theirs. */
type HandOverGone = 'unknown-referral' | 'withheld';
type Locked = { referral: ReferralRow; agency: Agency };

/** A hand-over of the case at hand, locked. */
async function lockReferral(work: CaseWork, id: string): Promise<Locked | HandOverGone> {
  const { tx, row, key, actor } = work;
  if (!isUuid(id)) return 'unknown-referral';
  const [found] = await tx
    .select({ referral: referrals, agency: agencies })
    .from(referrals)
    .innerJoin(agencies, eq(agencies.id, referrals.agencyId))
    .where(and(eq(referrals.id, id), eq(referrals.caseId, row.id)))
    // The agency too: nobody makes another one of it while this goes there.
    .for('update', { of: [referrals, agencies] });
  if (!found) return 'unknown-referral';
  const { personIds } = openRow<ReferralWords>(key, 'referrals', found.referral);
  const { ever } = await withheldIn(tx, actor, row.id);
  return personIds.some((one) => ever.has(one)) ? 'withheld' : found;
}

/** Whether all of it is of this case, now, and theirs. */
async function isOfCase({ tx, row, actor }: CaseWork, { reportIds, personIds }: About): Promise<boolean> {
  const caseId = row.id;
  const linked = await tx
    .select({ id: caseReports.reportId })
    .from(caseReports)
    .where(and(eq(caseReports.caseId, caseId), isNull(caseReports.unlinkedAt)));
  const people = await tx
    .select({ id: casePersons.personId })
    .from(casePersons)
    .where(
      and(
        eq(casePersons.caseId, caseId),
        isNull(casePersons.removedAt),
        isTheirPerson(actor, casePersons.personId),
      ),
    );
  const [known, named] = [new Set(linked.map((one) => one.id)), new Set(people.map((one) => one.id))];
  return (
    reportIds.length > 0 && reportIds.every((id) => known.has(id)) && personIds.every((id) => named.has(id))
  );
}

/**
 * Whether every report's reporter agreed to this agency (K4). Nobody was asked about an agency that the form does not name. While somebody
 * asks to change a consent or to withdraw, another basis has to be named.
 */
async function hasConsent(tx: Tx, agency: Agency, reportIds: readonly string[]): Promise<boolean> {
  if (!agency.consent) return false;
  for (const id of reportIds) {
    const given = await consentOf(tx, id);
    if (given.asked || !given.agencies.includes(agency.consent)) return false;
  }
  return true;
}
