import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { recordConsents } from '@/lib/reports/consents';
import { describeAnswers, describeConsents } from '@/lib/reports/describe';
import { expect, test } from '../support/journey';
import { codeFor, Desk } from '../support/pages/desk';
import { ReportPages } from '../support/pages/report-pages';
import { StatusPage } from '../support/pages/status-page';
import { RequestsSeen } from '../support/requests-seen';
import { activate, invite, somebody } from '../support/staff-account';
import { answersOf, stories } from '../support/stories';

/** What the desk answers, and what the reporter writes back. */
const letters = {
  ko: {
    question: '마지막 통화에서 들린 소리를 적어 주실 수 있을까요?',
    answer: '개 짖는 소리와 오토바이 소리가 들렸어요.',
  },
  en: {
    question: 'Could you write what you heard in the last call?',
    answer: 'There was barking and a motorbike.',
  },
} as const;

for (const locale of locales) {
  test(`a family reports, the desk looks into it and asks, the family answers (${locale})`, async ({
    page,
    browser,
  }) => {
    test.slow();
    const story = stories.withFile(stories.family(locale));
    const deskPage = await (await browser.newContext()).newPage();
    const seen = new RequestsSeen(page, deskPage);

    const report = new ReportPages(page, locale);
    await report.tell(story);
    for (const { rows } of describeAnswers(locale, story.kind, answersOf(story)))
      for (const { values } of rows)
        for (const value of values) await expect(page.locator('main')).toContainText(value);
    await report.send();
    const { reference, code } = await report.receipt();
    expect(reference).toMatch(/^NR-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

    const person = somebody('Yun Seoha');
    const desk = new Desk(deskPage, locale);
    const link = await invite(person, ['SUPERVISOR']);
    await desk.signUp(link, person);
    await desk.keepRecoveryCodes();

    const row = await desk.find(reference, 'U1');
    await expect(row).toContainText(words(locale).staff.kinds.FAMILY);
    await expect(row).toContainText(words(locale).staff.queue.unopened);
    await desk.open(reference);
    const { answers, consents } = words(locale).staff.report;
    const told = deskPage.getByRole('region', { name: answers });
    for (const { rows } of describeAnswers(locale, story.kind, answersOf(story)))
      for (const { label, values } of rows)
        for (const value of [label, ...values]) await expect(told).toContainText(value);
    for (const text of story.texts) await expect(told).toContainText(text);
    const without = test.info().project.use.javaScriptEnabled === false;
    await expect(deskPage.getByTestId('desk-file')).toHaveCount(without ? 1 : 0);
    await expect(told).not.toContainText(/\b(CONFINED|POLICE_112|KH-12|AGREE)\b/);

    const agreed = deskPage.getByRole('region', { name: consents, exact: true });
    for (const { label, values } of describeConsents(
      locale,
      recordConsents('FAMILY', answersOf(story), locale),
    ))
      for (const value of [label, ...values]) await expect(agreed).toContainText(value);

    await desk.decide('SCREEN');
    await desk.isIn('SCREENING');
    await desk.note('Called the airport desk; waiting.');
    await desk.message(letters[locale].question);

    const status = new StatusPage(page, locale);
    await status.open(code.toLowerCase());
    await status.shows('SCREENING');
    await expect(status.messages).toHaveText([new RegExp(escaped(letters[locale].question))]);
    await expect(page.getByText('airport desk')).toHaveCount(0);
    await status.write(letters[locale].answer);
    await expect(status.messages).toHaveCount(2);

    await desk.open(reference);
    await expect(desk.messages).toContainText(letters[locale].answer);
    const row2 = await desk.find(reference, 'U1');
    await expect(row2).toContainText(words(locale).codes.situation.CONFINED);

    seen.neverHeld([
      code,
      code.replaceAll('-', ''),
      ...story.texts,
      ...Object.values(letters[locale]),
      person.password,
    ]);
  });

  test(`somebody in danger reports in three pages, and stands at the top of the queue (${locale})`, async ({
    page,
    browser,
  }) => {
    test.slow();
    const seen = new RequestsSeen(page);
    const story = stories.inDanger(locale);
    const report = new ReportPages(page, locale);
    const { reference, code } = await report.file(story);

    const person = somebody('Han Jiwoo');
    const secret = await activate(person, ['INTAKE']);
    const deskPage = await (await browser.newContext()).newPage();
    const desk = new Desk(deskPage, locale);
    await desk.signIn(person, codeFor(secret));
    await desk.isOpen();
    const levels = await deskPage
      .getByTestId('queue-row')
      .getByText(/^U[1-5] /)
      .allInnerTexts();
    expect(levels.length).toBeGreaterThan(0);
    expect(levels).toEqual(
      [...levels].sort((one, other) => one.slice(0, 2).localeCompare(other.slice(0, 2))),
    );
    await desk.find(reference, 'U1');

    seen.neverHeld([code, code.replaceAll('-', ''), ...story.texts]);
  });

  for (const story of stories.shortly(locale)) {
    test(`${story.kind} reports with the little that is needed (${locale})`, async ({ page }) => {
      const seen = new RequestsSeen(page);
      const report = new ReportPages(page, locale);
      const { code } = await report.file(story);
      const status = new StatusPage(page, locale);
      await status.open(code);
      await status.shows('RECEIVED');
      seen.neverHeld([code, code.replaceAll('-', ''), ...story.texts]);
    });
  }

  test(`one line at sos is a report (${locale})`, async ({ page }) => {
    const seen = new RequestsSeen(page);
    const { sos } = words(locale).report;
    const line = { ko: '차에 태워져 어딘가로 가는 중이에요', en: 'They are driving me somewhere' }[locale];
    await page.goto(`/${locale}/sos`);
    await page.getByLabel(sos.narrative.label).fill(line);
    await page.getByRole('button', { name: sos.send }).click();
    await expect(page.locator('h1')).toHaveText(sos.done.title);
    const code = await page.getByTestId('receipt-code').innerText();
    // This browser may open the status for half an hour without the code; another one needs it.
    await page.context().clearCookies();
    const status = new StatusPage(page, locale);
    await status.open(code);
    await status.shows('RECEIVED');
    seen.neverHeld([code, code.replaceAll('-', ''), line]);
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
