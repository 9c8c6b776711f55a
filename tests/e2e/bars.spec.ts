import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { expect, test } from '../support/journey';
import { ReportPages } from '../support/pages/report-pages';
import { StatusPage } from '../support/pages/status-page';

const KB = 1024;

for (const locale of locales) {
  test(`a report page weighs what it may (${locale}) @javascript`, async ({ page, browser }) => {
    await new ReportPages(page, locale).begin('FAMILY');
    await new ReportPages(page, locale).isAt('safety', 'FAMILY');
    const fresh = await (
      await browser.newContext({ storageState: await page.context().storageState() })
    ).newPage();
    const responses: Response[] = [];
    fresh.on('response', (response) => responses.push(response));
    await fresh.goto(`/${locale}/report/safety`, { waitUntil: 'networkidle' });
    const weights = await Promise.all(
      responses.map(async (response) => ({
        type: response.request().resourceType(),
        gzip: gzipSync(await response.body()).length,
      })),
    );
    const sum = (type?: string) =>
      weights.reduce((total, weight) => total + (!type || weight.type === type ? weight.gzip : 0), 0) / KB;
    console.log(
      `report page (${locale}): script ${sum('script').toFixed(1)} KB, style ${sum('stylesheet').toFixed(1)} KB, all ${sum().toFixed(1)} KB in ${weights.length} requests`,
    );
    expect(sum('script')).toBeGreaterThan(0);
    expect(sum('script')).toBeLessThanOrEqual(155);
    expect(sum('stylesheet')).toBeLessThanOrEqual(15);
    expect(sum()).toBeLessThanOrEqual(190);
    expect(weights.length).toBeLessThanOrEqual(12);
    expect(weights.filter(({ type }) => type === 'font')).toEqual([]);
  });

  test(`sos is one request without script in one TCP window (${locale}) @javascript`, async ({ page }) => {
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(`/${locale}/sos`, { waitUntil: 'networkidle' });
    expect(responses).toHaveLength(1);
    expect(await page.locator('script').count()).toBe(0);
    const sizes = await responses[0]?.request().sizes();
    expect((sizes?.responseBodySize ?? Number.NaN) + (sizes?.responseHeadersSize ?? 0)).toBeLessThanOrEqual(
      14 * KB,
    );
  });

  test(`leaving is a plain link that takes the cookies along (${locale})`, async ({ page, context }) => {
    await standInForThePortals(page);
    const form = new ReportPages(page, locale);
    await form.begin('SELF_DANGER');
    await form.isAt('now', 'SELF_DANGER');
    expect((await context.cookies()).some(({ name }) => name.includes('naru_draft'))).toBe(true);
    await page.getByRole('link', { name: words(locale).shell.exit.button }).click();
    await expect(page).toHaveTitle('elsewhere');
    expect((await context.cookies()).filter(({ name }) => name.includes('naru'))).toEqual([]);
    await page.goto(`/${locale}/report/now`);
    await expect(page).toHaveURL(/problem=draft/);
  });

  test(`Shift three times leaves, and not while typing capitals (${locale}) @javascript`, async ({
    page,
  }) => {
    await standInForThePortals(page);
    for (const path of ['/report', '/status']) {
      await page.goto(`/${locale}${path}`, { waitUntil: 'networkidle' });
      for (const key of ['Shift', 'Shift+A', 'Shift+B', 'Shift']) await page.keyboard.press(key);
      await expect(page).toHaveURL(new RegExp(`${path}$`));
      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
      await expect(page).toHaveTitle('elsewhere');
    }
  });

  test(`there is a way out on report, status and sos pages (${locale})`, async ({ page }) => {
    const exit = page.locator(`a[href="/${locale}/leave"]`);
    for (const path of ['/report', '/status', '/sos', '/report/receipt']) {
      await page.goto(`/${locale}${path}`);
      await expect(exit.first()).toBeVisible();
      await expect(exit.first()).toHaveAttribute('rel', /nofollow/);
    }
    await new StatusPage(page, locale).enter('nothing');
    await expect(exit.first()).toBeVisible();
  });
}

/** Nobody else's site is asked by a test. */
async function standInForThePortals(page: Page): Promise<void> {
  await page.route(/naver|google/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }),
  );
}
