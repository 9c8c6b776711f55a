import type { APIRequestContext, Page, PlaywrightWorkerArgs } from '@playwright/test';
import { words } from '@/lib/i18n/words';
import type { Role } from '@/lib/staff/roles';
import { fileByForms } from '../support/filed';
import { expect, test } from '../support/journey';
import { codeFor, Desk } from '../support/pages/desk';
import { activate, somebody } from '../support/staff-account';
import { stories } from '../support/stories';

const locale = 'ko';
const { desk, staff, codes } = words(locale);
const said = desk.queue;
const [, offer] = stories.shortly(locale);

/** Each reporter comes with a browser of their own. */
async function file(
  playwright: PlaywrightWorkerArgs['playwright'],
  story: Parameters<typeof fileByForms>[2],
) {
  const request: APIRequestContext = await playwright.request.newContext();
  const reference = await fileByForms(request, locale, story);
  await request.dispose();
  return reference;
}

async function enter(page: Page, roles: Role[]) {
  const person = somebody('Ma Roo');
  await new Desk(page, locale).signIn(person, codeFor(await activate(person, roles)));
  await new Desk(page, locale).isOpen();
}

const row = (page: Page, reference: string) => page.locator(`[data-row="${reference}"]`);
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null);

test('the queue is worked by keys: moving opens nothing, typing and composing do nothing else @javascript', async ({
  page,
  playwright,
}) => {
  if (!offer) throw new Error('no story');
  const reference = await file(playwright, offer);
  await enter(page, ['CASEWORKER']);
  const asked: string[] = [];
  page.on('request', (request) =>
    asked.push(new URL(request.url()).pathname + new URL(request.url()).search),
  );
  await page.goto(`/${locale}/staff?level=U5`);
  await expect(row(page, reference)).toContainText(staff.queue.unopened);
  asked.length = 0;
  const list = await page.locator('[data-row]').count();
  // The first key may come before the script does.
  await expect(async () => {
    await page.keyboard.press('j');
    expect(await focused(page)).not.toBeNull();
  }).toPass();
  for (let at = 0; at < list && (await focused(page)) !== reference; at += 1) await page.keyboard.press('j');
  const isLast = await row(page, reference).evaluate((one) => one.nextElementSibling === null);
  for (const key of isLast ? 'kj' : 'jk') await page.keyboard.press(key);
  expect(await focused(page)).toBe(reference);
  expect(asked.filter((path) => path.includes('reports/') || path.includes('open='))).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(page.getByTestId('opened')).toContainText(reference);
  await expect(page.getByTestId('opened')).toContainText(said.fromReporter('').slice(0, 3));
  await expect(page.getByTestId('opened')).toContainText(said.askFirst);
  expect(new URL(page.url()).searchParams.get('open')).toBe(reference);

  await page.keyboard.press('4');
  const dialog = page.locator('#row-level');
  await expect(dialog).toBeVisible();
  await page.keyboard.type('ja4?');
  await expect(dialog.locator('textarea')).toHaveValue('ja4?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(said.outcome.done.level)).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText(said.outcome.done.undo)).toBeVisible();
  await expect(row(page, reference)).toHaveAttribute('data-level', 'U5');

  await page.keyboard.press('a');
  await expect(page.getByText(said.outcome.done.assign)).toBeVisible();
  await expect(row(page, reference)).toContainText(said.filters.me);
  const here = page.url();
  await page.evaluate(() => {
    const press = (more: object) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true, ...more }));
    press({ isComposing: true });
    press({ keyCode: 229 });
    press({ ctrlKey: true });
  });
  expect(page.url()).toBe(here);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: said.keys.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(page.getByTestId('key-told')).toHaveText(said.keys.caseOnly);
  await page.keyboard.press('n');
  await page.waitForURL(/reports\/.*#note$/);
  await expect(page.locator('#note')).toBeFocused();
  await page.keyboard.type('jklu');
  await expect(page.locator('#note')).toHaveValue('jklu');
});

