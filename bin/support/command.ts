import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { provideDatabase } from './database';
import { dataDirectory, loadEnvironment } from './environment';
import { migrate, seed } from './prepare';
import { root } from './root';
import { runNode, SCRIPT_FLAGS, signalChildren } from './run-child';
import { provideSecrets, readSecrets } from './secrets';
import { tellError } from './tell-error.mjs';

/** These bring up throwaway databases of their own and must never see the real one. */
const WITHOUT_DATABASE = new Set(['test-integration', 'test-e2e', 'prove', 'bench']);
/** These are the preparation themselves, or want the database as it is. */
const UNPREPARED = new Set(['db-migrate', 'db-seed', 'backup', 'restore']);
/** These answer for a database that is there: of one that was made for them they would say that all is well. */
const OF_WHAT_IS_THERE = new Set(['backup', 'keys-rotate', 'audit-verify', 'erasure-verify']);

const [name = '', ...args] = process.argv.slice(2);
const script = join(root, 'bin', `${name}.ts`);
if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(script)) {
  console.error(`There is no command “${name}”.`);
  process.exit(1);
}

// The child gets the same signal from us or from the terminal; we only wait for its end, to stop the database after it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => signalChildren(signal));

/** Standard output may be where the backup goes. */
if (name === 'backup') console.log = console.error;

async function run(): Promise<number> {
  const runAlone = () => runNode([...SCRIPT_FLAGS, script, ...args]);
  if (WITHOUT_DATABASE.has(name) || (name === 'backup' && args.includes('--new-key'))) return runAlone();
  loadEnvironment();
  if (
    OF_WHAT_IS_THERE.has(name) &&
    !process.env.POSTGRES_URL &&
    !existsSync(join(dataDirectory(), 'postgres'))
  )
    throw new Error(
      `There is no database here: POSTGRES_URL is not set, and none lies in ${dataDirectory()}. Where a service has its variables from somewhere else, put ` +
        'them into .env.local too.',
    );
  // A build makes no keys: what is built may be handed on.
  if (name === 'restore' || name === 'build') readSecrets(dataDirectory());
  else await provideSecrets(dataDirectory());
  if (name === 'build') return runAlone();
  if (name === 'restore' && (args.length === 0 || args.includes('--check'))) return runAlone();
  const database = await provideDatabase();
  process.env.NARU_EMBEDDED = database.embedded ? '1' : '';
  try {
    if (database.embedded && !UNPREPARED.has(name)) {
      await migrate();
      await seed();
      await (await import('@/db/client')).closeDb();
    }
    return await runAlone();
  } finally {
    await database.stop();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(tellError(error));
  process.exitCode = 1;
}
