import 'server-only';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { migrate as migrateNodePostgres } from 'drizzle-orm/node-postgres/migrator';
import { migrate as migrateVercelPostgres } from 'drizzle-orm/vercel-postgres/migrator';
import { driverFor, openDatabase } from './client';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number will do as long as it stays: it names the lock under which migrations run. */
const MIGRATION_LOCK = 7_201_025;

/**
 * Brings the database at `url` to the newest schema; two processes that try at once take turns. The lock is transaction-level because a
 * pooler in transaction mode knows no other, and it is held on a connection of its own because the migrator opens its own transaction.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const driver = driverFor(url);
  const { db, close } = openDatabase(url, driver, 'none');
  try {
    await db.transaction(async (lock) => {
      await lock.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
      const config = { migrationsFolder };
      if (driver === 'vercel')
        await migrateVercelPostgres(db as Parameters<typeof migrateVercelPostgres>[0], config);
      else await migrateNodePostgres(db as Parameters<typeof migrateNodePostgres>[0], config);
    });
  } finally {
    await close();
  }
}
