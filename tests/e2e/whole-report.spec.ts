import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { FormClient } from '../support/form-client';
import { expect, test } from '../support/journey';
import { codeFor } from '../support/pages/desk';
import { ReportPages } from '../support/pages/report-pages';
import { activate, somebody } from '../support/staff-account';

const REASON = 'To arrange free legal help for this person';
const SECRET = 'made to call strangers from a list';

for (const locale of locales) {
  const { report, staff } = words(locale);

  test(`what somebody was made to do is asked after an explanation and opened at the desk for a reason (${locale}) @no-javascript`, async ({
    request,
    playwright,
  }) => {
    const client = new FormClient(request);
    await client.open(`/${locale}/report`);
    await client.submit({ reporter_kind: 'RETURNEE' });
    await client.open(`/${locale}/report/made-to-do?from=check`);
    expect(client.text).toContain(report.compartment.points[0]?.title);
    expect(client.html).not.toContain('name="forced_tasks"');
    await client.open(`/${locale}/report/made-to-do?part=questions&from=check`);
    await client.submit({ forced_tasks: ['VOICE_PHISHING'], compelled_how: SECRET }, 'section');
    expect(client.text).toContain(SECRET);
    await client.open(`/${locale}/report/place`);
    await client.submit({ site_name: 'Somewhere' }, 'section');
    await client.open(`/${locale}/report/check`);
    await client.press(report.pages.check.send);
    const reference = client.testId('reference');

    const person = somebody('Gi Haneul');
    const secret = await activate(person, ['CASEWORKER']);
    const desk = new FormClient(await playwright.request.newContext());
    await desk.open(`/${locale}/staff/sign-in`);
    await desk.submit({ email: person.email, password: person.password, code: codeFor(secret) });
    await desk.open(`/${locale}/staff/reports/${reference}`);
    expect(desk.text).toContain(staff.report.compartment.exists);
    expect(desk.text).not.toContain(SECRET);
    await desk.submit({ compartment: 'why' });
    expect(desk.text).toContain(words(locale).desk.report.problems['too-short']);
    await desk.submit({ compartment: REASON });
    expect(desk.text).toContain(SECRET);
    await desk.open(desk.url);
    expect(desk.text).not.toContain(SECRET);
    expect(desk.text).toContain(staff.report.compartment.spent);
    await desk.open(`/${locale}/staff/reports/${reference}`);
    expect(desk.text).toContain(REASON);
  });

  const script = locale === 'ko' ? '@javascript' : '@no-javascript';
  test(`a question appears with the answer that asks for it, and is posted (${locale}) ${script}`, async ({
    page,
  }) => {
    const form = new ReportPages(page, locale);
    await form.begin('FAMILY');
    await form.isAt('safety', 'FAMILY');
    const agrees = page.locator('input[name="subject_agrees"][value="YES"]');
    await expect(agrees).toBeHidden();
    await form.answer({ subject_aware: 'YES', subject_agrees: 'YES', contact_risk: 'RISKY' });
    await form.continue();
    await form.isAt('now', 'FAMILY');
    await expect(page.locator('#consequence-DO_NOT_CONTACT')).toBeVisible();
    await page.goto(`/${locale}/report/place`);
    await form.answer({ moved_history: ['first', 'second'] });
    const inputs = page.locator('[name="moved_history"]');
    await page
      .getByRole('button', { name: report.nav.addMore(report.fields.moved_history.item ?? ''), exact: true })
      .click();
    await expect(inputs).toHaveCount(4);
    await expect(inputs.nth(1)).toHaveValue('second');
    await page.getByRole('button', { name: report.nav.clear }).click();
    await expect(page.getByText(report.notices.cleared)).toBeVisible();
    await expect(inputs.first()).toHaveValue('');
  });
}
