import 'server-only';
import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { periods } from '@/db/schema/periods';

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
export const periodIdAt = (db: Db | Tx, at: Date) =>
  db
    .select({ id: periods.id })
    .from(periods)
    .where(isOpen(at))
    .orderBy(...DATED_FIRST)
    .limit(1);

const isOpen = (at: Date) =>
  and(lte(periods.opensAt, at), or(isNull(periods.closesAt), gt(periods.closesAt, at)));

const DATED_FIRST = [asc(periods.standing), asc(periods.closesAt)];

/** The period with this id; a report names the one it arrived in. */
export async function findPeriod(db: Db | Tx, id: string): Promise<Period | null> {
  const [period] = await db.select().from(periods).where(eq(periods.id, id));
  return period ?? null;
}
