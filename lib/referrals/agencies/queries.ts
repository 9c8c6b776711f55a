import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { agencies, referrals } from '@/db/schema/agencies';
import { staffSince } from '@/lib/audit/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';

/** An agency as the desk shows it. Without `verifiedOn` its contact is shown as unverified. */
export type Agency = typeof agencies.$inferSelect;

/** Every agency, also those out of use, in the order that staff gave them. */
export async function listAgencies(db: Db, actor: StaffActor): Promise<Agency[]> {
  if (!can(actor.roles, 'agency.view')) return [];
  return db.select().from(agencies).orderBy(asc(agencies.position), asc(agencies.slug));
}

export async function findAgency(db: Db, actor: StaffActor, slug: string): Promise<Agency | null> {
  if (!can(actor.roles, 'agency.view')) return null;
  const [found] = await db.select().from(agencies).where(eq(agencies.slug, slug));
  return found ?? null;
}

/**
 * Everybody who has made an agency what it is since it was last confirmed: none of them can confirm it. The agency itself knows only the last,
 * and another's small change would otherwise free the one before.
 */
export async function openersOf(db: Db | Tx, { id, openedBy }: Agency): Promise<ReadonlySet<string>> {
  const acts = ['agency.added', 'agency.opened'];
  const openers = await staffSince(db, { kind: 'agency', id }, acts, 'agency.confirmed');
  return new Set(openedBy ? [...openers, openedBy] : openers);
}

/** Whether there is an agency of this name: nothing that is typed is kept for one that is made up. */
export async function agencyExists(db: Db, slug: string): Promise<boolean> {
  return (await db.$count(agencies, eq(agencies.slug, slug))) > 0;
}

/** How long an agency took to say that it has a hand-over: in milliseconds, the median of `times` hand-overs. */
export type Acknowledging = { times: number; medianMs: number };

/** For every agency that ever acknowledged a hand-over, by its id. */
export async function acknowledgementTimes(
  db: Db,
  actor: StaffActor,
): Promise<ReadonlyMap<string, Acknowledging>> {
  if (!can(actor.roles, 'agency.view')) return new Map();
  const waited = sql`extract(epoch from ${referrals.acknowledgedAt} - ${referrals.sentAt})`;
  const rows = await db
    .select({
      id: referrals.agencyId,
      times: sql<string>`count(*)`,
      seconds: sql<string>`percentile_cont(0.5) within group (order by ${waited})`,
    })
    .from(referrals)
    .where(sql`${referrals.acknowledgedAt} is not null and ${referrals.sentAt} is not null`)
    .groupBy(referrals.agencyId);
  return new Map(
    rows.map(({ id, times, seconds }) => [id, { times: Number(times), medianMs: Number(seconds) * 1000 }]),
  );
}
