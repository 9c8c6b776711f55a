import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { APIResponse } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { settlePort } from '@/bin/support/port';
import { serve } from '@/bin/support/serving';
import { backgroundPaths } from '@/lib/background/addresses';
import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { expect, test } from '../support/journey';

const KB = 1024;
const addresses = locales.flatMap((locale) => backgroundPaths.map((path) => `/${locale}${path}`));
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'long-title': 'off', 'prefer-native-element': 'off' },
});

/** What a background page owes besides its words. */
async function problemsOf(address: string, response: APIResponse): Promise<string[]> {
  const html = await response.text();
  const headers = response.headers();
  const policy = headers['content-security-policy'] ?? '';
  const [locale = ''] = address.split('/').filter(Boolean);
  const { results } = await validator.validateString(html);
  return [
    ...results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}, ${message}`)),
    response.status() === 200 ? '' : `status ${response.status()}`,
    /<script\b|as="script"| on\w+="| style="/.test(html) ? 'something in it is run' : '',
    policy.includes("script-src 'none'") && !policy.includes('unsafe') ? '' : `the policy is ${policy}`,
    policy.includes("frame-ancestors 'none'") ? '' : 'it can be framed',
    /^public, max-age=0, s-maxage=\d+, must-revalidate$/.test(headers['cache-control'] ?? '')
      ? ''
      : `cache-control is ${headers['cache-control']}`,
    headers['set-cookie'] ? 'it sets a cookie' : '',
    html.includes(`<html lang="${locale}"`) ? '' : 'its language is not said',
    locales.every((other) => html.includes(`hrefLang="${other}"`)) ? '' : 'the other language is not named',
    (html.match(/<h1\b/g) ?? []).length === 1 ? '' : 'not one h1',
    gzipSync(html).length <= 60 * KB ? '' : `${gzipSync(html).length} bytes`,
  ].filter(Boolean);
}

test('background pages are made in advance: no script, a strict policy, kept by caches, light @no-javascript', async ({
  request,
}) => {
  const found: string[] = [];
  const titles = new Map<string, string>();
  let heaviest = 0;
  for (const address of addresses) {
    const response = await request.get(address);
    found.push(...(await problemsOf(address, response)).map((problem) => `${address}: ${problem}`));
    const html = await response.text();
    heaviest = Math.max(heaviest, gzipSync(html).length);
    const title = /<title>([^<]+)/.exec(html)?.[1] ?? '';
    if (titles.has(title)) found.push(`${address}: has the title of ${titles.get(title)}`);
    titles.set(title, address);
  }
  expect(found).toEqual([]);
  console.log(`${addresses.length} background pages, the heaviest ${(heaviest / KB).toFixed(1)} KB of HTML`);

  const page = await request.get('/ko/background');
  const again = await request.get('/ko/background', {
    headers: { 'if-none-match': page.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
  const sheet = /href="(\/_next\/static\/[^"]+\.css)"/.exec(await page.text())?.[1] ?? '';
  expect((await request.get(sheet)).headers()['cache-control']).toContain('immutable');
  for (const absent of ['/ko/background/nothing', '/ko/background/sources/f'])
    expect((await request.get(absent)).status(), absent).toBe(404);
});

test('background pages and their data stay up while the database is away @no-javascript', async ({
  request,
}) => {
  const port = await settlePort('localhost', 0);
  const serving = await serve(() => {}, {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    POSTGRES_URL: 'postgres://nobody:nothing@127.0.0.1:1/none',
    NARU_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    NEXTAUTH_URL: `http://localhost:${port}`,
    LOG_LEVEL: 'error',
  });
  try {
    const at = `http://localhost:${port}`;
    expect((await request.get(`${at}/api/health`)).status()).toBe(503);
    for (const address of [...addresses, '/api/background/figures.csv', '/api/background/timeline.json'])
      expect((await request.get(`${at}${address}`)).status(), address).toBe(200);
  } finally {
    await serving.stop();
  }
});

test('the data can be taken away with their sources, and the sitemap names every page @no-javascript', async ({
  request,
}) => {
  for (const file of ['figures', 'timeline']) {
    const json = await (await request.get(`/api/background/${file}.json`)).json();
    const csv = await (await request.get(`/api/background/${file}.csv`)).text();
    expect(json.rows.length).toBeGreaterThan(15);
    expect(csv.trim().split('\n')).toHaveLength(json.rows.length + 1);
    for (const row of json.rows) {
      expect(row.sources).toMatch(/^~?[a-e]:\d/);
      expect(csv).toContain(row.id);
    }
  }
  expect((await request.get('/api/background/other.csv')).status()).toBe(404);
  const sitemap = await (await request.get('/sitemap.xml')).text();
  for (const address of addresses) expect(sitemap).toContain(`${address}</loc>`);
  expect(sitemap).not.toContain('/staff');
});

for (const locale of locales) {
  test(`an offer is checked, and a source opened, without a script and without a trace (${locale}) @no-javascript`, async ({
    page,
    context,
  }) => {
    const { beforeYouGo, shell } = words(locale).background;
    await page.goto(`/${locale}`);
    await page.locator(`main a[href="/${locale}/background/before-you-go"]`).click();
    // What the page itself is made of still arrives after the click has.
    await page.waitForURL(/before-you-go$/, { waitUntil: 'load' });
    const asked: string[] = [];
    // The browser fetches the icon in its own time.
    page.on('request', (request) => {
      if (!new URL(request.url()).pathname.startsWith('/icon.')) asked.push(request.url());
    });
    const result = (name: string) => page.locator(`[data-result="${name}"]`);
    await expect(result('none')).toBeVisible();
    await expect(result('some')).toBeHidden();
    await page.getByLabel(beforeYouGo.groups.offer.signs.pay).check();
    await expect(result('some')).toBeVisible();
    await expect(result('none')).toBeHidden();
    await expect(result('urgent')).toBeHidden();
    await page.getByLabel(beforeYouGo.groups.urgent.signs.sent).check();
    await expect(result('urgent')).toBeVisible();
    expect(asked).toEqual([]);
    expect(page.url()).toMatch(/before-you-go$/);
    expect(await context.cookies()).toEqual([]);
    await page.getByRole('link', { name: beforeYouGo.report.button }).click();
    await expect(page.locator('input[value="OFFER"]')).toBeChecked();

    await page.goto(`/${locale}/background`);
    const claim = page.locator('#overview-numbers');
    await expect(claim.getByText(shell.kinds.figure)).toBeHidden();
    await claim.locator('summary').click();
    await expect(claim.getByText(shell.kinds.figure)).toBeVisible();
    await claim.getByRole('link', { name: shell.toSource('C') }).click();
    await expect(page.locator('#overview-numbers')).toContainText('330');
  });
}
