import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale } from './build';
import { dataDirectory } from './environment';
import { root } from './root';
import { runNode, SCRIPT_FLAGS, signalChildren } from './run-child';
import { provideSecrets } from './secrets';

/** Everything that `npm test` proves, cheapest first; the first part that fails, or cannot run, ends it. */
type Part = { name: string; run: (results: string) => Promise<number> };

const tool = (...path: string[]) => join(root, 'node_modules', ...path);
const counted = (results: string) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
];
const bin = (name: string, ...args: string[]) =>
  runNode([...SCRIPT_FLAGS, join(root, 'bin', `${name}.ts`), ...args]);

const PARTS: Part[] = [
  {
    name: 'lint and format',
    run: () => runNode([tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.']),
  },
  {
    name: 'types',
    run: async () =>
      (await runNode([tool('next', 'dist', 'bin', 'next'), 'typegen'])) ||
      (await runNode([tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'])),
  },
  {
    name: 'unit tests',
    run: (results) =>
      runNode([tool('vitest', 'vitest.mjs'), 'run', '--project', 'unit', ...counted(results)]),
  },
  {
    name: 'integration tests through pg',
    run: (results) => bin('test-integration', 'pg', ...counted(results)),
  },
  {
    name: 'integration tests through @vercel/postgres',
    run: (results) => bin('test-integration', 'vercel', ...counted(results)),
  },
  { name: 'build', run: build },
  {
    // The long figures are `npm run prove`'s; this is the same in short, so that a change that loses or opens something is seen at once.
    name: 'the figures of docs/measured.md, in short, against a server',
    run: () => bin('prove', '--short'),
  },
  {
    name: 'end-to-end tests in a browser, with and without JavaScript',
    run: (results) => {
      process.env.E2E_RESULTS = results;
      return bin('test-e2e');
    },
  },
];

async function build(): Promise<number> {
  await provideSecrets(dataDirectory(), ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY']);
  await buildWhenStale();
  return 0;
}

/** `retried`: failed once and passed when tried again, which playwright.config.ts allows on a machine that does other things too. */
type Count = { passed: number; failed: number; skipped: number; retried?: number };

/** What a runner wrote about its tests; a part that has none (lint, types, build) counts as one. */
async function count(results: string, code: number): Promise<Count> {
  const text = await readFile(results, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const found = JSON.parse(text);
  const counts: Count = found.stats
    ? {
        passed: found.stats.expected + found.stats.flaky,
        failed: found.stats.unexpected,
        retried: found.stats.flaky,
        skipped: found.stats.skipped,
      }
    : {
        passed: found.numPassedTests,
        failed: found.numFailedTests,
        skipped: found.numPendingTests + found.numTodoTests,
      };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    signalChildren(signal);
    process.exitCode = 1;
  });
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const folder = await mkdtemp(join(tmpdir(), 'naru-results-'));
const total = { passed: 0, failed: 0, skipped: 0, retried: 0 };
const started = Date.now();

for (const [index, { name, run }] of PARTS.entries()) {
  const from = Date.now();
  const label = `[${index + 1}/${PARTS.length}] ${name}`;
  console.log(`\n${label} …`);
  const results = join(folder, `${index}.json`);
  const code = await run(results).catch((error: Error) => {
    console.error(error.message);
    return 1;
  });
  const counts = await count(results, code);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  total.retried += counts.retried ?? 0;
  console.log(`${label}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(from)}`);
  if (code !== 0 || counts.failed > 0) {
    console.error(`\nFAILED: ${name}. What comes after it did not run.`);
    process.exitCode = 1;
    break;
  }
}

await rm(folder, { recursive: true, force: true });
if (total.skipped > 0) console.log(`\n${total.skipped} skipped by the tests themselves.`);
if (total.retried > 0) console.log(`\n${total.retried} passed only when tried a second time.`);
console.log(`\nTook ${seconds(started)}.\n${total.passed} passed, ${total.failed} failed`);
