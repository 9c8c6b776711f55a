import 'server-only';
import { asc } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { agencies } from '@/db/schema/agencies';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';

/** An agency as the desk shows it. Without `verifiedOn` its contact is shown as unverified. */
export type Agency = typeof agencies.$inferSelect;

/** Every agency, also those out of use, in the order that staff gave them. */
export async function listAgencies(db: Db, actor: StaffActor): Promise<Agency[]> {
  if (!can(actor.roles, 'case.read')) return [];
  return db.select().from(agencies).orderBy(asc(agencies.position), asc(agencies.slug));
}
