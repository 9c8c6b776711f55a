import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject, vi } from 'vitest';

/**
 * What a serving process would have in its environment, with keys that are worth nothing. Set before a test file imports anything, because
 * lib/env reads once. Nothing of the operator's own environment counts here.
 */
for (const name of ['POSTGRES_URL', 'POSTGRES_URL_NON_POOLING', 'NARU_PUBLIC_URL', 'SMTP_URL'])
  delete process.env[name];
process.env.NARU_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
process.env.NEXTAUTH_SECRET = 'a secret of the tests that opens nothing at all';
process.env.NEXTAUTH_URL = 'http://localhost:3000';
process.env.CRON_SECRET = 'a secret of the tests';
process.env.LOG_LEVEL = 'error';
const directory = mkdtempSync(join(tmpdir(), 'naru-data-'));
process.env.NARU_DATA_DIR = directory;
afterAll(() => rmSync(directory, { recursive: true, force: true }));
process.env.POSTGRES_DRIVER = inject('driver');
process.env.POSTGRES_WS_PROXY = inject('webSocketProxy');

/**
 * A password costs a quarter of a second of a core by intent, and most files make a team of seven at its desk. Hashed and compared as ever, at the least that
 * the algorithm allows; the cost is held by tests/unit/password.test.ts.
 */
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  const cheaply: typeof real.hash = (password, cost) =>
    real.hash(password, { ...cost, memoryCost: 8, timeCost: 1 });
  return { ...real, hash: cheaply };
});
