import { words } from '@/lib/i18n/words';
import { fileByForms } from '../support/filed';
import { expect, test } from '../support/journey';
import { codeFor, Desk } from '../support/pages/desk';
import { Keyboard } from '../support/pages/keyboard';
import { activate, somebody } from '../support/staff-account';
import { stories } from '../support/stories';

const TWO_MINUTES = 120_000;
const locale = 'ko';
const { desk, staff, codes } = words(locale);

test('with the keyboard alone a U1 report goes from arrival to triaged, with case, person, site, assignment and a message, in two minutes @javascript', async ({
  page,
  playwright,
}) => {
  test.setTimeout(180_000);
  const reporter = await playwright.request.newContext();
  const reference = await fileByForms(reporter, locale, stories.inDanger(locale));
  await reporter.dispose();
  const person = somebody('Go Run');
  const secret = await activate(person, ['CASEWORKER']);
  await new Desk(page, locale).signIn(person, codeFor(secret));
  await new Desk(page, locale).isOpen();
  const keyboard = new Keyboard(page);
  const { keyboard: keys } = page;
  const row = page.locator(`[data-row="${reference}"]`);
  const main = page.locator('main');
  /** A key may come before the script of a page that has just loaded. */
  const press = (key: string, then: () => Promise<void>) =>
    expect(async () => {
      await keys.press(key);
      await then();
    }).toPass();
  const goes = (key: string, to: string) =>
    press(key, () => expect(page.locator(to)).toBeFocused({ timeout: 500 }));

  const started = Date.now();
  await page.goto(`/${locale}/staff?view=urgent-unassigned&level=U1`);
  await press('j', () => expect(row.locator('a:visible')).toBeFocused({ timeout: 50 }));
  await keys.press('a');
  await expect(main).toContainText(desk.queue.outcome.done.assign);
  await keyboard.press(page.locator('main nav a[href$="view=mine"]'));
  await page.waitForURL(/view=mine/);
  await press('j', () => expect(row.locator('a:visible')).toBeFocused({ timeout: 500 }));
  await keys.press('Enter');
  await expect(page.getByTestId('opened')).toContainText(desk.queue.askFirst);

  await press('s', () => page.waitForURL(/reports\/.*#state/, { timeout: 5_000 }));
  await goes('s', '#action-SCREEN');
  await keys.press('Enter');
  await expect(page.getByTestId('report-state')).toHaveText(codes.report_state.SCREENING);

  await goes('m', '#message');
  await keys.insertText('신고를 확인했습니다. 지금 있는 층을 알려 줄 수 있습니까?');
  await keyboard.press(page.getByRole('button', { name: staff.report.send }));
  await expect(page.getByRole('region', { name: staff.report.messages })).toContainText('지금 있는 층');

  await goes('c', '#promote');
  await keys.press('Enter');
  await page.waitForURL(/staff\/cases\/CA-/);
  const address = new URL(page.url()).pathname;

  await goes('p', '#person_name_ko');
  await keys.insertText('가나루');
  await keys.press('Enter');
  await page.waitForURL(/\/people\//);
  await keyboard.press(page.locator(`main a[href^="${address}#"]`).first());
  await page.waitForURL(new RegExp(`${address}(#people)?$`));

  await goes('w', '#site');
  await keys.press('Enter');
  await page.waitForURL(/\/sites\/new/);
  await keyboard.answer('site_name', '흰 담 건물');
  await keys.press('Enter');
  await page.waitForURL(/step=choose/);
  await keyboard.answer('site_choice', 'NEW');
  await keyboard.press(page.locator('button[name=act][value=record]'));
  await page.waitForURL(/done=site-add/);
  await expect(page.getByTestId('case-site')).toContainText('흰 담 건물');

  await goes('s', '#step_reason');
  await keyboard.press(page.locator('button[name=action][value=TRIAGE]'));
  await expect(page.getByTestId('case-state')).toHaveText(codes.case_state.TRIAGED);
  await expect(page.getByTestId('case-assignee')).toContainText(person.name);
  await expect(page.getByTestId('person').first()).toBeVisible();
  const took = Date.now() - started;
  console.log(`by keyboard alone, arrival to triaged: ${(took / 1000).toFixed(1)} s`);
  expect(took).toBeLessThan(TWO_MINUTES);
});
