import { forKind } from '@/lib/i18n/by-kind';
import { words } from '@/lib/i18n/words';
import { expect, test } from '../support/journey';
import { AfterPages } from '../support/pages/after-pages';
import { codeFor, Desk } from '../support/pages/desk';
import { ReportPages } from '../support/pages/report-pages';
import { StatusPage } from '../support/pages/status-page';
import { RequestsSeen } from '../support/requests-seen';
import { activate, somebody } from '../support/staff-account';

/** A hundred characters, as a hurried person types them. */
const HURRIED =
  '캄보디아 국경 근처 건물 3층에 세 명이 갇혀 있어요. 여권을 빼앗겼고 문 앞에 지키는 사람이 있어요. 오늘 밤 다른 곳으로 옮긴다고 해서 무서워요. 창밖에 파란 간판이 보여요. 빨리 와 주세요';
const A_KEY_MS = 120;

test('somebody in danger sends one page, adds from the receipt, and the code shows it elsewhere', async ({
  page,
  browser,
}) => {
  const [locale, kind] = ['ko', 'SELF_DANGER'] as const;
  const { more, pages, status } = words(locale).report;
  const form = new ReportPages(page, locale);
  const after = new AfterPages(page, locale);
  await form.begin(kind);
  await form.answer({ situation: 'CONFINED' });
  await form.continue();
  await form.send();
  const { code } = await form.receipt();
  const seen = new RequestsSeen(page);
  await expect(page).toHaveTitle(new RegExp(more.quietTitles.receipt));
  const qr = page.getByRole('img', { name: /QR/ });
  await expect(qr).toHaveAttribute('aria-label', /\/ko\/status/);
  await expect(page.getByTestId('receipt-dates')).toContainText('한국 시간');
  await after.typeBack(code.replace(/.$/, (last) => (last === '2' ? '3' : '2')));
  await expect(page.locator('#error-summary')).toContainText(more.receipt.typeBack.wrong);
  await form.receipt();

  await after.addMore();
  await after.tell('place', kind, { city: '이름없는강변', floor: '3' });
  await after.tell('person', kind, { name_ko: '홍가온' });
  await after.check();
  await expect(page.locator('main')).toContainText('이름없는강변');
  await after.sendAddition();
  await form.receipt();

  const other = await (await browser.newContext()).newPage();
  await new StatusPage(other, locale).open(code);
  const shown = new AfterPages(other, locale).additions;
  await expect(shown).toHaveCount(1);
  await expect(shown).toContainText(forKind(pages.place.title, kind) ?? '');
  await expect(other.locator('main')).not.toContainText('이름없는강변');
  await expect(other.getByTestId('report-path').locator('[aria-current=step]')).toContainText(
    more.path.steps.received.name,
  );

  await after.typeBack(code.toLowerCase());
  await expect(page.locator('h1')).toHaveText(status.title);
  await expect(page.getByText(more.receipt.typeBack.right)).toBeVisible();
  await form.page.goto(`/${locale}/report/receipt`);
  await expect(page.getByTestId('receipt-code')).toHaveCount(0);
  seen.neverHeld([code, code.replaceAll('-', ''), '이름없는강변', '홍가온']);
});

test('from opening sos to a stored report in two pages and thirty seconds of hurried typing @no-javascript', async ({
  page,
}) => {
  expect(HURRIED.length).toBeGreaterThanOrEqual(100);
  const { sos } = words('ko').report;
  const began = Date.now();
  await page.goto('/ko/sos');
  await page.getByLabel(sos.narrative.label).pressSequentially(HURRIED, { delay: A_KEY_MS });
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: sos.send }).click();
  await expect(page.getByTestId('receipt-code')).toBeVisible();
  expect(Date.now() - began).toBeLessThan(30_000);
  const response = await answer;
  const head = Object.entries(await response.allHeaders()).map(([name, value]) => `${name}: ${value}\r\n`);
  const weight = (await response.body()).length + Buffer.byteLength(head.join(''));
  console.log(`sos, answer: ${weight} bytes with headers, not compressed`);
  expect(weight).toBeLessThanOrEqual(14 * 1024);
  expect(await page.locator('script').count()).toBe(0);
});

