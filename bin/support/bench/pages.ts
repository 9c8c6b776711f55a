import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../browser';
import { type Measure, median } from './measure';

const KB = 1024;
const LOADS = 5;
/** Slow 3G as the bars define it: 400 kbit/s, 400 ms to the server and back, a processor six times slower than this one. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER_CPU = 6;

/** What a person with a poor phone waits for: weights and requests of the pages, first paint and load on slow 3G. */
export async function benchPages(address: string): Promise<Measure[]> {
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) || undefined,
    args: BROWSER_FLAGS,
  });
  try {
    const context = await browser.newContext({ locale: 'ko-KR' });
    const page = await context.newPage();
    await page.goto(`${address}/ko/report`);
    await page.locator('input[name="reporter_kind"][value="FAMILY"]').check();
    await page.locator('main form button').last().click();
    await page.waitForURL(/\/report\/safety/);
    const storageState = await context.storageState();
    const fresh = async (visit: (page: Page) => Promise<Measure[]>) => {
      const one = await browser.newContext({ storageState, locale: 'ko-KR' });
      try {
        return await visit(await one.newPage());
      } finally {
        await one.close();
      }
    };
    const measures: Measure[] = [];
    for (const path of ['/ko/sos', '/ko', '/ko/report/safety', '/ko/report/now'])
      measures.push(...(await fresh((tab) => weigh(tab, address, path))));
    for (const path of ['/ko/sos', '/ko/report/safety', '/ko/report/now']) {
      const paints: number[] = [];
      const typed: number[] = [];
      const loads: number[] = [];
      for (let load = 0; load < LOADS; load += 1)
        await fresh(async (tab) => {
          const seen = await loadSlowly(tab, address + path);
          paints.push(seen.paint);
          typed.push(seen.typing);
          loads.push(seen.load);
          return [];
        });
      measures.push(
        timed(path, 'first paint', median(paints), { atMost: 2 }),
        timed(path, 'first paint to a letter in a field, at most', median(typed), { atMost: 0.5 }),
        timed(path, 'loaded', median(loads)),
      );
    }
    return measures;
  } finally {
    await browser.close();
  }
}

const timed = (path: string, what: string, value: number, bar?: { atMost: number }): Measure => ({
  part: `slow 3G, 6× CPU, ${path}`,
  what,
  value,
  unit: 's',
  ...(bar ? { bar } : {}),
});

async function weigh(page: Page, address: string, path: string): Promise<Measure[]> {
  const got: Promise<{ type: string; size: number }>[] = [];
  page.on('response', (response) =>
    got.push(
      // What cannot be read cannot be weighed: then the sum is not measured.
      response.body().then(
        (body) => ({ type: response.request().resourceType(), size: gzipSync(body).length }),
        () => ({ type: response.request().resourceType(), size: Number.NaN }),
      ),
    ),
  );
  await page.goto(address + path, { waitUntil: 'networkidle' });
  const all = await Promise.all(got);
  const sum = (type?: string) =>
    all.reduce((total, one) => total + (!type || one.type === type ? one.size : 0), 0) / KB;
  const part = `weight of ${path}`;
  const [script, whole, requests] = path.endsWith('/sos') ? [0, 14, 1] : [155, 190, 12];
  return [
    { part, what: 'script, gzip', value: sum('script'), unit: 'KB', bar: { atMost: script } },
    { part, what: 'style, gzip', value: sum('stylesheet'), unit: 'KB', bar: { atMost: 15 } },
    { part, what: 'all, gzip', value: sum(), unit: 'KB', bar: { atMost: whole } },
    { part, what: 'requests', value: all.length, unit: '', bar: { atMost: requests } },
  ];
}

/** Seconds from the start to the first paint, from there until a typed letter stands in a field, and to the load event. */
async function loadSlowly(page: Page, url: string): Promise<{ paint: number; typing: number; load: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
  await page.goto(url, { waitUntil: 'commit', timeout: 120_000 });
  const field = page.locator('main :is(input[type=text], input[type=radio], textarea)').first();
  await field.waitFor();
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const paint = (await painted.jsonValue()) ?? Number.NaN;
  const box = page.locator('main :is(input[type=text], textarea)').first();
  if ((await box.count()) > 0) await box.pressSequentially('a');
  else await field.check({ force: true });
  const typed = await page.evaluate(() => performance.now());
  await page.waitForLoadState('load', { timeout: 120_000 });
  const load = await page.evaluate(
    () => performance.timing.loadEventStart - performance.timing.navigationStart,
  );
  return { paint: paint / 1000, typing: Math.max(0, typed - paint) / 1000, load: load / 1000 };
}
