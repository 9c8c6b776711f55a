import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** For a machine without a screen, a GPU or a sandbox, and for a browser that calls nobody but our server. */
export const BROWSER_FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const SYSTEM = [
  ...[
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Why it does not run, or `undefined` when a page opened in it. */
async function complaint(executablePath: string | undefined): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS, timeout: 60_000 });
    const page = await browser.newPage();
    await page.goto('data:text/html,<title>ok</title>');
    await browser.close();
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

/** The one from the npm registry, unpacked into the temporary directory; Linux on x64 only. */
async function packaged(): Promise<string> {
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return sparticuz.executablePath();
}

/**
 * A browser that really opens a page: CHROMIUM, Playwright's own, the system's, the npm registry's, in this order. An empty answer means
 * Playwright's own. Throws with everything that was tried.
 */
export async function findBrowser(): Promise<string> {
  const tried: string[] = [];
  const given = process.env.CHROMIUM;
  if (given) {
    const problem = await complaint(given);
    if (!problem) return given;
    throw new Error(`CHROMIUM is set to ${given}, which does not run: ${problem}`);
  }
  for (const path of ['', ...SYSTEM.filter((file) => existsSync(file))]) {
    const problem = await complaint(path || undefined);
    if (!problem) return path;
    tried.push(`${path || "Playwright's own"}: ${problem}`);
  }
  try {
    const path = await packaged();
    const problem = await complaint(path);
    if (!problem) return path;
    tried.push(`${path}: ${problem}`);
  } catch (error) {
    tried.push(`@sparticuz/chromium: ${(error as Error).message}`);
  }
  throw new Error(
    `No browser that runs. Install one with "npx playwright install --with-deps chromium", or set CHROMIUM to one. Tried: ${tried.join('; ')}`,
  );
}
