import { forKind } from '@/lib/i18n/by-kind';
import { words } from '@/lib/i18n/words';
import type { SectionSlug } from '@/lib/reports/questionnaire';
import { expect, test } from '../support/journey';
import { madePdf } from '../support/made-files';
import { Keyboard } from '../support/pages/keyboard';
import { ReportPages } from '../support/pages/report-pages';
import { stories } from '../support/stories';

/** Answers that would only press the same keys on the same kind of control once more. */
const AGAIN = new Set([
  ...['can_talk', 'subject_aware', 'subject_agrees', 'people_count', 'minors_present', 'birth_month'],
  ...['nationality', 'subject_handles', 'clothing', 'site_name', 'site_kind', 'last_contact_at_day'],
  ...['last_contact_how', 'last_contact_gist', 'last_msg_signs', 'ticket_paid_by', 'met_by', 'promised_job'],
  ...['demanded', 'accounts', 'reporter_name', 'K5'],
]);

for (const [locale, mode] of [
  ['ko', '@javascript'],
  ['en', '@no-javascript'],
] as const) {
  test(`the whole report, a file included, is filed by keyboard alone (${locale}) ${mode}`, async ({
    page,
  }) => {
    test.slow();
    const story = stories.family(locale);
    const { report, shell } = words(locale);
    const keys = new Keyboard(page);
    const button = (name: string) => page.getByRole('button', { name, exact: true });

    await page.goto(`/${locale}/report`);
    // The first stop of every page leads past its header.
    await keys.reach(page.getByRole('link', { name: shell.skip }));
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
    await keys.answer('reporter_kind', story.kind);
    await keys.press(button(report.pages.start.continue));
    await page.waitForURL(/\/report\/[a-z]/);

    for (const { slug, answers } of story.legs) {
      await pastOthers(slug);
      for (const [name, value] of Object.entries(answers).filter(([name]) => !AGAIN.has(name)))
        for (const [index, one] of [value].flat().entries()) await keys.answer(name, one, index);
      await keys.press(button(report.nav.continue));
      await expect(page).not.toHaveURL(new RegExp(`/report/${slug}([?]|$)`));
    }
    await pastOthers('check');
    await keys.press(button(report.pages.check.send));
    await new ReportPages(page, locale).receipt();

    /** Pages that the story says nothing about are skipped, with the keyboard too. */
    async function pastOthers(wanted: SectionSlug | 'check'): Promise<void> {
      for (let pages = 0; pages < 5; pages += 1) {
        const heading =
          wanted === 'check' ? report.pages.check.title : forKind(report.pages[wanted].title, story.kind);
        if ((await page.locator('h1').innerText()) === heading) return;
        const here = page.url();
        if (/report\/evidence/.test(here)) await handIn();
        await keys.press(button(/report\/evidence/.test(here) ? report.nav.continue : report.nav.skip));
        await expect(page).not.toHaveURL(here);
      }
      throw new Error(`never came to ${wanted}`);
    }

    /** One file: from the page itself, or without script from the page that its button leads to. */
    async function handIn(): Promise<void> {
      const scripted = mode === '@javascript';
      if (!scripted) await keys.press(page.getByRole('button', { name: report.files.add }));
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        keys.press(page.locator('input[type=file]')),
      ]);
      await chooser.setFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: madePdf(2_000) });
      if (scripted) return expect(page.locator('[data-upload=stored]')).toHaveCount(1);
      await keys.press(button(report.files.page.upload));
      await keys.press(page.getByRole('link', { name: report.files.page.done }));
    }
  });
}
