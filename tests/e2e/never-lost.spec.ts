import type { Page, Route } from '@playwright/test';
import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { ask } from '../support/drafts';
import { startDroppingProxy } from '../support/dropping-proxy';
import { expect, test } from '../support/journey';
import { ReportPages } from '../support/pages/report-pages';
import { stories } from '../support/stories';

const ELSEWHERE = '<title>elsewhere</title>';
/** A province that no other test names: how often it stands in the database is how often this report was stored. */
const OF_NOBODY_ELSE = 'KH-23';
const waiting = { ko: '역 앞에서 기다린다고 했어요', en: 'said they wait before the station' } as const;

/** Nobody else's site is asked by a test. */
const standInForThePortals = (page: Page) =>
  page.route(/naver|google/, (route) => route.fulfill({ contentType: 'text/html', body: ELSEWHERE }));

for (const locale of locales) {
  const { report, shell } = words(locale);
  const { drafts } = report;
  /** Each way once, and each language once: the words are all that differs. */
  const mode = locale === 'ko' ? '@javascript' : '@no-javascript';

  test(`a report that was left goes on by its code, and is gone once erased (${locale}) ${mode}`, async ({
    page,
  }) => {
    await standInForThePortals(page);
    const form = new ReportPages(page, locale);
    const resume = async (code: string) => {
      await page.goto(`/${locale}/report/resume`);
      await page.getByLabel(drafts.resume.code, { exact: true }).fill(code);
      await page.getByRole('button', { name: drafts.resume.open }).click();
    };
    await form.begin('WITNESS');
    await form.isAt('safety', 'WITNESS');
    await form.skip();
    await form.isAt('now', 'WITNESS');
    await form.answer({ narrative: waiting[locale] });
    await page.getByRole('button', { name: drafts.later }).click();
    const code = await page.getByTestId('resume-code').innerText();
    await page.getByRole('link', { name: drafts.resume.goOn }).click();
    await expect(page.locator('#narrative')).toHaveValue(waiting[locale]);
    await page.goto(`/${locale}/report/check`);
    await expect(page.locator('main')).toContainText(waiting[locale]);

    await page.getByRole('link', { name: shell.exit.button }).click();
    await expect(page).toHaveTitle('elsewhere');
    for (let steps = 0; steps < 2; steps += 1) {
      await page.goBack();
      await expect(page.locator('main')).not.toContainText(waiting[locale]);
      await expect(page.locator('#narrative')).toHaveCount(0);
    }

    await resume(code.replace(/.$/, (last) => (last === '2' ? '3' : '2')));
    await expect(page.locator('#error-summary')).toContainText(drafts.resume.problems.malformed);
    await resume(code.toLowerCase());
    await form.isAt('place', 'WITNESS');
    await page.goto(`/${locale}/report/now`);
    await expect(page.locator('#narrative')).toHaveValue(waiting[locale]);

    await page.getByRole('link', { name: drafts.erase.link }).click();
    await page.getByRole('link', { name: drafts.erase.keep }).click();
    await expect(page.locator('#narrative')).toHaveValue(waiting[locale]);
    await page.getByRole('link', { name: drafts.erase.link }).click();
    await page.getByRole('button', { name: drafts.erase.confirm }).click();
    await expect(page.getByText(report.pages.check.destroyed)).toBeVisible();
    await resume(code);
    await expect(page.locator('#error-summary')).toContainText(drafts.resume.problems.wrong);
  });
}

const { report } = words('ko');
const { drafts } = report;

test('the code of a report that was sent opens nothing, and says so @no-javascript', async ({
  page,
  browser,
}) => {
  const form = new ReportPages(page, 'ko');
  await form.tell(stories.inDanger('ko'));
  await page.getByRole('button', { name: drafts.later }).click();
  const code = await page.getByTestId('resume-code').innerText();
  await page.getByRole('link', { name: drafts.resume.goOn }).click();
  await form.send();
  const receipt = await form.receipt();
  const other = await (await browser.newContext()).newPage();
  for (const [typed, problem] of [
    [code, drafts.resume.problems.sent],
    [receipt.code, drafts.resume.problems.receipt],
  ] as const) {
    await other.goto('/ko/report/resume');
    await other.getByLabel(drafts.resume.code, { exact: true }).fill(typed);
    await other.getByRole('button', { name: drafts.resume.open }).click();
    await expect(other.locator('#error-summary')).toContainText(problem);
  }
  await other.goto('/ko/report/receipt');
  await expect(other.locator('body')).not.toContainText(receipt.code);
});

