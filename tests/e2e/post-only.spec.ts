import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { FormClient } from '../support/form-client';
import { expect, test } from '../support/journey';
import { codeFor } from '../support/pages/desk';
import { activate, somebody } from '../support/staff-account';
import { type Story, stories } from '../support/stories';

/** A script that only posts forms goes the whole way: no browser, no JavaScript, hidden inputs copied. */
async function file(client: FormClient, locale: 'ko' | 'en', story: Story) {
  await client.open(`/${locale}/report`);
  await client.submit({ reporter_kind: story.kind });
  for (const { slug, answers } of story.legs) {
    expect(new URL(client.url).pathname).toBe(`/${locale}/report/${slug}`);
    await client.submit(answers, 'section');
    expect(new URL(client.url).search).toBe('');
  }
  expect(new URL(client.url).pathname).toBe(`/${locale}/report/check`);
  await client.press(words(locale).report.pages.check.send);
  expect(new URL(client.url).pathname).toBe(`/${locale}/report/receipt`);
  return { reference: client.testId('reference'), code: client.testId('receipt-code') };
}

for (const locale of locales) {
  test(`a script that only posts forms: report, desk, status, both ways (${locale}) @no-javascript`, async ({
    request,
    playwright,
  }) => {
    test.slow();
    const { staff, report, codes } = words(locale);
    const reporter = new FormClient(request);
    const story = stories.family(locale);
    const { reference, code } = await file(reporter, locale, story);

    const person = somebody('Im Nari');
    const secret = await activate(person, ['CASEWORKER']);
    const desk = new FormClient(await playwright.request.newContext());
    await desk.open(`/${locale}/staff/sign-in`);
    await desk.submit({ email: person.email, password: person.password, code: codeFor(secret) });
    expect(desk.title).toContain(staff.queue.title);
    await desk.open(`/${locale}/staff/reports/${reference}`);
    for (const text of story.texts) expect(desk.text).toContain(text);
    await desk.submit({ action: 'SCREEN', reason: '' });
    expect(desk.testId('report-state')).toBe(codes.report_state.SCREENING);
    await desk.submit({ message: 'Where was the last call from?' });
    expect(desk.text).toContain(words(locale).desk.report.done.message);

    await reporter.open(`/${locale}/status`);
    await reporter.submit({ receipt_code: code });
    expect(reporter.testId('report-state')).toBe(report.status.states.SCREENING.name);
    expect(reporter.text).toContain('Where was the last call from?');
    await reporter.submit({ message: 'From a number in Sihanoukville.' });
    expect(reporter.text).toContain(report.status.messages.sent);

    await desk.open(`/${locale}/staff/reports/${reference}`);
    expect(desk.text).toContain('From a number in Sihanoukville.');
  });

  // In Korean as pairs, in English in parts.
  for (const story of [stories.inDanger(locale), ...stories.shortly(locale)]) {
    test(`a script that only posts forms reports ${story.kind} (${locale}) @no-javascript`, async ({
      request,
    }) => {
      const { reference, code } = await file(
        new FormClient(request, undefined, locale === 'ko'),
        locale,
        story,
      );
      expect(reference).toMatch(/^NR-/);
      expect(code).toMatch(/^[0-9A-Z-]{18,}$/);
    });
  }
}
