import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankEnvironment } from './support/blank-environment';
import { findBrowser } from './support/browser';
import { dataDirectory } from './support/environment';
import { startLauncher } from './support/launcher';
import { root } from './support/root';
import { runNode, signalChildren } from './support/run-child';
import { provideSecrets } from './support/secrets';

/**
 * `npm run e2e`: what `npm start` does, on a throwaway data directory and a free port, and Playwright against it. Further arguments go to
 * Playwright.
 */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => signalChildren(signal));

const directory = await mkdtemp(join(tmpdir(), 'naru-e2e-'));
await chmod(directory, 0o711);
// The build's own key, so that the build that is there can be used.
await provideSecrets(dataDirectory(), ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY']);
const key = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;

try {
  const browser = await findBrowser();
  console.log(`Browser: ${browser || "Playwright's own"}`);
  const launcher = await startLauncher({
    ...process.env,
    ...(await blankEnvironment()),
    NODE_ENV: 'production',
    NARU_DATA_DIR: directory,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
    PORT: '0',
    // Each test comes from an address of its own (tests/support/journey.ts), as it would behind a proxy.
    TRUST_PROXY: '1',
    LOG_LEVEL: 'warn',
    // Far from UTC, Seoul and the browser's own zone: a time that forgets its zone fails.
    TZ: 'America/St_Johns',
  });
  try {
    const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
    process.exitCode = await runNode([playwright, 'test', ...process.argv.slice(2)], {
      ...process.env,
      E2E_BASE_URL: launcher.url,
      E2E_INVITATION: launcher.invitation ?? '',
      E2E_DATA_DIR: directory,
      E2E_POSTGRES_URL: launcher.database,
      E2E_CHROMIUM: browser,
    });
  } finally {
    await launcher.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(directory, { recursive: true, force: true });
}
