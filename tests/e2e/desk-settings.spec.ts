import { words } from '@/lib/i18n/words';
import { expect, test } from '../support/journey';
import { codeFor, Desk } from '../support/pages/desk';
import { ReportPages } from '../support/pages/report-pages';
import { activate, somebody } from '../support/staff-account';
import { stories } from '../support/stories';

const { desk } = words('ko');

test('settings are edited, kept when they are wrong and refused when somebody was first; a case is handed over @no-javascript', async ({
  page,
}) => {
  const { reference } = await new ReportPages(page, 'ko').file(stories.inDanger('ko'));
  const person = somebody('민나루');
  const at = new Desk(page, 'ko');
  await at.signIn(person, codeFor(await activate(person, ['SUPERVISOR', 'ADMIN'])));
  await at.isOpen();

  await test.step('the operator shows on public pages', async () => {
    const { operator } = desk.settings;
    await page.goto('/ko/staff/settings/operator');
    await page.getByLabel(operator.fields.name_ko, { exact: true }).fill('나루 재단');
    await page.getByLabel(operator.fields.contact_ko, { exact: true }).fill('02-000-0000');
    await page.getByRole('button', { name: desk.settings.save }).click();
    await expect(page.locator('main').getByRole('alert')).toContainText(operator.problems['name-missing']);
    await expect(page.getByLabel(operator.fields.contact_ko, { exact: true })).toHaveValue('02-000-0000');
    await page.getByLabel(operator.fields.name_en, { exact: true }).fill('Naru Foundation');
    await page.getByLabel(operator.fields.contact_en, { exact: true }).fill('+82-2-000-0000');
    await page.getByRole('button', { name: desk.settings.save }).click();
    await expect(page.locator('main').getByRole('status')).toContainText(operator.done.operator);
    await page.goto('/en/contacts');
    await expect(page.getByTestId('operator')).toContainText('Naru Foundation');
    await expect(page.getByRole('contentinfo')).toContainText(words('en').shell.footer.notGovernment);
  });

  await test.step('a later edit is refused with both versions', async () => {
    const { agencies } = desk;
    const address = '/ko/staff/agencies/financial-supervisor';
    await page.goto(address);
    const other = await page.context().newPage();
    await other.goto(address);
    await other.locator('#contact').fill('1332');
    await other.getByRole('button', { name: agencies.save }).click();
    // Beside it stands that whoever changed the contact is not alone enough.
    await expect(other.locator('main').getByRole('status').first()).toContainText(agencies.done.agency);
    await other.close();
    await page.locator('#contact').fill('02-3145-5114');
    await page.getByRole('button', { name: agencies.save }).click();
    await expect(page.locator('main').getByRole('alert')).toContainText(agencies.problems.conflict);
    await expect(page.locator('#contact')).toHaveValue('02-3145-5114');
    await expect(page.getByText(`${desk.settings.edit.savedNow}: 1332`)).toBeVisible();
    await page.goto('/ko/staff/agencies');
    const row = page.getByTestId('agency').filter({ hasText: '1332' });
    await expect(row).toContainText(agencies.unverified);
  });

  await test.step('a case is handed over, and what the agency says is recorded', async () => {
    const { handOvers } = desk;
    await at.open(reference);
    await at.decide('SCREEN');
    await page.getByRole('button', { name: desk.report.case.promote }).click();
    await page.waitForURL(/staff\/cases\//);
    const draft = page.locator('details').filter({ has: page.locator('#hand-over') });
    if ((await draft.getAttribute('open')) === null) await page.locator('#hand-over').click();
    await draft.getByRole('radio', { name: '주캄보디아 대한민국 대사관' }).check();
    await page.getByLabel(handOvers.draft.message, { exact: true }).fill('소재 확인 요청');
    await draft.getByRole('button', { name: handOvers.draft.submit }).click();
    await expect(page.locator('main').getByRole('alert')).toContainText(handOvers.problems['no-basis']);
    await draft.getByRole('radio', { name: handOvers.bases.LIFE_IN_DANGER }).check();
    await draft.getByRole('button', { name: handOvers.draft.submit }).click();
    await page.getByRole('button', { name: handOvers.actions.SEND }).click();
    await expect(page.getByTestId('hand-over-state')).toHaveText(handOvers.states.SENT);
    const card = page.getByTestId('hand-over');
    await card.locator('summary').click();
    await card.getByRole('radio', { name: handOvers.actions.ACKNOWLEDGE }).check();
    await card.getByRole('button', { name: handOvers.step.submit }).click();
    await expect(page.getByTestId('hand-over-state')).toHaveText(handOvers.states.ACKNOWLEDGED);
    await page.goto('/ko/staff/hand-overs?state=ACKNOWLEDGED');
    await expect(page.getByTestId('hand-over-row').first()).toBeVisible();
  });
});
