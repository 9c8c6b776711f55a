import 'server-only';
import { and, asc, desc, eq, gt, isNull, lte, or, type Placeholder, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { periods } from '@/db/schema/periods';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';

export type Period = typeof periods.$inferSelect;

/** The period a report arriving at `at` belongs to: a dated one that is open, else the standing one, else none. */
export async function periodAt(db: Db | Tx, at: Date): Promise<Period | null> {
  const [period] = await db
    .select()
    .from(periods)
    .where(isOpen(at))
    .orderBy(...DATED_FIRST)
    .limit(1);
  return period ?? null;
}

/** The same period's id as a query, for a statement that stores a report and asks on the way. */
export const periodIdAt = (db: Db | Tx, at: Moment) =>
  db
    .select({ id: periods.id })
    .from(periods)
    .where(isOpen(at))
    .orderBy(...DATED_FIRST)
    .limit(1);

type Moment = Date | Placeholder;

const isOpen = (moment: Moment) => {
  const at = sql.param(moment, periods.opensAt);
  return and(lte(periods.opensAt, at), or(isNull(periods.closesAt), gt(periods.closesAt, at)));
};

const DATED_FIRST = [asc(periods.standing), asc(periods.closesAt)];

/** The period with this id; a report names the one it arrived in. */
export async function findPeriod(db: Db | Tx, id: string): Promise<Period | null> {
  const [period] = await db.select().from(periods).where(eq(periods.id, id));
  return period ?? null;
}

/** Every period there was, is and will be, the latest to open first; for whoever runs the system. */
export async function listPeriods(db: Db, actor: StaffActor): Promise<Period[]> {
  if (!can(actor.roles, 'settings.edit')) return [];
  return db.select().from(periods).orderBy(desc(periods.opensAt), asc(periods.slug));
}

/** Whether there is a period of this name: nothing that is typed is kept for one that is made up. */
export async function periodExists(db: Db, slug: string): Promise<boolean> {
  return (await db.$count(periods, eq(periods.slug, slug))) > 0;
}
