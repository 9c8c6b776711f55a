import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
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

describe('a transaction that goes wrong', () => {
  let own: Connection;
  beforeEach(() => {
    const hurried = new URL(database.url);
    hurried.searchParams.set('query_timeout', '400');
    own = openDatabase(hurried.href, inject('driver'));
  });
  afterEach(() => own.close());

  it('given up while the server is still at it, takes nothing of what comes after with it', async () => {
    await database.db.execute(sql`create table kept (said text)`);
    await expect(
      // Longer than the statement and the rollback behind it are waited for.
      own.db.transaction((tx) => tx.execute(sql`select pg_sleep(1)`)),
    ).rejects.toThrow();
    await own.db.execute(sql`insert into kept values ('acknowledged')`);
    expect(await database.db.execute(sql`select said from kept`)).toMatchObject({
      rows: [{ said: 'acknowledged' }],
    });
  });

  it('before it began, holds no connection', async () => {
    for (let time = 0; time <= env().POSTGRES_POOL_SIZE; time += 1)
      await expect(
        own.db.transaction(async () => undefined, { isolationLevel: 'none at all' as 'serializable' }),
      ).rejects.toMatchObject({ cause: { code: '42601' } });
    expect(await own.db.execute(sql`select 1 as here`)).toMatchObject({ rows: [{ here: 1 }] });
  });

  it('because its connection is gone, fails alone and not with the process', async () => {
    const uncaught: unknown[] = [];
    const note = (error: unknown) => uncaught.push(error);
    process.on('uncaughtException', note);
    try {
      await expect(
        own.db.transaction(async (tx) => {
          const { rows } = (await tx.execute(sql`select pg_backend_pid() as pid`)) as unknown as {
            rows: { pid: number }[];
          };
          await database.db.execute(sql`select pg_terminate_backend(${rows[0]?.pid})`);
          await new Promise((resolve) => setTimeout(resolve, 100));
          await tx.execute(sql`select 1`);
        }),
      ).rejects.toThrow();
      expect(uncaught).toEqual([]);
    } finally {
      process.off('uncaughtException', note);
    }
    expect(await own.db.execute(sql`select 1 as here`)).toMatchObject({ rows: [{ here: 1 }] });
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
