import { words } from '@/lib/i18n/words';
import { expect, test } from '../support/journey';
import { CaseDesk } from '../support/pages/case-desk';
import { codeFor, Desk } from '../support/pages/desk';
import { ReportPages } from '../support/pages/report-pages';
import { activateByCommand, somebody } from '../support/staff-account';
import { stories } from '../support/stories';

const LOCALE = 'ko';
const { people, returns, sites } = words(LOCALE).desk;

test('a caseworker records who and where, and brings somebody home @no-javascript', async ({ page }) => {
  const [story] = stories.shortly(LOCALE);
  if (!story) throw new Error('no story');
  const { reference } = await new ReportPages(page, LOCALE).file(story);
  const person = somebody('Ha Neul');
  const secret = await activateByCommand(person, ['CASEWORKER']);
  const desk = new Desk(page, LOCALE);
  await desk.signIn(person, codeFor(secret));
  await desk.isOpen();
  await desk.open(reference);
  await desk.decide('SCREEN');
  const at = new CaseDesk(page, LOCALE, await desk.promote());

  await test.step('a text proves no freedom, and nothing typed is lost', async () => {
    await at.addPerson('가나루');
    await at.recordSafety('CONTACTED_FREE', 'TEXT_MESSAGE');
    await expect(page.getByRole('alert')).toContainText(people.problems['needs-proof']);
    await expect(page.locator('select[name=safety_source]')).toHaveValue('TEXT_MESSAGE');
    await at.recordSafety('CONTACTED_UNDER_CONTROL', 'TEXT_MESSAGE');
    await expect(page.getByText(people.done.safety)).toBeVisible();
  });

  await test.step('a site that is known is offered by any of its names', async () => {
    await at.findSite('Bokor');
    await expect(page.locator('#choose')).toContainText('보코르산');
    await page.getByLabel('보코르산', { exact: true }).check();
    await page.locator('input[name=site_building]').fill('나');
    await at.recordSite();
    await expect(page.getByTestId('case-site')).toContainText(`${sites.building} 나`);
  });

  await test.step('a return that is done offers the safety status, and records none', async () => {
    await at.planReturn();
    await at.step('START');
    await at.step('FINISH');
    await page.getByRole('link', { name: returns.page.offer }).click();
    await expect(page.locator('select[name=safety_value]')).toHaveValue('RETURNED');
    await expect(page.getByTestId('safety')).toHaveText(
      words(LOCALE).codes.safety_status.CONTACTED_UNDER_CONTROL,
    );
  });
});
