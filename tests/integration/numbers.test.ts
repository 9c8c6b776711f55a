import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { statisticsSnapshots } from '@/db/schema/statistics';
import { DAY, setClock } from '@/lib/clock';
import { loadPeriods } from '@/lib/periods/commands';
import { publishNumbers } from '@/lib/statistics/commands';
import { newestPublication } from '@/lib/statistics/queries';
import { referencePeriods } from '../../seeds/reference/periods';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { insertManyReports, type ManyReports } from '../support/many-reports';

let database: TestDatabase;
const db = () => database.db;

/** Monday morning in Seoul, eight days after Sunday, 2 November 2025. */
const MONDAY = new Date('2025-11-10T00:30:00+09:00');
const later = (weeks: number) => setClock(new Date(MONDAY.getTime() + weeks * 7 * DAY));

async function publishOf(...many: ManyReports[]) {
  await db().execute(sql`truncate statistics_snapshots, reports cascade`);
  for (const reports of many) await insertManyReports(db(), reports);
  later(0);
  return { result: await publishNumbers(db()), publication: await newestPublication(db()) };
}

beforeAll(async () => {
  database = await openTestDatabase();
  await loadPeriods(db(), referencePeriods);
});
afterAll(() => database.close());
afterEach(() => setClock(undefined));

