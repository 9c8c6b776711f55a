import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { withTransaction } from '@/db/client';
import { isUniqueViolation } from '@/lib/errors';
import { openTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.db.execute(
    sql`create table probe (id int constraint probe_id primary key, word text, bytes bytea, at timestamptz)`,
  );
});
afterAll(() => database.close());

describe(`the ${inject('driver')} driver`, () => {
  it('really is the one this run is about', async () => {
    const name = (database.db as unknown as { $client: object }).$client.constructor.name;
    expect(name).toBe(inject('driver') === 'vercel' ? 'VercelPool' : 'BoundPool');
  });

  it('carries Korean, bytes and moments unchanged', async () => {
    const bytes = Buffer.from([0, 255, 92, 39]);
    await database.db.execute(
      sql`insert into probe values (1, ${'감금 나루 🚢'}, ${bytes}, ${'2025-10-01T00:00:00+09:00'})`,
    );
    const { rows } = (await database.db.execute(
      sql`select word, encode(bytes, 'hex') as hex, extract(epoch from at)::int as at from probe where id = 1`,
    )) as { rows: { word: string; hex: string; at: number }[] };
    expect(rows).toEqual([{ word: '감금 나루 🚢', hex: '00ff5c27', at: Date.UTC(2025, 8, 30, 15) / 1000 }]);
  });

  it('undoes a transaction that throws', async () => {
    const attempt = withTransaction(database.db, async (tx) => {
      await tx.execute(sql`insert into probe (id) values (2)`);
      throw new Error('changed our mind');
    });
    await expect(attempt).rejects.toThrow('changed our mind');
    const { rows } = (await database.db.execute(sql`select 1 from probe where id = 2`)) as {
      rows: unknown[];
    };
    expect(rows).toHaveLength(0);
  });

  it('names the constraint that a duplicate violates', async () => {
    await database.db.execute(sql`insert into probe (id) values (3)`);
    const error = await database.db.execute(sql`insert into probe (id) values (3)`).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(isUniqueViolation(error, 'probe_id')).toBe(true);
  });
});
