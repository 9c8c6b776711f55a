import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { URI } from 'otpauth';
import { getDb } from '@/db/client';
import { cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { WORK_VIEWS } from '@/lib/cases/queue/views';
import { createActiveAccount } from '@/lib/staff/commands';
import { makeCrew } from '../../../seeds/demo/many/crew';
import { loadMany } from '../../../seeds/demo/many/load';
import type { Crew } from '../../../seeds/demo/many/making';
import { deskPlans } from './desk-plans';
import { FastBrowser } from './fast-browser';
import { type Measure, percentile } from './measure';

/** Where the plans have to use indexes: in a smaller table reading all of it is the quicker way. */
const PLANS_FROM = 10_000;
const OPEN = 0.01;
const SEED = 7;
/** Each page is asked for so many times that count, after some that do not. */
const TIMES = 60;
const WARMUP = 8;
const BAR = { atMost: 100 };
const RATIO = { atMost: 2 };
/** In most reports, in some, in few, in none. */
const SEARCHED = ['감금', '여권', '영사', '한별', '은하수 타운', '없음'];

/**
 * The desk over HTTP, signed in, one person at a time, with so many reports and their cases, one in a hundred open: what a page takes from
 * asking to the last byte, which is the server's time and a little more. Sizes grow in one database; with several, how the largest
 * compares with the smallest.
 */
export async function benchDesk(address: string, sizes: readonly number[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  const crew = await makeCrew(getDb());
  const me = await signIn(address);
  const medians = new Map<string, number[]>();
  let there = await getDb().$count(reports);
  for (const size of [...sizes].sort((one, other) => one - other)) {
    const part = `desk, ${size.toLocaleString('en')} reports`;
    if (size < there) throw new Error(`there are ${there} reports already`);
    if (size > there) measures.push(await grow(part, there, size, crew));
    there = size;
    await shareOut(me.staffId);
    for (const [what, pages] of await pagesOf(me.browser)) {
      const times = await timed(me.browser, pages);
      const p50 = percentile(times, 0.5);
      medians.set(what, [...(medians.get(what) ?? []), p50]);
      measures.push(
        { part, what: `${what}, p50`, value: p50, unit: 'ms' },
        { part, what: `${what}, p95`, value: percentile(times, 0.95), unit: 'ms', bar: BAR },
      );
    }
    if (size >= PLANS_FROM)
      measures.push(...(await deskPlans(getDb(), me.staffId, SEARCHED)).map((plan) => ({ part, ...plan })));
  }
  if (sizes.length > 1)
    for (const [what, all] of medians)
      measures.push({
        part: `desk, ${Math.max(...sizes).toLocaleString('en')} against ${Math.min(...sizes).toLocaleString('en')} reports`,
        what: `${what}, p50`,
        value: (all.at(-1) ?? 0) / (all[0] ?? 1),
        unit: '×',
        bar: RATIO,
      });
  return measures;
}

async function grow(part: string, from: number, to: number, crew: Crew): Promise<Measure> {
  const started = performance.now();
  await loadMany(getDb(), { reports: to - from, open: OPEN, seed: SEED, crew, from });
  const value = (performance.now() - started) / 1000;
  return { part, what: `making and storing ${(to - from).toLocaleString('en')} of them`, value, unit: 's' };
}

/** Some of what is open is given to whoever looks, so that "mine" holds something. */
async function shareOut(staffId: string): Promise<void> {
  await getDb().execute(sql`update ${cases} set assigned_to = ${staffId} where id in
    (select id from ${cases} where state <> 'CLOSED' order by opened_at limit 20)`);
}

type SignedIn = { browser: FastBrowser; staffId: string };

/** A caseworker, signed in as people do. */
async function signIn(address: string): Promise<SignedIn> {
  const email = `bench-${randomUUID()}@naru.invalid`;
  const password = randomBytes(18).toString('base64url');
  const made = await createActiveAccount(getDb(), { name: '한측정', email, roles: ['CASEWORKER'], password });
  if (!made.ok) throw new Error(made.reason);
  const code = URI.parse(made.otpauthUri).generate();
  const browser = new FastBrowser(new URL(address));
  const page = await browser.send(await browser.open('/ko/staff/sign-in'), { email, password, code });
  if (page.url.includes('sign-in')) throw new Error('nobody could sign in');
  return { browser, staffId: made.staffId };
}

/** An address, and what stands on the page that it has to show: one that asks to sign in is quick too. */
type Page = { path: string; shows: string };

/** What is measured, and the pages that are asked for in turn. */
async function pagesOf(browser: FastBrowser): Promise<[string, Page[]][]> {
  const db = getDb();
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
  const searches: [string, Page[]][] = [];
  for (const word of SEARCHED) searches.push([`search for ${word}`, [await searchFor(browser, word)]]);
  const queue = (path: string): Page => ({ path, shows: 'signed-in-as' });
  return [
    ['queue', [queue('/ko/staff')]],
    ...WORK_VIEWS.map((view): [string, Page[]] => [`view ${view}`, [queue(`/ko/staff?view=${view}`)]]),
    ['report page', anyReports.map(({ ref }) => ({ path: `/ko/staff/reports/${ref}`, shows: ref }))],
    ['case page', anyCases.map(({ ref }) => ({ path: `/ko/staff/cases/${ref}`, shows: ref }))],
    ...searches,
  ];
}

/** Looks a word up as people do; the address it leads to does the search again whenever it is opened. */
async function searchFor(browser: FastBrowser, query: string): Promise<Page> {
  const found = await browser.send(await browser.open('/ko/staff/search'), { query }, 'query');
  return { path: found.url, shows: 'id="hits"' };
}

async function timed(browser: FastBrowser, pages: readonly Page[]): Promise<number[]> {
  const times: number[] = [];
  for (let turn = -WARMUP; turn < TIMES; turn += 1) {
    const page = pages[(turn + WARMUP) % pages.length];
    if (!page) throw new Error('nothing to ask for');
    const started = performance.now();
    const { url, html } = await browser.open(page.path);
    if (turn >= 0) times.push(performance.now() - started);
    if (url !== page.path || !html.includes(page.shows))
      throw new Error(`${page.path} did not show what it is there for`);
  }
  return times;
}