test('what comes in is told, counted and never moves the rows; a session that is over says so @javascript', async ({
  page,
  playwright,
  context,
}) => {
  if (!offer) throw new Error('no story');
  await file(playwright, offer);
  await enter(page, ['INTAKE']);
  await page.goto(`/${locale}/staff?level=U5&kind=REPORT`);
  const rows = () =>
    page.locator('[data-row]').evaluateAll((all) => all.map((one) => one.getAttribute('data-row')));
  const before = await rows();
  const reference = await file(playwright, offer);
  const look = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const news = page.getByTestId('queue-news');
  await expect(async () => {
    await look();
    await expect(news).toContainText(said.live.reload, { timeout: 1_000 });
  }).toPass();
  expect(await rows()).toEqual(before);
  await news.getByRole('link').click();
  // Fifty rows a page: on a full one the newest stands further down.
  if (before.length < 50) await expect(row(page, reference)).toBeVisible();
  await context.clearCookies();
  await expect(async () => {
    await look();
    await expect(news).toContainText(said.live.lapsed, { timeout: 1_000 });
  }).toPass();
});

test('views, take next, and acts on many rows with preview and undo @no-javascript', async ({
  page,
  playwright,
}) => {
  if (!offer) throw new Error('no story');
  const [one, other] = [await file(playwright, offer), await file(playwright, offer)];
  const urgent = await file(playwright, stories.inDanger(locale));
  await enter(page, ['CASEWORKER']);
  await page.goto(`/${locale}/staff?view=mine`);
  await expect(page.getByTestId('queue-empty')).toContainText(said.empty.mine);
  await page.getByRole('button', { name: said.takeNext }).click();
  await page.waitForURL(/staff\/(reports|cases)\//);
  await page.goto(`/${locale}/staff?view=mine`);
  await expect(page.getByTestId('count-mine')).toHaveText('1');
  await expect(page.getByTestId('queue-row')).toHaveCount(1);

  const preview = async (act: keyof typeof said.bulk.acts, refs: readonly string[]) => {
    const query = new URLSearchParams([['act', act], ...refs.map((ref) => ['item', ref])]);
    await page.goto(`/${locale}/staff/bulk?${query}`);
  };
  await page.goto(`/${locale}/staff?level=U1`);
  await row(page, urgent).getByRole('checkbox').check();
  await page.getByLabel(said.bulk.label).last().selectOption('SCREEN');
  await page.getByRole('button', { name: said.bulk.preview }).click();
  await expect(page.getByTestId('bulk-left')).toContainText(said.bulk.reasons.urgent);
  await expect(page.getByText(said.bulk.nothing)).toBeVisible();

  await preview('SCREEN', [one, other, urgent]);
  await expect(page.getByTestId('bulk-doable').getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: said.bulk.submit(said.bulk.acts.SCREEN, 2) }).click();
  await expect(page.getByText(said.outcome.done.bulk)).toBeVisible();

  await preview('MARK_ABUSE', [one, other]);
  await page.getByRole('button', { name: said.bulk.submit(said.bulk.acts.MARK_ABUSE, 2) }).click();
  await expect(page.getByRole('alert')).toContainText(desk.acts.problems['no-reason']);
  await page.getByLabel(said.bulk.reason).fill('같은 광고를 되풀이해 보냄');
  await page.getByRole('button', { name: said.bulk.submit(said.bulk.acts.MARK_ABUSE, 2) }).click();
  await expect(page.getByText(said.outcome.done.bulk)).toBeVisible();
  await page.goto(`/${locale}/staff/reports/${one}`);
  await expect(page.getByTestId('report-state')).toHaveText(codes.report_state.ABUSE);
  await page.goto(`/${locale}/staff`);
  await page.getByRole('button', { name: said.undo.submit }).click();
  await expect(page.getByText(said.outcome.done.undo)).toBeVisible();
  for (const ref of [one, other]) {
    await page.goto(`/${locale}/staff/reports/${ref}`);
    await expect(page.getByTestId('report-state')).toHaveText(codes.report_state.SCREENING);
  }
});
