import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { periods } from '@/db/schema/periods';

export type NewPeriod = Omit<typeof periods.$inferInsert, 'id'>;

/** Adds periods that are not there yet; one that is (by slug) stays as staff left it. */
export async function loadPeriods(db: Db, rows: readonly NewPeriod[]): Promise<void> {
  for (const row of rows) {
    await db
      .insert(periods)
      .values({ ...row, id: randomUUID() })
      .onConflictDoNothing({ target: periods.slug });
  }
}
