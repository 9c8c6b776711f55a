import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Connection, openDatabase } from '@/db/client';
import { env } from '@/lib/env';
import { openTestDatabase, type TestDatabase } from '../support/database';

/** What becomes of the connection under a transaction that does not end as it should, and of whoever has that connection next. */

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

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
