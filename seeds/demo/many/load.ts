import { sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { searchDocuments, searchDue } from '@/db/schema/search';
import { BATCH, type Batch, type ManyReports, makeBatch, numberCases, TABLES, toolsFor } from './batch';

/**
 * Fills a database with made-up reports, cases, people and everything that hangs on them, sealed, indexed and audited as if people had done
 * it, hundreds a second. The same seed tells the same stories of the same ages; ids, keys and receipt codes are new each time. A batch is
 * stored whole or not at all.
 */
export async function loadMany(
  db: Db,
  wanted: ManyReports & { told?: (loaded: number) => void },
): Promise<void> {
  const tools = await toolsFor(db);
  const from = wanted.from ?? 0;
  let storing: Promise<void> = Promise.resolve();
  // The next batch is made while the one before it is stored.
  for (let done = 0; done < wanted.reports; done += BATCH) {
    const count = Math.min(BATCH, wanted.reports - done);
    const batch = await makeBatch(tools, wanted, from + done, count);
    await storing;
    storing = withTransaction(db, (tx) => store(tx, batch)).then(() => wanted.told?.(done + count));
    storing.catch(() => {});
  }
  await storing;
  await db.execute(sql`vacuum analyze`);
}

async function store(tx: Tx, batch: Batch): Promise<void> {
  await numberCases(tx, batch);
  await batch.rows.store(tx, TABLES);
  // The triggers have noted all of it for the index, where it stands already.
  const ids = sql.param(batch.rows.of(searchDocuments).map((row) => row.ownerId));
  await tx.delete(searchDue).where(sql`${searchDue.ownerId} = any(${ids}::uuid[])`);
}
