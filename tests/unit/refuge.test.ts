import { describe, expect, it } from 'vitest';
import { retryPassing } from '@/app/_request/refuge';

/** Fails so often with this, then does it. */
function failing(times: number, error: unknown) {
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (tries <= times) throw error;
    return tries;
  };
  return { work, tries: () => tries };
}
const fault = (code: string) => new Error('a statement', { cause: { code } });

describe('what a reporter posts', () => {
  it.each([
    ['the database is away for a moment', '57P01'],
    ['PostgreSQL gave it up for another', '40P01'],
  ])('is tried again where %s', async (_why, code) => {
    expect(await retryPassing(failing(1, fault(code)).work)).toBe(2);
  });

  it('is not tried again for a fault of its own', async () => {
    const broken = failing(1, fault('22021'));
    await expect(retryPassing(broken.work)).rejects.toThrow('a statement');
    expect(broken.tries()).toBe(1);
  });
});
