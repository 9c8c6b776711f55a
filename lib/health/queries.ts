import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

/** Whether the database answers within five seconds. */
export async function isDatabaseUp(db: Db): Promise<boolean> {
  const patience = new Promise<false>((resolve) => setTimeout(() => resolve(false), 5_000).unref());
  const answer = db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, patience]);
}