describe('publishing numbers', () => {
  it('counts what arrived by the last Sunday that is a week old, in Seoul days and periods', async () => {
    const { result, publication } = await publishOf(
      // 23:59 on the last day of October in Seoul, and a minute later: still October in UTC, no longer in the period.
      { count: 23, receivedAt: '2025-10-31T23:59:00+09:00', kind: 'FAMILY', level: 'U2', province: 'KH-18' },
      { count: 12, receivedAt: '2025-11-01T00:00:00+09:00', kind: 'OFFER', level: 'U5' },
      // Monday: not a week old yet.
      { count: 50, receivedAt: '2025-11-03T00:00:00+09:00', kind: 'PRO', level: 'U1', province: 'KH-12' },
    );
    expect(result).toBe('published');
    expect(publication).toMatchObject({ through: '2025-11-02', received: 35, leftOut: null, outcomes: null });
    expect(publication?.cells.period).toEqual({ standing: 10, '2025-10': 20, NONE: null });
    expect(publication?.cells.kind).toMatchObject({ FAMILY: 20, OFFER: 10, PRO: null });
    expect(publication?.cells.level).toEqual({ U1: null, U2: 20, U3: null, U4: null, U5: 10 });
    expect(publication?.cells.province).toMatchObject({ 'KH-18': 20, 'KH-12': null, NONE: 10 });
    expect(publication?.days).toMatchObject({ '2025-10-31': 20, '2025-11-01': 10, '2025-11-02': null });
    expect(publication?.days['2025-11-03']).toBeUndefined();
  });

  it('leaves out whoever did not agree, and says about how many', async () => {
    const { publication } = await publishOf(
      { count: 20, receivedAt: '2025-10-20T12:00:00+09:00' },
      { count: 7, receivedAt: '2025-10-20T12:00:00+09:00', inStatistics: false, kind: 'PRO' },
    );
    expect(publication).toMatchObject({ received: 20, leftOut: 5 });
    expect(publication?.cells.kind.PRO).toBeNull();
  });

  it('shows where reports stood on the day counted, not where they stand', async () => {
    const { publication } = await publishOf(
      {
        count: 20,
        receivedAt: '2025-10-20T12:00:00+09:00',
        state: 'SCREENING',
        changedAt: '2025-10-25T12:00:00+09:00',
      },
      {
        count: 10,
        receivedAt: '2025-10-20T12:00:00+09:00',
        state: 'OUT_OF_SCOPE',
        changedAt: '2025-11-05T12:00:00+09:00',
      },
      {
        count: 5,
        receivedAt: '2025-10-20T12:00:00+09:00',
        state: 'ABUSE',
        changedAt: '2025-10-25T12:00:00+09:00',
      },
    );
    expect(publication?.cells.stage).toEqual({
      ...{ RECEIVED: 15, SCREENING: 20, IN_HAND: null },
      ...{ INTEL_ONLY: null, OUT_OF_SCOPE: null, WITHDRAWN: null },
    });
  });

  it('publishes a week once, however many try at once, and records it once', async () => {
    await publishOf({ count: 20, receivedAt: '2025-10-20T12:00:00+09:00' });
    await insertManyReports(db(), { count: 30, receivedAt: '2025-11-06T12:00:00+09:00' });
    later(1);
    const results = await Promise.all(Array.from({ length: 5 }, () => publishNumbers(db())));
    expect(results.toSorted()).toEqual([...Array(4).fill('nothing-due'), 'published']);
    expect(await db().select().from(statisticsSnapshots)).toHaveLength(2);
    const acts = (await db().select().from(auditEntries)).filter(({ act }) => act === 'numbers.published');
    expect(
      acts.filter(({ detail }) => (detail as { through: string }).through === '2025-11-09'),
    ).toHaveLength(1);
    expect(await publishNumbers(db())).toBe('nothing-due');
  });

  it('keeps what was said when a week brings too few, and makes up for it later', async () => {
    await publishOf({ count: 20, receivedAt: '2025-10-20T12:00:00+09:00' });
    await insertManyReports(db(), { count: 9, receivedAt: '2025-11-06T12:00:00+09:00', kind: 'PRO' });
    later(1);
    expect(await publishNumbers(db())).toBe('held');
    expect((await newestPublication(db()))?.through).toBe('2025-11-02');
    // What arrives for that week afterwards does not open it again.
    await insertManyReports(db(), { count: 9, receivedAt: '2025-11-06T12:00:00+09:00' });
    expect(await publishNumbers(db())).toBe('nothing-due');
    later(2);
    expect(await publishNumbers(db())).toBe('published');
    expect(await newestPublication(db())).toMatchObject({
      through: '2025-11-16',
      cells: { kind: { PRO: 5 } },
    });
  });

  it('does not show that one report was withdrawn from statistics, or moved on', async () => {
    await publishOf({ count: 25, receivedAt: '2025-10-20T12:00:00+09:00', kind: 'PRO' });
    const before = await newestPublication(db());
    await db().execute(
      sql`update reports set in_statistics = false, state = 'WITHDRAWN', state_changed_at = '2025-11-06' where id in (select id from reports limit 4)`,
    );
    await insertManyReports(db(), { count: 14, receivedAt: '2025-11-06T12:00:00+09:00', kind: 'OFFER' });
    later(1);
    expect(await publishNumbers(db())).toBe('published');
    const after = await newestPublication(db());
    expect(after?.cells.kind.PRO).toBe(before?.cells.kind.PRO);
    expect(after?.days['2025-10-20']).toBe(25);
    expect(after?.leftOut).toBeNull();
    expect(after?.cells.stage.WITHDRAWN).toBeNull();
  });

  it('takes outcomes from whoever records them, and says that nobody does until then', async () => {
    expect(
      (await publishOf({ count: 20, receivedAt: '2025-10-20T12:00:00+09:00' })).publication?.outcomes,
    ).toBeNull();
    await insertManyReports(db(), { count: 10, receivedAt: '2025-11-06T12:00:00+09:00' });
    later(1);
    const seen: Date[] = [];
    await publishNumbers(db(), async (_tx, before) => {
      seen.push(before);
      return { CLOSED: 13, SAFETY_UNCONFIRMED: 4 };
    });
    expect(seen).toEqual([new Date('2025-11-10T00:00:00+09:00')]);
    expect((await newestPublication(db()))?.outcomes).toEqual({ CLOSED: 10, SAFETY_UNCONFIRMED: null });
  });

  it('is counted where the server alone ends it, after ten minutes', async () => {
    await db().execute(sql`truncate statistics_snapshots`);
    later(0);
    let limits: unknown;
    await publishNumbers(db(), async (tx) => {
      const { rows } = (await tx.execute(
        sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`,
      )) as unknown as { rows: unknown[] };
      limits = rows[0];
      return { CLOSED: 0, SAFETY_UNCONFIRMED: 0 };
    });
    // A connection of the pool has 15 seconds for a lock, and a client that waits 35 for an answer.
    expect(limits).toEqual({ statement: '10min', lock: '0' });
  });

  it('stores no number that was not rounded', async () => {
    await publishOf(
      { count: 23, receivedAt: '2025-10-20T12:00:00+09:00' },
      { count: 4, receivedAt: '2025-10-21T12:00:00+09:00', inStatistics: false },
    );
    const [row] = await db().select().from(statisticsSnapshots);
    const numbers = [...JSON.stringify(row?.tables).matchAll(/:(\d+)/g)].map(([, digits]) => Number(digits));
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers.filter((number) => number % 5 !== 0 || number < 5)).toEqual([]);
  });

  it('counts 40,000 reports in seconds and is read in milliseconds', async () => {
    await db().execute(sql`truncate statistics_snapshots, reports cascade`);
    for (let chunk = 0; chunk < 2; chunk += 1)
      await insertManyReports(db(), { count: 20_000, receivedAt: '2025-09-08T12:00:00+09:00', spread: true });
    later(0);
    const started = performance.now();
    expect(await publishNumbers(db())).toBe('published');
    const counted = performance.now() - started;
    const times: number[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const asked = performance.now();
      await newestPublication(db());
      times.push(performance.now() - asked);
    }
    const median = times.toSorted((a, b) => a - b)[10] ?? Number.NaN;
    console.log(
      `numbers of 40,000 reports: counted in ${(counted / 1000).toFixed(2)} s, read in ${median.toFixed(1)} ms`,
    );
    expect(counted).toBeLessThan(30_000);
    expect(median).toBeLessThan(50);
  });
});
