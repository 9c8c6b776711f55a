import { sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { WORK_VIEWS } from '@/lib/cases/queue/views';
import type { DatabaseProcess } from '../prove/database-process';
import { deskPlans } from './desk-plans';
import { closeDeskSite, type DeskSite, type Filled, fillDesk, openDeskSite } from './desk-site';
import { type Measure, percentile } from './measure';

/** Where the plans have to use indexes: in a smaller table reading all of it is the quicker way. */
const PLANS_FROM = 10_000;
/** Each page is asked for so many times that count, after some that do not. */
const TIMES = 60;
const WARMUP = 8;
const BAR = { atMost: 100 };
const RATIO = { atMost: 2 };
/** In most reports, in some, in few, in none; and two words in many and in few. */
const SEARCHED = ['감금', '여권', '영사', '한별', '여권 휴대전화', '은하수 타운', '없음'];

/**
 * The desk over HTTP, signed in, one person at a time, with so many reports and their cases: what a page takes from asking to the last byte,
 * which is the server's time and a little more. Every size has a database and an instance of its own, and each page is asked of all of them in
 * turn, so that whatever else the machine does at that moment falls on all alike. With several sizes, how the largest compares with the smallest.
 */
export async function benchDesk(server: DatabaseProcess, sizes: readonly number[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  const sites: DeskSite[] = [];
  try {
    // All are filled before anybody signs in: filling a large one takes longer than a session lasts that nobody works in.
    const filled: Filled[] = [];
    for (const size of [...new Set(sizes)].sort((one, other) => one - other))
      filled.push(await fillDesk(server, size));
    for (const one of filled) {
      sites.push(await openDeskSite(one));
      if (one.stored > 0) measures.push(...loading(one));
    }
    const pages = await Promise.all(sites.map(pagesOf));
    for (const what of pages[0]?.keys() ?? []) {
      const asked = sites.map((site, index) => ({ ...site, pages: pages[index]?.get(what) ?? [] }));
      measures.push(...compared(what, await inTurns(asked)));
    }
    for (const { size, connection, staffId } of sites)
      if (size >= PLANS_FROM)
        measures.push({ part: part(size), ...(await deskPlans(connection.db, staffId, SEARCHED)) });
    return measures;
  } finally {
    for (const site of sites) await closeDeskSite(site);
  }
}

const part = (size: number) => `desk, ${size.toLocaleString('en')} reports`;

const loading = ({ size, stored, seconds }: Filled): Measure[] => [
  { part: part(size), what: `making and storing ${stored.toLocaleString('en')}`, value: seconds, unit: 's' },
  { part: part(size), what: 'made and stored', value: stored / seconds, unit: 'a second' },
];

/** What one size took for a page, and how many rows stood on it. */
type Taken = { size: number; times: number[]; rows: number };

function compared(what: string, taken: readonly Taken[]): Measure[] {
  const measures = taken.flatMap(({ size, times, rows }): Measure[] => [
    {
      part: part(size),
      what: `${what}${rows > 0 ? ` (${rows} rows)` : ''}, p50`,
      value: percentile(times, 0.5),
      unit: 'ms',
    },
    { part: part(size), what: `${what}, p95`, value: percentile(times, 0.95), unit: 'ms', bar: BAR },
  ]);
  const [smallest, largest] = [taken[0], taken.at(-1)];
  if (!smallest || !largest || smallest === largest) return measures;
  const value = percentile(largest.times, 0.5) / percentile(smallest.times, 0.5);
  const against = `desk, ${largest.size.toLocaleString('en')} against ${smallest.size.toLocaleString('en')} reports`;
  const rows = smallest.rows === largest.rows ? '' : ` (${largest.rows} rows against ${smallest.rows})`;
  measures.push({ part: against, what: `${what}${rows}, p50`, value, unit: '×', bar: RATIO });
  return measures;
}

/** An address, and what stands on the page that it has to show: one that asks to sign in is quick too. */
type Page = { path: string; shows: string };

/** What is measured, and the pages that are asked for in turn. */
async function pagesOf({ connection: { db }, browser }: DeskSite): Promise<Map<string, Page[]>> {
  const some = 12;
  const anyReports = await db
    .select({ ref: reports.reference })
    .from(reports)
    .orderBy(sql`${reports.state} in ('RECEIVED','SCREENING') desc, ${reports.id}`)
    .limit(some);
  const anyCases = await db
    .select({ ref: cases.number })
    .from(cases)
    .orderBy(sql`${cases.state} <> 'CLOSED' desc, ${cases.id}`)
    .limit(some);
  const queue = (path: string): Page => ({ path, shows: 'href="/ko/staff/notices"' });
  const pages = new Map<string, Page[]>([
    ['queue', [queue('/ko/staff')]],
    ...WORK_VIEWS.map((view): [string, Page[]] => [`view ${view}`, [queue(`/ko/staff?view=${view}`)]]),
    ['report page', anyReports.map(({ ref }) => ({ path: `/ko/staff/reports/${ref}`, shows: ref }))],
    ['case page', anyCases.map(({ ref }) => ({ path: `/ko/staff/cases/${ref}`, shows: ref }))],
  ]);
  // Looked up as people do; the address it leads to does the search again whenever it is opened.
  for (const query of SEARCHED) {
    const found = await browser.send(await browser.open('/ko/staff/search'), { query }, 'query');
    pages.set(`search for ${query}`, [{ path: found.url, shows: 'id="hits"' }]);
  }
  return pages;
}

const ROW = /data-testid="(queue-row|search-hit)"/g;

/** Asks every site for its pages, one after the other, again and again. */
async function inTurns(sites: readonly (DeskSite & { pages: Page[] })[]): Promise<Taken[]> {
  const taken = sites.map(({ size }): Taken => ({ size, times: [], rows: 0 }));
  for (let turn = 0; turn < WARMUP + TIMES; turn += 1)
    for (const [index, { browser, pages }] of sites.entries()) {
      const page = pages[turn % pages.length];
      const one = taken[index];
      if (!page || !one) throw new Error('nothing to ask for');
      const started = performance.now();
      const { url, html } = await browser.open(page.path);
      if (turn >= WARMUP) one.times.push(performance.now() - started);
      if (url !== page.path || !html.includes(page.shows))
        throw new Error(`${page.path} did not show what it is there for`);
      one.rows = html.match(ROW)?.length ?? 0;
    }
  return taken;
}
