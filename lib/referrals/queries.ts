import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { agencies, referrals } from '@/db/schema/agencies';
import { caseEvents, cases } from '@/db/schema/cases';
import { isCaseNumber } from '@/lib/cases/case-number';
import { isRecused } from '@/lib/cases/case-work/commands';
import { withheldIn } from '@/lib/cases/people/queries';
import { openRow } from '@/lib/cases/places';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import type { Agency } from './agencies/queries';
import type { Basis, Mask } from './masks';
import { type ReferralWords, referralNumber } from './records';
import { allowedReferralActions, type ReferralState } from './transitions';

/** `to` is a state, or RELEASED: a supervisor let it go to a blocked agency. */
export type ReferralStep = { to: string; at: Date; by: string; words: string };

export type Referral = ReferralWords & {
  id: string;
  number: string;
  agency: Agency;
  state: ReferralState;
  stateChangedAt: Date;
  basis: Basis;
  mask: Mask;
  writtenBy: string;
  releasedBy: string | null;
  createdAt: Date;
  sentAt: Date | null;
  acknowledgedAt: Date | null;
  /** It is about somebody who is not the reader's to know of: nothing that was said of it is shown, and they do nothing with it. */
  withheld: boolean;
  /** What happened to it, the first thing first; what was said with it. */
  steps: ReferralStep[];
  actions: ReturnType<typeof allowedReferralActions>;
};

/**
 * The hand-overs of a case, the newest first, for who may read the case. They are shown on the case's page, whose opening is what the audit
 * records (readCase).
 */
export async function listReferrals(db: Db, actor: StaffActor, number: string): Promise<Referral[]> {
  if (!can(actor.roles, 'case.read') || !isCaseNumber(number)) return [];
  const [row] = await db.select().from(cases).where(eq(cases.number, number));
  if (!row || (await isRecused(db, row.id, actor.id))) return [];
  const found = await db
    .select({ referral: referrals, agency: agencies })
    .from(referrals)
    .innerJoin(agencies, eq(agencies.id, referrals.agencyId))
    .where(eq(referrals.caseId, row.id))
    .orderBy(desc(referrals.serial));
  if (found.length === 0) return [];
  const key = await openDataKey(db, { kind: 'case', id: row.id });
  const events = await db
    .select()
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, row.id), eq(caseEvents.kind, 'REFERRAL')))
    .orderBy(asc(caseEvents.seq));
  const names = await staffNames(
    db,
    [
      ...found.flatMap(({ referral }) => [referral.writtenBy, referral.releasedBy]),
      ...events.map((event) => event.staffId),
    ].flatMap((id) => id ?? []),
  );
  const stepsOf = (id: string) =>
    events
      .filter((event) => event.refId === id)
      .map((event) => ({
        to: event.toCode ?? '',
        at: event.at,
        by: names.get(event.staffId ?? '') ?? '–',
        words: event.sealed
          ? wordsOf(openRow<StepWords>(key, 'case_events', { id: event.id, sealed: event.sealed }))
          : '',
      }));
  const { ever } = await withheldIn(db, actor, row.id);
  return found.map(({ referral, agency }) => ({
    ...shownTo(ever, {
      ...openRow<ReferralWords>(key, 'referrals', referral),
      steps: stepsOf(referral.id),
      actions: allowedReferralActions(referral.state as ReferralState, actor.roles),
    }),
    id: referral.id,
    number: referralNumber(number, referral.serial),
    agency,
    state: referral.state as ReferralState,
    stateChangedAt: referral.stateChangedAt,
    basis: referral.basis as Basis,
    mask: referral.mask as Mask,
    writtenBy: names.get(referral.writtenBy) ?? '–',
    releasedBy: referral.releasedBy ? (names.get(referral.releasedBy) ?? '–') : null,
    createdAt: referral.createdAt,
    sentAt: referral.sentAt,
    acknowledgedAt: referral.acknowledgedAt,
  }));
}

type Told = ReferralWords & Pick<Referral, 'steps' | 'actions'>;

function shownTo(strangers: ReadonlySet<string>, told: Told): Told & { withheld: boolean } {
  const personIds = told.personIds.filter((id) => !strangers.has(id));
  if (personIds.length === told.personIds.length) return { ...told, withheld: false };
  const steps = told.steps.map((step) => ({ ...step, words: '' }));
  return { ...told, personIds, message: '', steps, actions: [], withheld: true };
}

type StepWords = { text?: string; reason?: string };
const wordsOf = ({ text, reason }: StepWords) => text ?? reason ?? '';
