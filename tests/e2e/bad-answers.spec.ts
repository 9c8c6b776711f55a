import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { RESIDENT_NUMBER_MASK } from '@/lib/resident-number';
import { FormClient } from '../support/form-client';
import { expect, test } from '../support/journey';
import { ReportPages } from '../support/pages/report-pages';
import { stories } from '../support/stories';

const LIMIT = 20_000;
const scripted = () => test.info().project.use.javaScriptEnabled !== false;

/** 3.6 MB in one word: in lines a browser would lay it out for minutes. */
const OVER_THE_LIMIT = 'x'.repeat(3_600_000);

for (const locale of locales) {
  const { report, shell } = words(locale);

  test(`a page that lacks the little that is needed says so, and how to mend it (${locale})`, async ({
    page,
  }) => {
    const form = new ReportPages(page, locale);
    await form.begin('FAMILY');
    await form.isAt('safety', 'FAMILY');
    await form.answer({ device_safe: 'SHARED' });
    await form.continue();
    const sentence = report.needed.contact_risk;
    const summary = page.locator('#error-summary');
    await expect(summary.getByRole('link', { name: sentence })).toHaveAttribute('href', '#contact_risk');
    await expect(page).toHaveTitle(new RegExp(`^${shell.form.error} `));
    await expect(page.locator('[data-error-for="contact_risk"]')).toContainText(sentence);
    await expect(page.locator('input[name="device_safe"][value="SHARED"]')).toBeChecked();
    if (scripted()) await expect(summary).toBeFocused();
    await form.answer({ contact_risk: 'UNKNOWN' });
    if (scripted()) await expect(page.locator('[data-error-for="contact_risk"]')).toBeHidden();
    await form.continue();
    await form.isAt('now', 'FAMILY');
    // A date is several controls: each keeps what stood in it, and mending one mends the date.
    await form.answer({ harm_now: ['RANSOM'], deadline_month: '3' });
    await form.continue();
    const deadline = page.locator('[data-error-for="deadline"]');
    await expect(deadline).toContainText(report.problems['year-missing'](report.fields.deadline.short));
    await expect(page.locator('[name="deadline_month"]')).toHaveValue('3');
    for (const part of ['year', 'day'])
      await expect(page.locator(`[name="deadline_${part}"]`)).toHaveValue('');
    await expect(page.locator('[name="deadline_unknown"]')).not.toBeChecked();
    await form.answer({ deadline_year: '2027' });
    if (scripted()) await expect(deadline).toBeHidden();
  });

  test(`sending without the little that is needed leads to each missing question (${locale})`, async ({
    page,
  }) => {
    const form = new ReportPages(page, locale);
    await form.begin('WITNESS');
    await form.isAt('safety', 'WITNESS');
    await page.goto(`/${locale}/report/check`);
    await form.send();
    const { missing } = report.pages.check;
    await expect(page.getByRole('heading', { name: missing.title })).toBeVisible();
    await page.locator('main').getByRole('link', { name: report.needed.narrative }).last().click();
    await form.isAt('now', 'WITNESS');
    await form.answer({ narrative: 'x' });
    await page.getByRole('button', { name: report.nav.saveAndCheck }).click();
    await form.isAtCheck();
  });

  test(`an unknown code, and no code at all, are told (${locale}) @no-javascript`, async ({ request }) => {
    const client = new FormClient(request);
    const { start } = report.pages;
    await client.open(`/${locale}/report`);
    await client.submit({ locale }, 'reporter_kind');
    expect(client.text).toContain(start.problem);
    await client.submit({ reporter_kind: 'PIRATE' });
    expect(client.text).toContain(start.unknownKind);
    await client.submit({ reporter_kind: 'SELF_DANGER' });
    await client.submit({ situation: 'ON_THE_MOON', harm_now: ['VIOLENCE', 'BOREDOM'] }, 'section');
    expect(client.text).toContain(report.problems['unknown-code'](report.fields.situation.short));
    expect(client.text).toContain(report.problems['unknown-code'](report.fields.harm_now.short));
    expect(client.title).toContain(shell.form.error);
  });

  test(`a resident registration number is masked before it is stored, and that is said (${locale})`, async ({
    page,
  }) => {
    const form = new ReportPages(page, locale);
    await form.begin('SELF_DANGER');
    await form.isAt('now', 'SELF_DANGER');
    await form.answer({ narrative: 'Kim 900101-1234567 and Lee ９００１０１２２３４５６７' });
    await form.continue();
    await form.isAtCheck();
    await expect(page.getByText(report.notices.masked)).toBeVisible();
    await expect(page.locator('main')).toContainText(
      `Kim ${RESIDENT_NUMBER_MASK} and Lee ${RESIDENT_NUMBER_MASK}`,
    );
    await expect(page.locator('body')).not.toContainText('1234567');
  });

  test(`a megabyte of text is told to be too long, and stays where it was typed (${locale})`, async ({
    page,
  }) => {
    const form = new ReportPages(page, locale);
    const megabyte = '살려주세요 '.repeat(64_000);
    await form.begin('SELF_DANGER');
    await form.isAt('now', 'SELF_DANGER');
    await form.answer({ situation: 'CONFINED', narrative: megabyte });
    await form.continue();
    const sentence = report.problems['too-long'](report.fields.narrative.short, LIMIT);
    await expect(page.locator('#error-summary')).toContainText(sentence);
    expect(await page.locator('#narrative').inputValue()).toBe(megabyte);
    await expect(page.locator('input[name="situation"][value="CONFINED"]')).toBeChecked();
  });

  test(`a form over the limit is answered with a page that explains (${locale}) @no-javascript`, async ({
    page,
  }) => {
    test.slow();
    const form = new ReportPages(page, locale);
    await form.begin('SELF_DANGER');
    await form.answer({ narrative: OVER_THE_LIMIT });
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST'),
      form.continue(),
    ]);
    expect(response.status()).toBe(413);
    await expect(page.locator('h1')).toHaveText(report.notices.tooLarge.title);
    await expect(page.locator('main')).toContainText(report.notices.tooLarge.text(3));
    await page.getByRole('link', { name: report.notices.tooLarge.back }).click();
    await form.isAt('now', 'SELF_DANGER');
  });

  test(`a form over the limit is told on the page, and keeps what was typed (${locale}) @javascript`, async ({
    page,
  }) => {
    const form = new ReportPages(page, locale);
    await form.begin('SELF_DANGER');
    await form.isAt('now', 'SELF_DANGER');
    await page.waitForLoadState('networkidle');
    await form.answer({ narrative: OVER_THE_LIMIT });
    await form.continue();
    await expect(page.getByText(report.notices.tooLong)).toBeVisible();
    expect((await page.locator('#narrative').inputValue()).length).toBe(OVER_THE_LIMIT.length);
  });

  test(`sos with too much text keeps it, and past the limit says so (${locale}) @no-javascript`, async ({
    request,
  }) => {
    const client = new FormClient(request);
    const { problems } = report.sos;
    await client.open(`/${locale}/sos`);
    await client.submit({ narrative: 'y'.repeat(LIMIT + 1), reach: '' });
    expect(client.status).toBe(422);
    expect(client.text).toContain(problems.tooLong);
    expect(client.html).toContain('y'.repeat(LIMIT + 1));
    await client.submit({ narrative: 'y'.repeat(3_600_000), reach: '' });
    expect(client.status).toBe(413);
    expect(client.text).toContain(problems.tooLong);
    await client.submit({ narrative: '', reach: ' ' });
    expect(client.text).toContain(problems.empty);
    expect(client.title).toContain(shell.form.error);
  });

  test(`bytes that are no text are told, and nothing breaks (${locale}) @no-javascript`, async ({
    request,
  }) => {
    const client = new FormClient(request);
    await client.open(`/${locale}/report`);
    await client.submit({ reporter_kind: 'SELF_DANGER' });
    const sentence = report.problems.unreadable(report.fields.narrative.short);
    for (const bytes of [
      Buffer.from([0x48, 0xff, 0xfe, 0xc3, 0x28]),
      Buffer.from('in\0side'),
      Buffer.from([0xed, 0xa0, 0x80]),
    ]) {
      await client.submitBytes('narrative', bytes);
      expect(client.status).toBe(200);
      expect(client.text).toContain(sentence);
    }
    await client.open(`/${locale}/status`);
    await client.submitBytes('receipt_code', Buffer.from('K7M\0\xff', 'latin1'));
    expect(client.text).toContain(report.status.problems.malformed);
    await client.open(`/${locale}/sos`);
    await client.submitBytes('narrative', Buffer.from([0x48, 0x69, 0x00, 0xff]));
    expect(client.testId('reference')).toMatch(/^NR-/);
  });

  test(`a message that is empty, too long or no text is told (${locale}) @no-javascript`, async ({
    request,
  }) => {
    const client = new FormClient(request);
    const { messages } = report.status;
    await client.open(`/${locale}/sos`);
    await client.submit({ narrative: stories.inDanger(locale).texts[0] ?? '' });
    // Where it was sent from the status is open for half an hour without the code.
    await client.open(`/${locale}/status`);
    await client.submit({ message: '  ' });
    expect(client.text).toContain(messages.problems.empty);
    await client.submit({ message: 'z'.repeat(LIMIT + 1) });
    expect(client.text).toContain(messages.problems.tooLong(LIMIT));
    await client.submit({ message: 'a\0b' });
    expect(client.text).toContain(messages.problems.unreadable);
    await client.submit({ message: '900101-1234567' });
    expect(client.text).toContain(report.notices.masked);
    expect(client.text).not.toContain('1234567');
  });
}