test('after sos more is added without the code; a request to withdraw stops the desk from writing', async ({
  page,
  browser,
}) => {
  test.slow();
  const locale = 'en';
  const { sos, more } = words(locale).report;
  const after = new AfterPages(page, locale);
  await page.goto(`/${locale}/sos`);
  await page.getByLabel(sos.narrative.label).fill('They are moving us');
  await page.getByRole('button', { name: sos.send }).click();
  const reference = await page.getByTestId('reference').innerText();
  await after.addMore();
  await after.tell('now', 'SELF_DANGER', { situation: 'CONFINED', harm_now: 'VIOLENCE' });
  await after.check();
  await after.sendAddition();
  await expect(page.locator('h1')).toHaveText(words(locale).report.status.heading);
  await expect(after.additions).toHaveCount(1);
  await after.askToWithdraw('It was a mistake');
  await expect(after.requests).toContainText(more.requests.open);

  const person = somebody('Nam Sora');
  const secret = await activate(person, ['CASEWORKER']);
  const deskPage = await (await browser.newContext()).newPage();
  const desk = new Desk(deskPage, locale);
  await desk.signIn(person, codeFor(secret));
  await desk.isOpen();
  const { staff } = words(locale);
  const row = await desk.find(reference, 'U1');
  await expect(row).toContainText(staff.additions.openRequest);
  await expect(row).toContainText(staff.additions.newAddition);
  await desk.open(reference);
  await expect(deskPage.getByTestId('addition')).toContainText(words(locale).codes.harm_now.VIOLENCE);
  await expect(deskPage.getByLabel(staff.report.message, { exact: true })).toHaveCount(0);
  await expect(deskPage.getByText(staff.additions.requests.frozen)).toBeVisible();
  const request = deskPage.getByTestId('request');
  await expect(request).toContainText('It was a mistake');
  await request.getByLabel(staff.additions.requests.decisions.DECLINED).check();
  await request.getByLabel(staff.additions.requests.answer).fill('We asked you first; you are not alone.');
  await request.getByRole('button', { name: staff.additions.requests.decide }).click();
  await expect(deskPage.getByText(words(locale).desk.report.done.request)).toBeVisible();
  await expect(deskPage.getByLabel(staff.report.message, { exact: true })).toBeVisible();
  await page.goto(`/${locale}/status`);
  await expect(after.requests).toContainText('We asked you first');
});

test('one tap adds where somebody stands @javascript', async ({ page, context }) => {
  const { sos, more } = words('ko').report;
  const told = page.getByTestId('place-sent');
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 11.0625, longitude: 106.125, accuracy: 25 });
  await page.goto('/ko/sos');
  await page.getByLabel(sos.narrative.label).fill('도와주세요');
  await page.getByRole('button', { name: sos.send }).click();
  const seen = new RequestsSeen(page);
  await page.getByRole('link', { name: more.place.link }).click();
  await expect(page.getByText(more.place.noScript)).toBeHidden();
  await page.getByRole('button', { name: more.place.press }).click();
  await expect(told).toContainText(more.place.doneAccuracy('25'));
  await page.getByRole('link', { name: more.place.status }).click();
  await expect(page.getByTestId('addition')).toHaveCount(1);
  seen.neverHeld(['11.0625', '106.125']);
});

test('without script the place page says how to describe the place @no-javascript', async ({ page }) => {
  const { sos, more } = words('ko').report;
  await page.goto('/ko/sos/place');
  await expect(page.locator('main')).toContainText(more.place.problems.closed);
  await page.goto('/ko/sos');
  await page.getByLabel(sos.narrative.label).fill('도와주세요');
  await page.getByRole('button', { name: sos.send }).click();
  await page.getByRole('link', { name: more.place.link }).click();
  await expect(page.getByText(more.place.noScript)).toBeVisible();
  await expect(page.getByRole('button', { name: more.place.press })).toBeHidden();
  await page.getByRole('link', { name: more.place.write }).click();
  await expect(page.locator('h1')).toHaveText(more.add.title);
});
