import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Db, withLongTransaction } from '@/db/client';
import { statisticsSnapshots } from '@/db/schema/statistics';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { lastCountableDay } from './calendar';
import { nextPublication } from './publication';
import { type CountOutcomes, countReports, isDealtWith, newestPublication } from './queries';

export type PublishResult = 'published' | 'held' | 'nothing-due';

/**
 * Deals with the newest week that may be counted, once: publishes its numbers, or decides that nothing new can be said and keeps what was
 * said before. Either way the decision is stored, so that a later look at the same week cannot come out otherwise and show by
 * that what has changed. Of several that run at once one is stored.
 */
export async function publishNumbers(
  db: Db,
  countOutcomes: CountOutcomes | null = null,
): Promise<PublishResult> {
  const at = now();
  const through = lastCountableDay(at);
  if (await isDealtWith(db, through)) return 'nothing-due';
  const before = await newestPublication(db);
  const counts = await withLongTransaction(db, async (tx) => {
    // One pass over every report there is may take longer than any request may.
    await tx.execute(sql`set local statement_timeout = '10min'`);
    return countReports(tx, through, countOutcomes);
  });
  const publication = nextPublication(counts, before);
  const result = publication?.through === through ? 'published' : 'held';
  const id = randomUUID();
  return withAudit(db, async (tx, record) => {
    const stored = await tx
      .insert(statisticsSnapshots)
      .values({ id, through, tables: { publication }, madeAt: at, publishedAt: at })
      .onConflictDoNothing({ target: statisticsSnapshots.through })
      .returning({ id: statisticsSnapshots.id });
    if (stored.length === 0) return 'nothing-due';
    await record({ kind: 'system', id }, { kind: 'system', id: null }, `numbers.${result}`, { through });
    return result;
  });
}
