import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { MOST_BYTES, PLAIN_POST_BYTES } from '@/lib/evidence/limits';
import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { startDroppingProxy } from '../support/dropping-proxy';
import { expect, test } from '../support/journey';
import { madePdf, noisyPhoto } from '../support/made-files';
import { codeFor, Desk } from '../support/pages/desk';
import { ReportPages } from '../support/pages/report-pages';
import { RequestsSeen } from '../support/requests-seen';
import { activate, somebody } from '../support/staff-account';
import { stories } from '../support/stories';

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });

test('photos go up over a line that breaks every second, arrive once, and the desk has them byte by byte @javascript', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(150_000);
  const locale = 'ko';
  const { files: said } = words(locale).report;
  const big = await Promise.all([1, 2, 3, 4].map(() => noisyPhoto(2_400, 2_050)));
  expect(big.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(18_000_000);
  const pdf = madePdf(60_000);
  const caption = '붉은 간판 왼쪽 세 번째 창문';
  const seen = new RequestsSeen(page);

  const form = new ReportPages(page, locale);
  await form.tell(stories.inDanger(locale));
  const line = await startDroppingProxy(baseURL ?? '', 1_000);
  try {
    // Cookies know no ports: the same draft, over the bad line.
    await page.goto(`${line.url.replace('127.0.0.1', 'localhost')}/${locale}/report/evidence?from=check`);
    await page.locator('input[type=file]').setInputFiles([
      ...big.map((buffer, at) => jpeg(`창문-${at + 1}.jpg`, buffer)),
      { name: '계약서.pdf', mimeType: 'application/pdf', buffer: pdf },
      {
        name: '게시글.html',
        mimeType: 'text/html',
        buffer: Buffer.from('<!doctype html><script>1</script>'),
      },
      { name: '빈 파일.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    ]);
    await expect(page.locator('progress').first()).toBeVisible();
    const row = (name: string) => page.locator('[data-upload]').filter({ hasText: name });
    await expect(row('빈 파일.txt')).toContainText(said.problems.empty);
    // Going on while they are on their way: asked, and waited for.
    await page.getByRole('button', { name: words(locale).report.nav.saveAndCheck }).click();
    await page.getByRole('button', { name: said.held.wait }).click();
    // One was refused meanwhile, so the page is not left before somebody has looked at that.
    await expect(row('게시글.html')).toContainText(said.problems['type-not-accepted'], { timeout: 90_000 });
    await expect(page.locator('[data-upload=stored]')).toHaveCount(5, { timeout: 90_000 });
    expect(line.cuts()).toBeGreaterThan(3);
    await row('창문-1.jpg').getByRole('textbox').fill(caption);
    await row('창문-4.jpg').getByRole('button', { name: said.remove }).click();
    // Over this line that, too, may take more than one try.
    await expect(page.locator('[data-upload=stored]')).toHaveCount(4, { timeout: 30_000 });
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await page.getByRole('button', { name: words(locale).report.nav.saveAndCheck }).click();
    await form.isAtCheck();
  } finally {
    await line.close();
  }
  await page.goto(`/${locale}/report/check`);
  for (const text of ['창문-1.jpg', '창문-3.jpg', '계약서.pdf', caption])
    await expect(page.locator('main')).toContainText(text);
  await expect(page.locator('main')).not.toContainText('창문-4.jpg');
  await form.send();
  const { reference } = await form.receipt();
  await expect(page.locator('main')).toContainText('계약서.pdf');

  const person = somebody('Seo Haneul');
  const secret = await activate(person, ['CASEWORKER']);
  const deskPage = await (await browser.newContext()).newPage();
  const desk = new Desk(deskPage, locale);
  await desk.signIn(person, codeFor(secret));
  await desk.isOpen();
  await desk.open(reference);
  const { files: deskSaid, report: deskReport } = words(locale).staff;
  const cards = deskPage.getByTestId('desk-file');
  await expect(cards).toHaveCount(4);
  const digests = await deskPage.getByTestId('sha256').allTextContents();
  expect(digests.sort()).toEqual([...big.slice(0, 3), pdf].map(digestOf).sort());

  const card = cards.filter({ hasText: '계약서.pdf' });
  await card.getByText(deskSaid.original).first().click();
  await card.getByLabel(deskSaid.reason).fill('확인');
  await card.getByRole('button', { name: deskSaid.download }).click();
  await expect(card).toContainText(words(locale).desk.report.problems['too-short']);
  const reason = '계약서에 적힌 주소를 확인하려고 엽니다';
  await card.getByLabel(deskSaid.reason).fill(reason);
  const [download] = await Promise.all([
    deskPage.waitForEvent('download'),
    card.getByRole('button', { name: deskSaid.download }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${reference}-\\d\\.pdf$`));
  expect(digestOf(await readFile((await download.path()) ?? ''))).toBe(digestOf(pdf));

  await desk.open(reference);
  await expect(deskPage.getByRole('region', { name: deskReport.notes })).toContainText(reason);
  const photo = cards.filter({ hasText: '창문-1.jpg' });
  const picture = photo.getByRole('img');
  await expect(picture).toBeHidden();
  // Copies are made when the server has time: what is not made yet shows no picture.
  await photo.getByText(deskSaid.preview).click();
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  seen.neverHeld([caption, '창문-1', '계약서', '게시글']);
});

test('whoever does not want to wait goes on without what has not arrived @javascript', async ({ page }) => {
  const { files: said, nav } = words('en').report;
  const form = new ReportPages(page, 'en');
  await form.begin('WITNESS');
  await page.goto('/en/report/evidence');
  // Every piece of it takes its time, and the small one is first.
  await page.route('**/api/evidence/upload/*', async (route) => {
    if (route.request().method() === 'PATCH') await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  const small = await noisyPhoto(120, 80);
  const slow = await noisyPhoto(2_300, 1_900);
  await page.locator('input[type=file]').setInputFiles([jpeg('small.jpg', small), jpeg('slow.jpg', slow)]);
  await expect(page.locator('[data-upload=stored]')).toHaveCount(1);
  await page.getByRole('button', { name: nav.continue, exact: true }).last().click();
  await expect(page.getByRole('alert').filter({ hasText: said.held.title })).toBeFocused();
  await page.getByRole('button', { name: said.held.without }).click();
  await form.isAt('you', 'WITNESS');
  await page.goto('/en/report/check');
  await expect(page.locator('main')).toContainText('small.jpg');
  await expect(page.locator('main')).not.toContainText('slow.jpg');
  await expect(page.locator('main')).not.toContainText(said.notSent);
});

for (const locale of locales)
  test(`without JavaScript a file is posted by itself, and nothing typed is lost (${locale}) @no-javascript`, async ({
    page,
  }) => {
    const { files: said, pages, nav } = words(locale).report;
    const form = new ReportPages(page, locale);
    await form.begin('FAMILY');
    await page.goto(`/${locale}/report/person`);
    await form.answer({ name_ko: '김나루' });
    await page.getByRole('button', { name: said.add }).click();
    await expect(page.locator('h1')).toHaveText(said.page.title);
    const upload = async (file: Parameters<ReturnType<typeof page.locator>['setInputFiles']>[0]) => {
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: said.page.upload, exact: true }).click();
    };
    const summary = page.locator('#error-summary');
    await upload([]);
    await expect(summary).toContainText(said.problems.none);
    // Larger than a form of ours may ever be, once; larger than this one may be, the other time.
    await upload(
      jpeg('huge.jpg', Buffer.alloc(locale === 'ko' ? MOST_BYTES + 1_000_000 : PLAIN_POST_BYTES + 1, 1)),
    );
    await expect(summary).toContainText(said.problems.plain(PLAIN_POST_BYTES / 1024 / 1024));
    await upload({ name: 'x.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html><p>') });
    await expect(summary).toContainText(said.problems['type-not-accepted']);
    await upload(jpeg('face.jpg', await noisyPhoto(400, 300)));
    await expect(page.getByRole('status')).toContainText(said.page.uploaded);
    await expect(page.locator('[data-file]')).toContainText('face.jpg');
    await page.getByRole('link', { name: said.page.done }).click();
    await expect(page.locator('input[name=name_ko]')).toHaveValue('김나루');
    // Enter sends the page; it does not press the first button, which takes a file away.
    await page.locator('input[name=name_ko]').press('Enter');
    await page.goto(`/${locale}/report/check`);
    await expect(page.locator('main')).toContainText('face.jpg');
    await page.goto(`/${locale}/report/person?from=check`);
    await form.answer({ alias: 'Naru' });
    await page.locator('[data-file]').getByRole('button', { name: said.remove }).click();
    await expect(page.locator('[data-file]')).toHaveCount(0);
    await expect(page.locator('input[name=alias]')).toHaveValue('Naru');
    await page.getByRole('button', { name: nav.saveAndCheck }).last().click();
    await page.goto(`/${locale}/report/check`);
    await expect(page.locator('h1')).toHaveText(pages.check.title);
    await expect(page.locator('main')).not.toContainText('face.jpg');
  });

test('files are not there for strangers, nor for another draft @no-javascript', async ({ page, request }) => {
  const form = new ReportPages(page, 'ko');
  await form.begin('FAMILY');
  await page.goto('/ko/report/files/files');
  await page.locator('input[type=file]').setInputFiles(jpeg('mine.jpg', await noisyPhoto(200, 150)));
  await page.getByRole('button', { name: words('ko').report.files.page.upload, exact: true }).click();
  const id = await page.locator('[data-file]').getAttribute('data-file');
  const picture = `/ko/report/files/thumbnail/${id}`;
  await expect.poll(async () => (await page.request.get(picture)).status(), { timeout: 20_000 }).toBe(200);
  const headers = (await page.request.get(picture)).headers();
  expect(headers['content-security-policy']).toContain('sandbox');
  expect(headers['x-content-type-options']).toBe('nosniff');

  expect((await request.get(picture)).status()).toBe(404);
  const head = await request.head(`/api/evidence/upload/${id}`, { headers: { 'tus-resumable': '1.0.0' } });
  expect(head.status()).toBe(404);
  for (const path of [`files/${id}`, `files/${id}?size=small`, `files/${id}/original`])
    expect((await request.get(`/ko/staff/reports/NR-2222-2222/${path}`)).status(), path).toBe(404);
  expect(
    (
      await request.post(`/ko/staff/reports/NR-2222-2222/files/${id}/original`, { form: { x: '1' } })
    ).status(),
  ).toBe(404);
  // A page of another draft, left open: its token does not fit this browser's draft.
  const begun = await page.request.post('/api/evidence/upload', {
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '10', 'x-draft': 'another' },
  });
  expect(begun.status()).toBe(404);
  const posted = await page.request.post('/api/evidence/plain?locale=ko&field=files', {
    multipart: {
      draft: 'another',
      file: { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') },
    },
    maxRedirects: 0,
  });
  expect([posted.status(), posted.headers().location]).toEqual([303, '/ko/report?problem=draft']);
});
