import pg from 'pg';
import { getDb } from '@/db/client';
import { statisticsSnapshots } from '@/db/schema/statistics';
import { publishNumbers } from '@/lib/statistics/commands';
import { FastBrowser } from './fast-browser';
import { underLoad } from './load';
import type { Measure } from './measure';

const A_TIME = 100_000;
const SECONDS = 6;
const BAR = { atMost: 50 };
const RATIO = { atMost: 2 };
const PAGES = ['/ko/numbers', '/api/numbers.json', '/api/numbers.csv'];

/**
 * Published numbers over so many reports of the half year before last week: counting them, and what a reader waits for, at each size; with several, how
 * the largest compares with the smallest.
 */
export async function benchNumbers(address: string, sizes: readonly number[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  const middles = new Map<string, number[]>();
  const growing = [...new Set(sizes)].sort((one, other) => one - other);
  let loaded = 0;
  for (const size of growing) {
    await load(loaded, size);
    loaded = size;
    const part = named(size);
    measures.push({ part, what: 'counting and publishing, once a week', value: await publish(), unit: 's' });
    for (const path of PAGES) {
      const { p50, p95 } = await underLoad(1, SECONDS, async () => {
        await new FastBrowser(new URL(address)).open(path);
      });
      middles.set(path, [...(middles.get(path) ?? []), p50]);
      measures.push(
        { part, what: `${path}, p50`, value: p50, unit: 'ms' },
        { part, what: `${path}, p95`, value: p95, unit: 'ms', bar: BAR },
      );
    }
  }
  const [smallest, largest] = [growing[0], growing.at(-1)];
  if (growing.length < 2 || smallest === undefined || largest === undefined) return measures;
  const part = `${named(largest)} against ${smallest.toLocaleString('en')}`;
  for (const [path, all] of middles)
    measures.push({
      part,
      what: `${path}, p50`,
      value: (all.at(-1) ?? Number.NaN) / (all[0] ?? Number.NaN),
      unit: '×',
      bar: RATIO,
    });
  return measures;
}

const named = (size: number) => `numbers, ${size.toLocaleString('en')} reports`;

/** Counts and publishes anew, as if nothing had been said before. Answers the seconds that it took. */
async function publish(): Promise<number> {
  await getDb().delete(statisticsSnapshots);
  const started = performance.now();
  const result = await publishNumbers(getDb());
  if (result !== 'published') throw new Error(`the numbers were ${result}`);
  return (performance.now() - started) / 1000;
}

/** Rows as reports leave them in the clear; nothing of a report is opened to count it, so nothing sealed is needed. */
async function load(before: number, size: number): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL });
  await client.connect();
  try {
    for (let from = before; from < size; from += A_TIME)
      await client.query(
        `insert into reports (id, reference, kind, state, level, points, province, locale, received_at, state_changed_at,
           receipt_digest, submission_key, in_statistics, look_again_at)
         select gen_random_uuid(), 'NR-' || substr(letters, 1, 4) || '-' || substr(letters, 5, 4),
           (array['SELF_DANGER','FAMILY','WITNESS','OFFER','RETURNEE','PRO'])[1 + n % 6],
           (array['RECEIVED','SCREENING','INTEL_ONLY','OUT_OF_SCOPE'])[1 + n % 4], 'U' || 1 + n % 5, 0, 'KH-' || 1 + n % 25, 'ko',
           at, at, decode(md5('digest' || n), 'hex'), 'bench:' || n, n % 10 > 0, null
         from (
           select n, now() - interval '15 days' - (n % 180) * interval '1 day' as at,
             translate(upper(lpad(to_hex(n), 8, '0')), '01', 'GH') as letters
           from generate_series($1::int, $2::int) as n
         ) as made`,
        [from + 1, Math.min(size, from + A_TIME)],
      );
    await client.query('analyze reports');
  } finally {
    await client.end();
  }
}
