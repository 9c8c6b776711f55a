import { setTimeout as sleep } from 'node:timers/promises';
import { readEnv } from '@/lib/env';
import { buildWhenStale } from './support/build';
import { type Database, provideDatabase } from './support/database';
import { dataDirectory, loadEnvironment } from './support/environment';
import { invite } from './support/first-account';
import { settlePort } from './support/port';
import { migrate, seed } from './support/prepare';
import { signalChildren } from './support/run-child';
import { provideSecrets } from './support/secrets';
import { type Serving, serve } from './support/serving';
import { tellError } from './support/tell-error.mjs';
import { startJobs } from './support/tick';

/** `npm start` and `npm run dev` after the packages are there: environment, keys, database, build, server, jobs; and their end. */
const development = process.argv[2] === 'development';
const started = Date.now();
let database: Promise<Database> | undefined;
let serving: Serving | undefined;
let jobs: { stop: () => Promise<void> } | undefined;
let watch: NodeJS.Timeout | undefined;
let ending: Promise<void> | undefined;

function end(code: number): Promise<void> {
  ending ??= (async () => {
    signalChildren('SIGTERM');
    await Promise.all([jobs?.stop(), serving?.stop()]);
    const { closeDb } = await import('@/db/client');
    // A part of the jobs that is still at it is cut off: what it had not committed is due again.
    await Promise.race([closeDb(), sleep(2_000)]);
    clearInterval(watch);
    // A start that is under way is waited for, or its server would stay behind.
    await (await database?.catch(() => undefined))?.stop();
    process.exit(code);
  })().catch((error: unknown) => fail(error));
  return ending;
}

/** For what goes wrong while serving and cannot be put right here. */
function giveUp(error: unknown): void {
  if (ending) return;
  console.error(tellError(error));
  void end(1);
}

function fail(error: unknown): void {
  console.error(tellError(error));
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!ending) console.log('Stopping …');
    void end(0);
  });
}
process.on('disconnect', () => void end(0));
process.channel?.unref();

async function launch(): Promise<void> {
  loadEnvironment();
  // Not env(): that would keep the environment as it is now, before the keys and the database are in it.
  const { HOST, PORT } = readEnv();
  const port = await settlePort(HOST, PORT);
  const shown = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST;
  const publicUrl = (process.env.NARU_PUBLIC_URL || `http://${shown}:${port}`).replace(/\/$/, '');
  process.env.PORT = String(port);
  process.env.NEXTAUTH_URL ||= publicUrl;
  await provideSecrets(dataDirectory());
  // Opens old backups, and serving never does.
  delete process.env.NARU_BACKUP_KEY;

  console.log(
    process.env.POSTGRES_URL ? 'Using the database in POSTGRES_URL.' : 'Starting the embedded PostgreSQL …',
  );
  database = provideDatabase();
  const { url, revive } = await database;
  if (ending) return;
  watch = setInterval(() => void revive().catch(giveUp), 5_000);
  await migrate();
  await seed();
  if (!development) await buildWhenStale();
  if (ending) return;

  serving = await serve(() => {
    if (ending) return;
    console.error('The server process ended unexpectedly; stopping. `npm start` starts it again.');
    void end(1);
  });
  jobs = startJobs();
  console.log(`\nNaru is ready (${Math.round((Date.now() - started) / 1000)} s).`);
  console.log(`  To report: ${publicUrl}/ko/report   (in English: ${publicUrl}/en/report)`);
  console.log(`  All pages: ${publicUrl}/ko`);
  const invitation = await invite(publicUrl);
  console.log('  Ctrl+C stops it.\n');
  // For whoever started us through a channel: the end-to-end tests.
  process.send?.({ url: publicUrl, invitation, database: url });
}

await launch().catch(giveUp);
