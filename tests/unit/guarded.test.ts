import { afterEach, expect, it, vi } from 'vitest';
import { guarded } from '@/app/_request/guarded';

const CODE = 'ABCD-EFGH-JKMN-PQRS';

vi.mock('next/headers', () => ({
  headers: async () =>
    new Headers({ 'x-locale': 'ko', 'x-path': `/lookup/${CODE}`, 'x-request-id': 'AAAAA-BBBBB' }),
}));

afterEach(() => {
  vi.restoreAllMocks();
});

it('gives a page the first of a parameter that was given twice', async () => {
  const page = guarded(async ({ searchParams }: { searchParams: Promise<{ notice?: string; a?: string }> }) =>
    JSON.stringify(await searchParams),
  );
  const search = { notice: ['masked', 'cleared'], a: 'b' } as unknown as { notice: string };
  expect(await page({ searchParams: Promise.resolve(search) })).toBe('{"notice":"masked","a":"b"}');
});

it('says in the log that a page broke, and nothing of its address, where a receipt code may stand', async () => {
  const printed: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    printed.push(String(chunk));
    return true;
  });
  const broken = guarded(async () => {
    throw new Error(`could not open ${CODE}`);
  });
  await broken({});
  vi.restoreAllMocks();
  const text = printed.join('');
  expect(text).toContain('page.failed');
  expect(text).toContain('AAAAA-BBBBB');
  expect(text).not.toContain(CODE);
  expect(text).not.toContain('lookup');
});
