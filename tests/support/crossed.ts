import { sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { isDeadlock } from '@/lib/errors';

type Lock = (tx: Tx) => Promise<unknown>;

/**
 * Crosses `work` with another transaction, so that each waits for the other: the other locks what `work` comes to later and, once `work` waits for it,
 * what `work` has locked. PostgreSQL gives up the one that has waited longer, which is `work`; on a machine that is busy for a second in between it
 * may be the other, and `work` goes through at once.
 */
export async function crossed<Result>(
  db: Db,
  work: () => Promise<Result>,
  [later, held]: readonly [Lock, Lock],
): Promise<Result> {
  let working: Promise<{ value: Result } | { error: unknown }> | undefined;
  await withTransaction(db, async (tx) => {
    await later(tx);
    working = work().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    while (!(await somebodyWaits(db))) await new Promise((resolve) => setTimeout(resolve, 10));
    await held(tx);
  }).catch((error: unknown) => {
    if (!working || !isDeadlock(error)) throw error;
  });
  const ended = await working;
  if (!ended || 'error' in ended) throw ended?.error;
  return ended.value;
}

async function somebodyWaits(db: Db): Promise<boolean> {
  const { rows } = (await db.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )) as unknown as { rows: unknown[] };
  return rows.length > 0;
}
