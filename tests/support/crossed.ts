import { sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';

type Lock = (tx: Tx) => Promise<unknown>;

/**
 * Crosses `work` with another transaction, so that each waits for the other: the other locks what `work` comes to later and, once `work` waits for it,
 * what `work` has locked. PostgreSQL gives up the one that has waited longer, which is `work`.
 */
export async function crossed<Result>(
  db: Db,
  work: () => Promise<Result>,
  [later, held]: readonly [Lock, Lock],
): Promise<Result> {
  const working = await withTransaction(db, async (tx) => {
    await later(tx);
    const begun = work().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    while (!(await somebodyWaits(db))) await new Promise((resolve) => setTimeout(resolve, 10));
    await held(tx);
    return { begun };
  });
  const ended = await working.begun;
  if ('error' in ended) throw ended.error;
  return ended.value;
}

async function somebodyWaits(db: Db): Promise<boolean> {
  const { rows } = (await db.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )) as unknown as { rows: unknown[] };
  return rows.length > 0;
}
