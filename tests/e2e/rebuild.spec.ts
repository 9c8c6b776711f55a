import { words } from '@/lib/i18n/words';
import { FormClient } from '../support/form-client';
import { expect, test } from '../support/journey';
import { ReportPages } from '../support/pages/report-pages';
import { rebuild } from '../support/rebuilt-server';

test('a page left open over a rebuild still sends, by script and by plain form @javascript', async ({
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(400_000);
  const form = new ReportPages(page, 'ko');
  await form.begin('SELF_DANGER');
  await form.isAt('now', 'SELF_DANGER');
  await form.answer({ narrative: 'typed before the rebuild' });
  const client = new FormClient(request);
  await client.open('/ko/report');
  await client.submit({ reporter_kind: 'SELF_DANGER' });
  const before = await request.get('/ko/report');

  const rebuilt = await rebuild();
  try {
    const after = await request.get(`${rebuilt.url}/ko/report`);
    expect(await after.text()).toContain(rebuilt.buildId);
    expect(await before.text()).not.toContain(rebuilt.buildId);

    Object.assign(client, { url: client.url.replace(baseURL ?? '', rebuilt.url) });
    await client.submit({ narrative: 'posted to the new build' }, 'section');
    expect(client.url).toBe(`${rebuilt.url}/ko/report/check`);
    expect(client.text).toContain('posted to the new build');
    await client.press(words('ko').report.pages.check.send);
    expect(client.testId('reference')).toMatch(/^NR-/);

    // The new build stands where the old one stood; here that is another port, as behind a proxy that keeps the name.
    const old = new URL(baseURL ?? '');
    await page.route(`${old.origin}/**`, async (route) => {
      const asked = route.request();
      const headers = { ...(await asked.allHeaders()), 'x-forwarded-host': old.host };
      const url = asked.url().replace(old.origin, rebuilt.url);
      await route.fulfill({ response: await route.fetch({ url, headers, maxRedirects: 0 }) });
    });
    await form.continue();
    await form.isAtCheck();
    await expect(page.locator('main')).toContainText('typed before the rebuild');
    await form.send();
    expect((await form.receipt()).reference).toMatch(/^NR-/);
  } finally {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await rebuilt.stop();
  }
});
