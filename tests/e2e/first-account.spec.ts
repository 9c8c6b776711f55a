import { words } from '@/lib/i18n/words';
import { FormClient } from '../support/form-client';
import { expect, test } from '../support/journey';
import { Desk } from '../support/pages/desk';
import { RequestsSeen } from '../support/requests-seen';
import { somebody } from '../support/staff-account';

test('the link that is printed at the start makes the first account, once', async ({
  page,
  request,
  browser,
}) => {
  test.slow();
  const link = process.env.E2E_INVITATION ?? '';
  expect(link, 'no link was printed').toContain('/staff/setup?token=');
  const { staff } = words('ko');
  const person = somebody('Ok Haneul');
  const seen = new RequestsSeen(page);
  const desk = new Desk(page, 'ko');
  const secret = await desk.signUp(link, person);
  await page.reload();
  await desk.keepRecoveryCodes();
  for (const place of [staff.chrome.queue, staff.chrome.accounts])
    await expect(page.getByRole('link', { name: place, exact: true })).toBeVisible();

  const again = new FormClient(request);
  await again.open(link);
  expect(again.text).toContain(staff.setup.gone.title);

  const elsewhere = new Desk(await (await browser.newContext()).newPage(), 'en');
  await elsewhere.signIn(person, '000000');
  await expect(elsewhere.page.getByText(words('en').staff.signIn.problems.wrong)).toBeVisible();
  await page.getByRole('button', { name: staff.chrome.signOut }).click();
  await expect(page.getByText(staff.signIn.problems['signed-out'])).toBeVisible();
  await page.goto('/ko/staff');
  await expect(page).toHaveURL(/sign-in/);
  seen.neverHeld([person.password, secret.replace(/\s/g, ''), person.email]);
});
