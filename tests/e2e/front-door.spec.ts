import { expect, test } from '../support/journey';

test('the front door opens in Korean, and leads to reporting', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/ko$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.locator('h1')).toHaveCount(1);
  await page.locator('main a[href="/ko/report"]').first().click();
  await expect(page).toHaveURL(/\/ko\/report$/);
});

test('the server says that it and its database are well', async ({ request }) => {
  const response = await request.get('/api/health');
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ status: 'ok' });
});

test('an address that cannot be read is answered with 400', async ({ request }) => {
  expect((await request.get('/ko/%E0%A4%A')).status()).toBe(400);
});