test('what is typed is saved before it is sent, and consent is not @javascript', async ({
  page,
  context,
}) => {
  const form = new ReportPages(page, 'ko');
  await form.begin('FAMILY');
  await form.isAt('safety', 'FAMILY');
  await page.goto('/ko/report/now', { waitUntil: 'networkidle' });
  await form.answer({ narrative: '900101-1234567 적다 만 말', situation: 'SILENT' });
  await expect(page.getByTestId('quiet-save')).toContainText(drafts.quiet.saved.split('(')[0] ?? '');
  const beside = await context.newPage();
  await beside.goto('/ko/report/now');
  await expect(beside.locator('#narrative')).toHaveValue(/적다 만 말$/);
  await expect(beside.locator('#narrative')).not.toHaveValue(/1234567/);
  // Without waiting for the pause: the page goes away, and what was typed is kept all the same.
  await form.answer({ narrative: '가면서 남긴 말' });
  await page.goto('/ko/report/you', { waitUntil: 'networkidle' });
  await expect
    .poll(async () => {
      await beside.reload();
      return beside.locator('#narrative').inputValue();
    })
    .toBe('가면서 남긴 말');
  await form.answer({ reporter_name: '아직 보내지 않은 이름' });
  await page.goto('/ko/report/now', { waitUntil: 'networkidle' });
  // Two tabs on one page: what the one saves quietly the other does not overwrite, and says so.
  for (const [tab, state] of [
    [beside, 'saved'],
    [page, 'elsewhere'],
  ] as const) {
    await tab.locator('#narrative').fill(`${state} 창에서 쓴 말`);
    await tab.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    await expect(tab.getByTestId('quiet-save')).toHaveAttribute('data-state', state);
  }
  await expect(page.getByTestId('quiet-save')).toContainText(drafts.quiet.elsewhere);
  await page.goto('/ko/report/you');
  await expect(page.locator('#reporter_name')).toHaveValue('');
});

test('a stranger’s page cannot save into a draft @javascript', async ({ page }) => {
  const form = new ReportPages(page, 'ko');
  await form.begin('FAMILY');
  await form.isAt('safety', 'FAMILY');
  const token = await page.locator('input[name="draft"]').inputValue();
  const post = (headers: Record<string, string>, fields: Record<string, string>) =>
    page
      .context()
      .request.post('/ko/report/keep', { headers, multipart: { section: 'now', version: '0', ...fields } });
  const origin = process.env.E2E_BASE_URL ?? '';
  const statuses = [
    await post({ 'sec-fetch-site': 'cross-site' }, { draft: token }),
    await post({ origin: 'https://elsewhere.example' }, { draft: token }),
    await post({ 'sec-fetch-site': 'same-origin' }, { draft: 'made-up' }),
    await post({ origin: new URL(origin).origin }, { draft: token, narrative: 'x' }),
  ].map((response) => response.status());
  expect(statuses).toEqual([403, 403, 410, 204]);
});

