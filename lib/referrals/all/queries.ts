import 'server-only';
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { agencies, referrals } from '@/db/schema/agencies';
import { caseRecusals, cases, clocks } from '@/db/schema/cases';
import { now } from '@/lib/clock';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { referralNumber } from '../records';
import { AWAITING_WORD, REFERRAL_STATES, REFERRAL_TRANSITIONS, type ReferralState } from '../transitions';

export const HAND_OVER_PAGE = 50;
/** Beyond this nobody turns pages: they filter. */
export const MOST_PAGES = 200;

export type HandOverFilters = {
  /** OPEN: something can still happen to it. SILENT: the agency's time to answer is over. */
  state: ReferralState | 'OPEN' | 'SILENT' | 'ALL';
  /** An agency's slug. */
  agency: string | null;
  /** From 1. */
  page: number;
};

export type HandOverRow = {
  id: string;
  number: string;
  caseNumber: string;
  level: Level;
  agencyKo: string;
  agencyEn: string;
  state: ReferralState;
  stateChangedAt: Date;
  sentAt: Date | null;
  /** When the agency has to have answered; null when nothing is waited for. */
  dueAt: Date | null;
  silent: boolean;
};

const OPEN_STATES = REFERRAL_STATES.filter((state) => Object.keys(REFERRAL_TRANSITIONS[state]).length > 0);

/** Hand-overs of every case but those the person has stepped back from: silent agencies first, then what is due first, then the newest. */
export async function listHandOvers(
  db: Db,
  actor: StaffActor,
  { state, agency, page }: HandOverFilters,
): Promise<{ rows: HandOverRow[]; more: boolean }> {
  if (!can(actor.roles, 'case.read')) return { rows: [], more: false };
  const at = now();
  const found = await db
    .select({
      id: referrals.id,
      serial: referrals.serial,
      caseNumber: cases.number,
      level: cases.level,
      agencyKo: agencies.nameKo,
      agencyEn: agencies.nameEn,
      state: referrals.state,
      stateChangedAt: referrals.stateChangedAt,
      sentAt: referrals.sentAt,
      dueAt: clocks.dueAt,
    })
    .from(referrals)
    .innerJoin(agencies, eq(agencies.id, referrals.agencyId))
    .innerJoin(cases, eq(cases.id, referrals.caseId))
    .leftJoin(clocks, and(eq(clocks.referralId, referrals.id), isNull(clocks.metAt)))
    .where(
      and(
        ofState(state, at),
        agency ? eq(agencies.slug, agency) : undefined,
        sql`not exists (select 1 from ${caseRecusals}
          where ${caseRecusals.caseId} = ${cases.id} and ${caseRecusals.staffId} = ${actor.id})`,
      ),
    )
    .orderBy(sql`${clocks.dueAt} asc nulls last, ${referrals.stateChangedAt} desc, ${referrals.id}`)
    .limit(HAND_OVER_PAGE + 1)
    .offset((page - 1) * HAND_OVER_PAGE);
  const rows = found.slice(0, HAND_OVER_PAGE).map(({ serial, ...row }) => ({
    ...row,
    number: referralNumber(row.caseNumber, serial),
    level: row.level as Level,
    state: row.state as ReferralState,
    silent: row.dueAt !== null && row.dueAt.getTime() <= at.getTime(),
  }));
  return { rows, more: found.length > HAND_OVER_PAGE && page < MOST_PAGES };
}

function ofState(state: HandOverFilters['state'], at: Date): SQL | undefined {
  if (state === 'ALL') return undefined;
  if (state === 'OPEN') return inArray(referrals.state, OPEN_STATES);
  if (state === 'SILENT')
    return and(
      inArray(referrals.state, [...AWAITING_WORD]),
      sql`${clocks.dueAt} <= ${at.toISOString()}::timestamptz`,
    );
  return eq(referrals.state, state);
}
