import 'server-only';
import { sql } from 'drizzle-orm';
import { driverFor, openDatabase } from './client';

/** What is only ever added to: not even the application takes any of it back (decision 0040). */
const APPEND_ONLY = 'audit_entries';

/**
 * Lets another role than the owner work with the tables and do nothing else: read, insert, update and delete rows, but neither alter nor
 * truncate a table nor switch a trigger off, and nothing of the audit but add to it. `ownerUrl` is the role that migrates and owns the tables; `role`
 * has to be there already. Safe to repeat, and repeated after every migration, because new tables have no grants.
 */
export async function grantUse(ownerUrl: string, role: string): Promise<void> {
  const { db, close } = openDatabase(ownerUrl, driverFor(ownerUrl), 'none');
  const to = sql.identifier(role);
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql`grant usage on schema public to ${to}`);
      await tx.execute(sql`grant select, insert, update, delete on all tables in schema public to ${to}`);
      await tx.execute(sql`grant usage, select on all sequences in schema public to ${to}`);
      await tx.execute(sql`revoke update, delete, truncate on ${sql.identifier(APPEND_ONLY)} from ${to}`);
    });
  } finally {
    await close();
  }
}