test('what is typed before the scripts are there stays, and is sent @javascript', async ({ page }) => {
  const form = new ReportPages(page, 'ko');
  await form.begin('FAMILY');
  await form.isAt('safety', 'FAMILY');
  await page.goto('/ko/report/person');
  await form.answer({ name_ko: '먼저 적은 이름', clothing: '먼저 적은 옷', sex: 'MALE', nationality: 'KR' });
  await form.continue();
  await page.locator('#error-summary').waitFor();

  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/ko/report/person', { waitUntil: 'commit' });
  const typed = { name_ko: '고쳐 적은 이름', clothing: '고쳐 적은 옷', nationality: 'KH' };
  await form.answer(typed);
  await form.answer({ sex: 'FEMALE', prior_reports: ['EMBASSY'] });
  const stands = async () => {
    await expect(page.locator('#name_ko')).toHaveValue(typed.name_ko);
    await expect(page.locator('#clothing')).toHaveValue(typed.clothing);
    await expect(page.locator('select[name="nationality"]')).toHaveValue('KH');
    await expect(page.locator('input[name="sex"][value="FEMALE"]')).toBeChecked();
    await expect(page.locator('input[name="prior_reports"][value="EMBASSY"]')).toBeChecked();
  };
  await stands();
  release();
  await page.waitForLoadState('networkidle');
  await expect(page.getByTestId('quiet-save')).toHaveAttribute('data-state', 'saved');
  await stands();
  await page.unroute(/_next\/static\/.*\.js/);
  await form.answer({ birth_year: '1999' });
  await form.continue();
  await form.isAt('place', 'FAMILY');
  await page.goto('/ko/report/person');
  await stands();
});

test('a broken line is told, and the page arrives when it is back @javascript', async ({ page, context }) => {
  const form = new ReportPages(page, 'ko');
  await form.begin('WITNESS');
  await form.isAt('safety', 'WITNESS');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await form.answer({ contact_risk: 'SAFE' });
  await form.continue();
  const notice = page.getByTestId('sending');
  await expect(notice).toContainText(drafts.sending.dropped);
  await expect(notice).toContainText(drafts.sending.nth.replace('{n}', '3'));
  await notice.getByRole('button', { name: drafts.sending.stop }).click();
  await expect(notice).toContainText(drafts.sending.stopped);
  await form.continue();
  await expect(notice).toContainText(drafts.sending.dropped);
  await context.setOffline(false);
  await form.isAt('now', 'WITNESS');
});

test('over a line that drops every three seconds a whole report arrives, once @javascript', async ({
  browser,
}) => {
  test.slow();
  const proxy = await startDroppingProxy(process.env.E2E_BASE_URL ?? '');
  const page = await (await browser.newContext({ baseURL: proxy.url })).newPage();
  // Far enough away that answers are on their way when the line drops.
  const line = { offline: false, latency: 400, downloadThroughput: -1, uploadThroughput: -1 };
  await (await page.context().newCDPSession(page)).send('Network.emulateNetworkConditions', line);
  const story = stories.family('ko');
  const legs = story.legs.map((leg) =>
    leg.slug === 'place' ? { ...leg, answers: { ...leg.answers, province: OF_NOBODY_ELSE } } : leg,
  );
  // And the first two answers to the sending are lost for certain: the report is stored, and nobody here knows.
  let lost = 0;
  await page.route(/\/report\/check$/, async (route) => {
    if (route.request().method() !== 'POST' || lost === 2) return route.fallback();
    lost += 1;
    await route.fetch().catch(() => null);
    await route.abort('connectionreset');
  });
  try {
    const receipt = await new ReportPages(page, 'ko').file({ ...story, legs });
    expect(lost).toBe(2);
    expect(proxy.cuts()).toBeGreaterThan(0);
    const stored = await ask('select reference from reports where province = $1', [OF_NOBODY_ELSE]);
    expect(stored).toEqual([{ reference: receipt.reference }]);
  } finally {
    await page.context().close();
    await proxy.close();
  }
});

test('leaving breaks off what is being sent @javascript', async ({ page }) => {
  await standInForThePortals(page);
  const form = new ReportPages(page, 'ko');
  await form.begin('SELF_DANGER');
  await form.isAt('now', 'SELF_DANGER');
  await form.answer({ narrative: '보내다 만 말' });
  const held = (ms: number) => async (route: Route) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    await route.continue().catch(() => {});
  };
  // What is being sent would be answered before the page is gone.
  await page.route('**/ko/leave', held(1_500));
  await page.route('**/ko/report/now', held(500));
  const broken = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: report.nav.continue, exact: true }).click();
  await posted;
  await page.getByRole('link', { name: words('ko').shell.exit.button }).click();
  await broken;
  await expect(page).toHaveTitle('elsewhere');
  expect(
    (await page.context().cookies()).map(({ name }) => name).filter((name) => /draft/.test(name)),
  ).toEqual([]);
});
