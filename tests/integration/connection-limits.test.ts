import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connection, openDatabase } from '@/db/client';
import { SERVER_TIMEOUTS } from '@/db/limits';
import { env } from '@/lib/env';
import { openTestDatabase, type TestDatabase } from '../support/database';

/** What one process may ask of PostgreSQL, and what is done about work that holds everybody up. */

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await openTestDatabase();
  connection = openDatabase(database.url, 'pg');
});
afterAll(async () => {
  await connection.close();
  await database.close();
});

const setting = async ({ db }: Connection, name: string) => {
  const { rows } = (await db.execute(
    sql`select (setting::bigint)::int as ms from pg_settings where name = ${name}`,
  )) as unknown as { rows: { ms: number }[] };
  return rows[0]?.ms;
};

describe('a serving process', () => {
  it.each(Object.entries(SERVER_TIMEOUTS))('is held to %s by the server', async (name, ms) => {
    expect(await setting(connection, name)).toBe(ms);
  });

  it('holds no more connections than it may, however much is asked at once', async () => {
    const most = env().POSTGRES_POOL_SIZE;
    const asked = Array.from({ length: most * 4 }, () =>
      connection.db.execute(
        sql`select pg_sleep(0.05), (select count(*)::int from pg_stat_activity where datname = current_database()) as open`,
      ),
    );
    const counts = (await Promise.all(asked)).map(
      (result) => (result as unknown as { rows: { open: number }[] }).rows[0]?.open ?? 0,
    );
    // The test's own pool has some too.
    expect(Math.max(...counts)).toBeLessThanOrEqual(most * 2);
    expect(counts).toHaveLength(most * 4);
  });

  it('has a transaction that waits for a lock given up, and the rest goes on', async () => {
    const holding = connection.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(7)`);
      await expect(
        connection.db.transaction(async (other) => {
          await other.execute(sql`set local lock_timeout = '200ms'`);
          await other.execute(sql`select pg_advisory_xact_lock(7)`);
        }),
      ).rejects.toMatchObject({ cause: { code: '55P03' } });
    });
    await holding;
    expect(await setting(connection, 'lock_timeout')).toBe(SERVER_TIMEOUTS.lock_timeout);
  });
});

describe('a migration', () => {
  it('may take as long as it takes', async () => {
    const unhurried = openDatabase(database.url, 'pg', 'none');
    try {
      for (const name of Object.keys(SERVER_TIMEOUTS)) expect(await setting(unhurried, name)).toBe(0);
    } finally {
      await unhurried.close();
    }
  });
});
