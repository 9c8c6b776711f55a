import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS } from './bin/support/browser';

const FIRST = /first-account\.spec\.ts$/;

/**
 * Run by bin/test-e2e.ts, which brings the server and finds the browser. Every journey runs with and without JavaScript, except those whose
 * title says @javascript or @no-javascript.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  // A machine that does other things at the same time may let a browser wait too long once; what is broken fails twice.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ...(process.env.E2E_RESULTS
      ? [['json', { outputFile: process.env.E2E_RESULTS }] as ['json', object]]
      : []),
  ],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    locale: 'ko-KR',
    timezoneId: 'Asia/Phnom_Penh',
    // A page that scrolls smoothly moves under the pointer, which waits until it stands still.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording costs a third of the time of every test; `--trace on` records one that has to be looked at.
    // A control that is not there is told within the test's own time.
    actionTimeout: 20_000,
    trace: process.env.CI ? 'on-first-retry' : 'off',
    launchOptions: {
      executablePath: process.env.E2E_CHROMIUM || undefined,
      args: BROWSER_FLAGS,
    },
  },
  projects: [
    // The link that makes the first account is void once there is any, so its test goes first.
    { name: 'first account', testMatch: FIRST },
    {
      name: 'with JavaScript',
      dependencies: ['first account'],
      testIgnore: FIRST,
      grepInvert: /@no-javascript/,
    },
    {
      name: 'without JavaScript',
      dependencies: ['first account'],
      testIgnore: FIRST,
      grepInvert: /@javascript/,
      use: { javaScriptEnabled: false },
    },
  ],
});
