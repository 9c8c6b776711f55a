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
    .where(and(lte(periods.opensAt, at), or(isNull(periods.closesAt), gt(periods.closesAt, at))))
    .orderBy(asc(periods.standing), asc(periods.closesAt))
    .limit(1);
  return period ?? null;
}

/** The period with this id; a report names the one it arrived in. */
export async function findPeriod(db: Db | Tx, id: string): Promise<Period | null> {
  const [period] = await db.select().from(periods).where(eq(periods.id, id));
  return period ?? null;
}
