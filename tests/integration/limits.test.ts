import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, openDatabase } from '@/db/client';
import { rateLimits } from '@/db/schema/abuse';
import { forgetOldLimits, giveBack, hit, type Limit, peek } from '@/lib/abuse/commands';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { dumpDatabase, findIn } from '../support/database-dump';

/** On the edge of a ten-minute window. */
const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const ADDRESS = '203.0.113.77';

let database: TestDatabase;
let second: Connection;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
  second = openDatabase(database.url, 'pg');
});
afterAll(async () => {
  await second.close();
  await database.close();
});
beforeEach(() => setClock(START));
afterEach(() => setClock(undefined));

let names = 0;
/** A limit that no other test has used. */
const fresh = (changed: Partial<Limit> = {}): Limit => ({
  name: `limit-${names++}`,
  key: ADDRESS,
  limit: 3,
  windowMs: 10 * MINUTE,
  ...changed,
});

describe('a limit', () => {
  it('lets its number through, refuses more, says for how long, and begins anew', async () => {
    const limit = fresh();
    later(4 * MINUTE);
    for (let tries = 0; tries < 3; tries += 1)
      expect(await hit(db(), limit)).toEqual({ allowed: true, retryAfterMs: 0 });
    expect(await hit(db(), limit)).toEqual({ allowed: false, retryAfterMs: 6 * MINUTE });
    later(10 * MINUTE - 1);
    expect(await hit(db(), limit)).toEqual({ allowed: false, retryAfterMs: 1 });
    later(10 * MINUTE);
    expect(await hit(db(), limit)).toEqual({ allowed: true, retryAfterMs: 0 });
  });

  it('is counted apart for each name and each key', async () => {
    const limit = fresh({ limit: 1 });
    await hit(db(), limit);
    expect((await hit(db(), limit)).allowed).toBe(false);
    expect((await hit(db(), { ...limit, key: '203.0.113.78' })).allowed).toBe(true);
    expect((await hit(db(), fresh({ limit: 1 }))).allowed).toBe(true);
  });

  it('is shared by two instances, to the last try of a burst', async () => {
    const limit = fresh({ limit: 10 });
    const burst = await Promise.all(
      Array.from({ length: 40 }, (_, index) => hit(index % 2 ? second.db : db(), limit)),
    );
    expect(burst.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  it('looked at without counting uses nothing up', async () => {
    const limit = fresh({ limit: 1 });
    for (let tries = 0; tries < 5; tries += 1) expect((await peek(second.db, limit)).allowed).toBe(true);
    await hit(db(), limit);
    expect((await peek(second.db, limit)).allowed).toBe(false);
  });

  it('given back can be used again, and never more than was taken', async () => {
    const limit = fresh({ limit: 1 });
    await hit(db(), limit);
    for (let times = 0; times < 3; times += 1) await giveBack(second.db, limit);
    expect((await hit(db(), limit)).allowed).toBe(true);
    expect((await hit(db(), limit)).allowed).toBe(false);
  });

  it('over a window that passes midnight does not begin anew there', async () => {
    const limit = fresh({ limit: 1, windowMs: 7 * HOUR });
    // A window of seven hours, counted from 1970, is open over this midnight (UTC).
    const midnight = Date.parse('2025-10-11T00:00:00Z');
    setClock(new Date(midnight - 1));
    await hit(db(), limit);
    setClock(new Date(midnight));
    expect((await hit(db(), limit)).allowed).toBe(false);
  });
});

describe('what is kept of an address', () => {
  beforeEach(() => db().delete(rateLimits));

  it('is a digest that another day’s does not equal', async () => {
    const limit = fresh();
    await hit(db(), limit);
    later(DAY);
    await hit(db(), limit);
    const rows = await db().select().from(rateLimits);
    expect(new Set(rows.map(({ keyDigest }) => keyDigest.toString('hex'))).size).toBe(2);
    const dump = await dumpDatabase(database.url);
    expect(findIn(dump, [ADDRESS, limit.name])).toEqual([]);
  });

  it('is forgotten after a day', async () => {
    const limit = fresh();
    await hit(db(), limit);
    later(DAY + 1);
    await hit(db(), limit);
    await forgetOldLimits(db());
    const left = await db().select().from(rateLimits);
    expect(left.map(({ windowStart }) => windowStart)).toEqual([new Date(START.getTime() + DAY)]);
  });
});
