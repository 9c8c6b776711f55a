import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { expireDraftSaved } from '../support/drafts';
import { FormClient } from '../support/form-client';
import { expect, test } from '../support/journey';
import { ReportPages } from '../support/pages/report-pages';
import { stories } from '../support/stories';

/** How often each of these tests saves its page: no two alike, and more often than any other test. */
const SAVES = { ko: 7, en: 9 } as const;

for (const locale of locales) {
  const { report } = words(locale);

  test(`a tampered draft cookie costs nothing of what stands on the page (${locale})`, async ({
    page,
    context,
  }) => {
    const form = new ReportPages(page, locale);
    await form.begin('FAMILY');
    await form.isAt('safety', 'FAMILY');
    await form.answer({ contact_risk: 'SAFE' });
    await form.continue();
    await form.isAt('now', 'FAMILY');
    const cookie = (await context.cookies()).find(({ name }) => name.includes('naru_draft'));
    const value = cookie?.value ?? '';
    const flipped = `${value.slice(0, 20)}${value[20] === 'A' ? 'B' : 'A'}${value.slice(21)}`;
    await context.addCookies([{ name: cookie?.name ?? '', value: flipped, domain: 'localhost', path: '/' }]);
    await form.answer({ narrative: 'typed before the cookie broke' });
    await form.continue();
    await expect(page.getByText(report.notices.restarted)).toBeVisible();
    await page.goto(`/${locale}/report/now`);
    await expect(page.locator('#narrative')).toHaveValue('typed before the cookie broke');
  });

  test(`a draft whose 24 hours are over begins anew with what stands on the page (${locale})`, async ({
    page,
  }) => {
    const saves = SAVES[locale] + Number(test.info().project.name === 'with JavaScript');
    const form = new ReportPages(page, locale);
    await form.begin('SELF_DANGER');
    await form.isAt('now', 'SELF_DANGER');
    const client = new FormClient(page.context().request);
    for (let done = 0; done < saves; done += 1) {
      await client.open(`/${locale}/report/now`);
      await client.submit({ situation: 'CONFINED' }, 'section');
    }
    expect(await expireDraftSaved(saves)).toBeGreaterThan(0);
    await form.answer({ narrative: 'typed after the day was over' });
    await form.continue();
    await form.isAtCheck();
    await expect(page.getByText(report.notices.restarted)).toBeVisible();
    await expect(page.locator('main')).toContainText('typed after the day was over');
  });

  test(`the pages of a draft that is not there say so (${locale})`, async ({ page }) => {
    for (const slug of ['now', 'check']) {
      await page.goto(`/${locale}/report/${slug}`);
      await expect(page.getByText(report.notices.missingDraft.title)).toBeVisible();
      await expect(page).toHaveURL(/\/report\?problem=draft$/);
    }
    await page.goto(`/${locale}/report/receipt`);
    await expect(page.locator('h1')).toHaveText(report.pages.receipt.gone.title);
  });

  test(`of two tabs the later save wins, and is told (${locale})`, async ({ page, context }) => {
    const one = new ReportPages(page, locale);
    await one.begin('WITNESS');
    await one.isAt('safety', 'WITNESS');
    await one.skip();
    await one.isAt('now', 'WITNESS');
    const other = new ReportPages(await context.newPage(), locale);
    await other.page.goto(`/${locale}/report/now`);
    await other.answer({ narrative: 'written in the other tab' });
    await other.continue();
    await other.isAt('place', 'WITNESS');
    await expect(other.page.getByText(report.notices.replaced)).toHaveCount(0);
    await one.answer({ narrative: 'written in the first tab' });
    await one.continue();
    await expect(page.getByText(report.notices.replaced)).toBeVisible();
    await page.goto(`/${locale}/report/now`);
    await expect(page.locator('#narrative')).toHaveValue('written in the first tab');

    await other.open();
    await other.page.locator('input[name="reporter_kind"][value="OFFER"]').check();
    await other.page.getByRole('button', { name: report.pages.start.open.restart }).click();
    await other.isAt('safety', 'OFFER');
    await one.answer({ narrative: 'written to a report that is gone' });
    await page.getByRole('button', { name: report.nav.continue, exact: true }).click();
    const { here, title } = report.notices.givenBack.otherDraft;
    await expect(page.getByText(here).or(page.getByRole('heading', { name: title }))).toBeVisible();
    await expect(page.locator('textarea').first()).toHaveValue('written to a report that is gone');
  });

  test(`a second report asks whether to go on or start over (${locale})`, async ({ page }) => {
    const form = new ReportPages(page, locale);
    const { open } = report.pages.start;
    await form.begin('OFFER');
    await form.isAt('safety', 'OFFER');
    await form.open();
    await expect(page.getByRole('heading', { name: open.title })).toBeVisible();
    await page.getByRole('link', { name: open.resume }).click();
    await form.isAt('safety', 'OFFER');
    await form.open();
    await page.locator('input[name="reporter_kind"][value="WITNESS"]').check();
    await page.getByRole('button', { name: open.restart }).click();
    await form.isAt('safety', 'WITNESS');
  });

  test(`the language toggle keeps what was typed (${locale})`, async ({ page }) => {
    const other = locale === 'ko' ? 'en' : 'ko';
    const form = new ReportPages(page, locale);
    await form.begin('SELF_DANGER');
    await form.isAt('now', 'SELF_DANGER');
    await form.answer({ narrative: 'half a sentence' });
    await page.getByRole('button', { name: words(locale).shell.header.otherLanguageName }).click();
    await new ReportPages(page, other).isAt('now', 'SELF_DANGER');
    await expect(page.locator('#narrative')).toHaveValue('half a sentence');
  });

  test(`sent twice, reloaded and gone back to, it is one report with one receipt (${locale})`, async ({
    page,
  }) => {
    const form = new ReportPages(page, locale);
    await form.tell(stories.inDanger(locale));
    const client = new FormClient(page.context().request);
    await client.open(`/${locale}/report/check`);
    const again = new FormClient(page.context().request);
    await again.open(`/${locale}/report/check`);
    const { send } = report.pages.check;
    await page.getByRole('button', { name: send, exact: true }).dblclick();
    const receipt = await form.receipt();
    await Promise.all([client.press(send), again.press(send)]);
    for (const one of [client, again])
      expect({ reference: one.testId('reference'), code: one.testId('receipt-code') }).toEqual(receipt);
    await page.reload();
    expect(await form.receipt()).toEqual(receipt);
    await page.goBack();
    expect(await form.receipt()).toEqual(receipt);
    await page.goto(`/${locale}/report/now`);
    expect(await form.receipt()).toEqual(receipt);
    await page.getByRole('button', { name: report.pages.receipt.confirm }).click();
    await expect(page.locator('h1')).toHaveText(report.status.title);
    await page.goto(`/${locale}/report/receipt`);
    await expect(page.locator('h1')).toHaveText(report.pages.receipt.gone.title);
  });

  test(`a form posted without its draft is taken in, and a report is not sent out of nothing (${locale}) @no-javascript`, async ({
    request,
    playwright,
  }) => {
    const client = new FormClient(request);
    await client.open(`/${locale}/report`);
    await client.submit({ reporter_kind: 'SELF_DANGER' });
    const stranger = new FormClient(await playwright.request.newContext());
    Object.assign(stranger, { html: client.html, url: client.url });
    await stranger.submit({ narrative: 'posted without any cookie' }, 'section');
    expect(stranger.text).toContain(report.notices.restarted);
    expect(stranger.text).toContain('posted without any cookie');

    await client.submit({ narrative: 'posted with its cookie' }, 'section');
    const nobody = new FormClient(await playwright.request.newContext());
    Object.assign(nobody, { html: client.html, url: client.url });
    await nobody.press(report.pages.check.send);
    expect(nobody.text).toContain(report.notices.missingDraft.title);
    await client.open(`/${locale}/report/erase?from=check`);
    await client.press(report.drafts.erase.confirm);
    expect(client.text).toContain(report.pages.check.destroyed);
    await client.open(`/${locale}/report/check`);
    expect(client.text).toContain(report.notices.missingDraft.title);
  });
}

