import { forKind } from '@/lib/i18n/by-kind';
import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { expect, test } from '../support/journey';
import { ReportPages } from '../support/pages/report-pages';

/**
 * What a screen reader is given: Chromium's accessibility tree, in its order. Playwright's snapshot names roles and names; descriptions (hints,
 * errors) are asked for control by control.
 */
for (const locale of locales) {
  test(`a page is read in a sensible order: errors, progress, heading, then each question with its hint (${locale})`, async ({
    page,
  }) => {
    const { report, shell } = words(locale);
    const pages = new ReportPages(page, locale);
    await pages.begin('FAMILY');
    await page.goto(`/${locale}/report/person`);
    await pages.answer({ birth_year: '99', height_cm: '999' });
    await pages.continue();
    await page.locator('#error-summary').waitFor();

    const tree = await page.locator('main').ariaSnapshot();
    const height = report.fields.height_cm;
    const inOrder = [
      shell.form.problems,
      report.pages.person.title,
      ...[report.fields.name_ko, report.fields.birth, report.fields.sex, height].map(({ label }) => label),
      report.nav.continue,
    ].map((said) => forKind(said, 'FAMILY'));
    // Each after the one before; the summary names some of them once more, ahead of all.
    let place = 0;
    for (const said of inOrder) {
      const next = tree.indexOf(said, place);
      expect(next, `“${said}” is read after what stands before it\n${tree}`).toBeGreaterThan(-1);
      place = next + said.length;
    }
    // Where one is comes before what is asked.
    const progress = tree.search(/\d+\/\d+ 단계|Step \d+ of \d+/);
    expect(progress).toBeGreaterThan(-1);
    expect(progress).toBeLessThan(tree.indexOf(`heading "${inOrder[1]}"`));

    const control = page.locator('#height_cm');
    await expect(control).toHaveAccessibleName(forKind(height.label, 'FAMILY'));
    await expect(control).toHaveAccessibleDescription(/./);
    await expect(control).toHaveAttribute('aria-invalid', 'true');
    const described = (await control.getAttribute('aria-describedby'))?.split(' ') ?? [];
    const error = page.locator(`[id="${described.find((id) => id.endsWith('-error'))}"]`);
    await expect(error).toContainText(shell.form.error.replace(/[:：]\s*$/, ''));
    await expect(page).toHaveTitle(new RegExp(`^${shell.form.error}`));

    const nameless = await page
      .locator('main :is(input:not([type=hidden]), select, textarea, button)')
      .evaluateAll((controls) =>
        controls
          .filter(
            (one) =>
              !(one as HTMLInputElement).labels?.length &&
              !one.getAttribute('aria-label') &&
              !one.getAttribute('aria-labelledby') &&
              !one.textContent?.trim(),
          )
          .map((one) => one.outerHTML.slice(0, 120)),
      );
    expect(nameless).toEqual([]);
  });
}
