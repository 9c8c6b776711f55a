import { setTimeout as wait } from 'node:timers/promises';
import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { FormClient } from '../support/form-client';
import { expect, test } from '../support/journey';
import { StatusPage } from '../support/pages/status-page';

const WINDOW_MS = 15 * 60_000;
/** Made up, with a right check character. */
const NOBODYS_CODE = '222-222-222-222-222-222';

/** Counts begin anew every quarter of an hour; a test of a count must not lie across. */
async function awayFromTheQuarter(): Promise<void> {
  const left = WINDOW_MS - (Date.now() % WINDOW_MS);
  if (left < 30_000) await wait(left);
}

for (const locale of locales) {
  const { status } = words(locale).report;

  test(`ten wrong receipt codes are answered, the next has to wait, others do not (${locale})`, async ({
    page,
    playwright,
  }) => {
    test.slow();
    await awayFromTheQuarter();
    const form = new StatusPage(page, locale);
    for (let tries = 1; tries <= 10; tries += 1) {
      await form.enter(NOBODYS_CODE);
      await expect(page.locator('#error-summary')).toContainText(status.problems.wrong);
    }
    const before = Date.now();
    await form.enter(NOBODYS_CODE);
    await expect(page.locator('#error-summary')).toContainText(status.problems.slow);
    expect(Date.now() - before).toBeGreaterThan(2_900);
    const elsewhere = new FormClient(
      await playwright.request.newContext({
        extraHTTPHeaders: { 'x-forwarded-for': `10.20.30.${locale === 'ko' ? 40 : 41}` },
      }),
    );
    await elsewhere.open(`/${locale}/status`);
    await elsewhere.submit({ receipt_code: NOBODYS_CODE });
    expect(elsewhere.text).toContain(status.problems.wrong);
  });

  test(`no code, and what cannot be one, are told apart (${locale})`, async ({ page }) => {
    const form = new StatusPage(page, locale);
    await form.enter('  ');
    await expect(page.locator('#error-summary')).toContainText(status.problems.empty);
    await form.enter('K7M-2PX');
    await expect(page.locator('#error-summary')).toContainText(status.problems.malformed);
  });

  test(`the desk is not there for strangers (${locale}) @no-javascript`, async ({ request }) => {
    const paths = [
      '',
      '/reports/NR-2222-2222',
      '/reports/x',
      '/accounts',
      '/audit',
      '/work.json',
      '/bulk',
      '/help',
      '/setup/recovery-codes',
      '/nothing',
    ];
    for (const path of paths) {
      const response = await request.get(`/${locale}/staff${path}`, { maxRedirects: 0 });
      expect(response.status(), path).toBe(404);
      expect(await response.text()).not.toContain('NR-2222-2222</');
    }
  });
}
