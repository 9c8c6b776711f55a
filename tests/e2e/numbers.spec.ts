import { words } from '@/lib/i18n/words';
import { dayName } from '@/lib/statistics/listing';
import { expect, test } from '../support/journey';
import { madeUpPublication, publishMadeUpNumbers } from '../support/published-numbers';

test('published numbers are on the page, and open to programs and caches @no-javascript', async ({
  page,
  request,
}) => {
  await publishMadeUpNumbers(process.env.E2E_POSTGRES_URL ?? '');
  const { through } = madeUpPublication(new Date());
  const { numbers } = words('en').pages;
  await page.goto('/en');
  await page.getByRole('link', { name: words('en').shell.footer.numbers }).click();
  await expect(page.getByRole('heading', { level: 1, name: numbers.title })).toBeVisible();
  const kinds = page.getByRole('table', {
    name: numbers.caption(numbers.tables.kind.title, numbers.through(dayName('en', through))),
  });
  await expect(kinds.getByRole('row')).toHaveCount(7);
  await expect(kinds.getByRole('row', { name: words('en').staff.kinds.SELF_DANGER })).toContainText(
    /\d+[05]$/,
  );
  const outcomes = page.getByRole('table', { name: /Outcomes/ });
  for (const name of Object.values(numbers.outcomes))
    await expect(outcomes.getByRole('row', { name })).toContainText(numbers.noneRecorded);

  for (const [format, type] of [
    ['json', 'application/json'],
    ['csv', 'text/csv'],
  ]) {
    const answer = await request.get(`/api/numbers.${format}`, {
      headers: { origin: 'https://example.org' },
    });
    const headers = answer.headers();
    expect(answer.status()).toBe(200);
    expect(headers['content-type']).toContain(type);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+, s-maxage=300$/);
    expect(headers['set-cookie']).toBeUndefined();
    expect(await answer.text()).toContain(through);
    const again = await request.get(`/api/numbers.${format}`, {
      headers: { 'if-none-match': headers.etag ?? '' },
    });
    expect(again.status()).toBe(304);
    const changed = await request.get(`/api/numbers.${format}`, { headers: { 'if-none-match': '"other"' } });
    expect(changed.status()).toBe(200);
  }
  const closed = await request.get('/api/health', { headers: { origin: 'https://example.org' } });
  expect(closed.headers()['access-control-allow-origin']).toBeUndefined();
});
