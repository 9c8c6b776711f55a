import { words } from '@/lib/i18n/words';
import { RESIDENT_NUMBER_MASK } from '@/lib/resident-number';
import { expect, test } from '../support/journey';
import { madePdf, wavOf } from '../support/made-files';
import { codeFor, Desk } from '../support/pages/desk';
import { ReportPages } from '../support/pages/report-pages';
import { activate, somebody } from '../support/staff-account';
import { stories } from '../support/stories';

/** Markup that a page would run, if it drew it. */
const MARKUP = '<img src="x" onerror="document.title = \'ran\'">';
const CHAT = `${MARKUP}가나루: 900101-1234567\n`;

test('a text is read as text and a recording is played, each after it was opened, and a PDF is only taken away', async ({
  page,
  javaScriptEnabled,
}) => {
  const locale = 'ko';
  const { desk, staff, report } = words(locale);
  const form = new ReportPages(page, locale);
  await form.tell(stories.family(locale));
  await page.goto(`/${locale}/report/files/files`);
  const voice = wavOf(40_044);
  const handedIn = [
    { name: '대화.txt', mimeType: 'text/plain', buffer: Buffer.from(`대화\n${CHAT}`) },
    { name: '녹음.wav', mimeType: 'audio/wav', buffer: voice },
    { name: '계약.pdf', mimeType: 'application/pdf', buffer: madePdf(2_000) },
  ];
  for (const [at, file] of handedIn.entries()) {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: report.files.page.upload, exact: true }).click();
    await expect(page.locator('[data-file]')).toHaveCount(at + 1);
  }
  await page.goto(`/${locale}/report/check`);
  await form.send();
  const { reference } = await form.receipt();

  const person = somebody('Ok Saebyeok');
  const at = new Desk(page, locale);
  await at.signIn(person, codeFor(await activate(person, ['CASEWORKER'])));
  await at.isOpen();
  await at.open(reference);
  const card = (name: string) => page.getByTestId('desk-file').filter({ hasText: name });
  await expect(card('계약.pdf')).toContainText(staff.files.notShown);

  await card('대화.txt').getByRole('link', { name: staff.files.text }).press('Enter');
  await expect(page.getByTestId('text')).toHaveCount(0);
  await page.getByRole('button', { name: desk.viewer.text.open }).press('Enter');
  await expect(page.getByTestId('text')).toContainText(`${MARKUP}가나루: ${RESIDENT_NUMBER_MASK}`);
  await expect(page.getByText(desk.viewer.text.masked(1))).toBeVisible();
  await expect(page).not.toHaveTitle('ran');

  await at.open(reference);
  await card('녹음.wav').getByRole('link', { name: staff.files.play }).press('Enter');
  const said = desk.viewer.recording;
  await page.getByLabel(said.reason).fill('들어 보자');
  await page.getByRole('button', { name: said.open }).click();
  await expect(page.locator('#came-of')).toContainText(desk.report.problems['too-short']);
  await expect(page.getByLabel(said.reason)).toHaveValue('들어 보자');
  await page.getByLabel(said.reason).fill('목소리가 같은 사람인지 들어 봅니다');
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/play?')) fetched.push(request.url());
  });
  await page.getByRole('button', { name: said.open }).press('Enter');
  const player = page.locator('audio');
  await expect(player).toHaveAttribute('controls', '');
  expect(fetched).toEqual([]);
  if (javaScriptEnabled) {
    const seconds = await player.evaluate(async (audio: HTMLAudioElement) => {
      audio.muted = true;
      await audio.play();
      return audio.duration;
    });
    expect(seconds).toBeCloseTo(5, 0);
    expect(fetched.length).toBeGreaterThan(0);
  }
  const src = (await player.getAttribute('src')) ?? '';
  const part = await page.request.get(src, { headers: { range: 'bytes=100-199' } });
  expect([part.status(), (await part.body()).equals(voice.subarray(100, 200))]).toEqual([206, true]);
  expect(part.headers()).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  await at.open(reference);
  await expect(page.getByRole('region', { name: staff.report.notes })).toContainText(said.noteLabel);
});
