import { join } from 'node:path';
import { root } from './support/root';
import { runNode, signalChildren } from './support/run-child';

/** `npm run integration [pg|vercel]`: the integration tests on a throwaway PostgreSQL, through one driver or through both in turn. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => signalChildren(signal));

const asked = process.argv[2];
if (asked && asked !== 'pg' && asked !== 'vercel') throw new Error('Say pg or vercel, or nothing for both.');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const args = [vitest, 'run', '--project', 'integration', ...process.argv.slice(3)];

for (const driver of asked ? [asked] : ['pg', 'vercel']) {
  console.log(`Integration tests through ${driver === 'pg' ? 'pg' : '@vercel/postgres'}`);
  // The tests have a database of their own; the operator's must not be within reach.
  const env = {
    ...process.env,
    NODE_ENV: 'test' as const,
    TEST_DRIVER: driver,
    POSTGRES_URL: '',
    POSTGRES_URL_NON_POOLING: '',
  };
  const code = await runNode(args, env);
  if (code !== 0) {
    process.exitCode = code;
    break;
  }
}
