import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { agencies, referrals } from '@/db/schema/agencies';
import { cases } from '@/db/schema/cases';
import { isCaseNumber } from '@/lib/cases/case-number';
import { isRecused } from '@/lib/cases/case-work/commands';
import { openRow } from '@/lib/cases/places';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import type { Agency } from './agencies/queries';
import type { Basis, Mask } from './masks';
import { type ReferralWords, referralNumber } from './records';
import { allowedReferralActions, type ReferralState } from './transitions';

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
  const names = await staffNames(
    db,
    found.flatMap(({ referral }) => [referral.writtenBy, referral.releasedBy ?? []].flat()),
  );
  return found.map(({ referral, agency }) => ({
    ...openRow<ReferralWords>(key, 'referrals', referral),
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
    actions: allowedReferralActions(referral.state as ReferralState, actor.roles),
  }));
}