test('what comes after sending waits as an addition, what is of another report is given back, and what was put aside is asked about @no-javascript', async ({
  request,
}) => {
  const { report } = words('ko');
  const { notices, pages } = report;
  const client = new FormClient(request);
  await client.open('/ko/report');
  await client.submit({ reporter_kind: 'SELF_DANGER' });
  const left = Object.assign(new FormClient(request), { html: client.html, url: client.url });
  await client.submit({ narrative: '보낸 말' }, 'section');
  await client.press(pages.check.send);
  const code = client.testId('receipt-code');
  await left.submit({ narrative: '보낸 뒤에 쓴 말' }, 'section');
  expect(new URL(left.url).pathname).toBe('/ko/report/now');
  expect(left.text).toContain(notices.late);
  expect(left.text).toContain('보낸 뒤에 쓴 말');

  await client.open('/ko/report');
  await client.submit({ reporter_kind: 'FAMILY' });
  await left.submit({ narrative: '다른 신고에 쓴 말' }, 'section');
  expect(left.status).toBe(409);
  expect(left.text).toContain(notices.givenBack.otherDraft.text);
  expect(left.text).toContain('다른 신고에 쓴 말');

  await client.open('/ko/status');
  await client.submit({ receipt_code: code });
  await client.open('/ko/report/add?of=status');
  await client.submit({ topic: 'place' });
  await client.open('/ko/report');
  await client.submit({ reporter_kind: 'OFFER' });
  expect(client.text).toContain(pages.start.open.behind);
  expect(client.text).toContain(pages.start.open.text(report.describe.kindShort.FAMILY));
  await client.submit({ reporter_kind: 'OFFER' });
  expect(new URL(client.url).pathname).toBe('/ko/report/safety');
  await client.open('/ko/report?notice=a&notice=b&problem=none&problem=x');
  expect(client.status).toBe(200);
});
