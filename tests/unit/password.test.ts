import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '@/lib/staff/password';

it('a password is hashed with argon2id in 64 MiB and three passes, each with a salt of its own, and compared with that', async () => {
  const password = 'ferry landing in the morning';
  const hashes = [await hashPassword(password), await hashPassword(password)];
  for (const one of hashes) expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(hashes[0]).not.toBe(hashes[1]);
  expect(await verifyPassword(hashes[0] ?? '', password, 'known')).toBe(true);
  expect(await verifyPassword(hashes[0] ?? '', `${password}.`, 'known')).toBe(false);
});
