import pg from 'pg';
import { getDb } from '@/db/client';
import { publishNumbers } from '@/lib/statistics/commands';
import { FastBrowser } from './fast-browser';
import { underLoad } from './load';
import type { Measure } from './measure';

const REPORTS = 1_000_000;
const A_TIME = 100_000;
const SECONDS = 6;

/** Published numbers over a million reports of the half year before last week: counting them, and what a reader waits for. */
export async function benchNumbers(address: string): Promise<Measure[]> {
  await load();
  const started = performance.now();
  const result = await publishNumbers(getDb());
  if (result !== 'published') throw new Error(`the numbers were ${result}`);
  const measures: Measure[] = [
    {
      part: `numbers, ${REPORTS.toLocaleString('en')} reports`,
      what: 'counting and publishing, once a week',
      value: (performance.now() - started) / 1000,
      unit: 's',
    },
  ];
  const base = new URL(address);
  for (const path of ['/ko/numbers', '/api/numbers.json', '/api/numbers.csv']) {
    const { p50, p95 } = await underLoad(1, SECONDS, async () => {
      await new FastBrowser(base).open(path);
    });
    const part = `numbers, ${path}`;
    measures.push(
      { part, what: 'p50', value: p50, unit: 'ms' },
      { part, what: 'p95', value: p95, unit: 'ms', bar: { atMost: 50 } },
    );
  }
  return measures;
}

/** Rows as reports leave them in the clear; nothing of a report is opened to count it, so nothing sealed is needed. */
async function load(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL });
  await client.connect();
  try {
    for (let from = 0; from < REPORTS; from += A_TIME)
      await client.query(
        `insert into reports (id, reference, kind, state, level, points, province, locale, received_at, state_changed_at,
           receipt_digest, submission_key, in_statistics)
         select gen_random_uuid(), 'NR-' || substr(letters, 1, 4) || '-' || substr(letters, 5, 4),
           (array['SELF_DANGER','FAMILY','WITNESS','OFFER','RETURNEE','PRO'])[1 + n % 6],
           (array['RECEIVED','SCREENING','INTEL_ONLY','OUT_OF_SCOPE'])[1 + n % 4], 'U' || 1 + n % 5, 0, 'KH-' || 1 + n % 25, 'ko',
           at, at, decode(md5('digest' || n), 'hex'), 'bench:' || n, n % 10 > 0
         from (
           select n, now() - interval '15 days' - (n % 180) * interval '1 day' as at,
             translate(upper(lpad(to_hex(n), 8, '0')), '01', 'GH') as letters
           from generate_series($1::int, $2::int) as n
         ) as made`,
        [from + 1, from + A_TIME],
      );
    await client.query('analyze reports');
  } finally {
    await client.end();
  }
}
