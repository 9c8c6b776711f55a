import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { closeDb, getDb } from '@/db/client';
import { settleAccount } from './support/prove/account';
import type { AppProcess } from './support/prove/app-process';
import type { Weather } from './support/prove/browser';
import { DatabaseProcess } from './support/prove/database-process';
import { type Acknowledged, report } from './support/prove/reporter';
import { newInstance, setStage } from './support/stage';

/**
 * `npm run prove`: people report without pause while the application (20 times) and PostgreSQL (5 times) are killed with SIGKILL at random
 * moments; then every receipt that anybody has seen is held against the database. `--app-kills N --database-kills N --people N`, and
 * `--away SECONDS` for a database that stays away that long once. Ends with 1 when a report was lost, doubled, or its words were printed.
 */
const { values } = parseArgs({
  options: {
    'app-kills': { type: 'string', default: '20' },
    'database-kills': { type: 'string', default: '5' },
    people: { type: 'string', default: '6' },
    away: { type: 'string', default: '0' },
  },
});
const appKills = Number(values['app-kills']);
const databaseKills = Number(values['database-kills']);
const away = Number(values.away);

const directory = await mkdtemp(join(tmpdir(), 'naru-prove-'));
await chmod(directory, 0o711);
const database = new DatabaseProcess(directory);
const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
const told: Acknowledged[] = [];
const strange: string[] = [];
let reporting = true;
let app: AppProcess | undefined;

const reasons = () => [...weather.reasons].map(([reason, times]) => `${reason} ${times}`).join(', ');

async function person(base: string): Promise<void> {
  while (reporting) {
    try {
      told.push(await report(base, weather));
    } catch (error) {
      strange.push(error instanceof Error ? error.message : String(error));
      await sleep(500);
    }
  }
}

/** Lets some reports through first, so that every kill meets the stream in full flow, and then strikes at a random moment. */
async function randomMoment(): Promise<void> {
  const enough = told.length + 2;
  const deadline = Date.now() + 30_000;
  while (told.length < enough && Date.now() < deadline) await sleep(20);
  await sleep(randomInt(1_200));
}

async function killAndMend(server: AppProcess, what: 'app' | 'database', absence = 0): Promise<void> {
  await randomMoment();
  if (what === 'app') {
    await server.end('SIGKILL');
    await server.start();
    return;
  }
  await database.kill();
  await sleep(absence * 1_000);
  await database.start();
  await server.untilHealthy();
}

async function run(): Promise<boolean> {
  await setStage(directory, database);
  app = await newInstance();
  await app.start();
  const started = Date.now();
  const people = Array.from({ length: Number(values.people) }, () => person(app?.address ?? ''));
  const strikes = [
    ...Array.from({ length: appKills }, () => 'app' as const),
    ...Array.from({ length: databaseKills }, () => 'database' as const),
  ]
    .map((what) => ({ what, at: randomInt(1_000_000) }))
    .toSorted((one, other) => one.at - other.at);
  for (const [index, { what }] of strikes.entries()) {
    await killAndMend(app, what);
    console.log(`[${index + 1}/${strikes.length}] killed the ${what}; ${told.length} receipts so far`);
  }
  if (away > 0) {
    const before = weather.unavailable;
    await killAndMend(app, 'database', away);
    console.log(
      `database away for ${away} s: ${weather.unavailable - before} answers said so; back without a restart`,
    );
  }
  await randomMoment();
  reporting = false;
  await Promise.all(people);
  const seconds = Math.round((Date.now() - started) / 1000);
  await app.end('SIGTERM');

  const account = await settleAccount(getDb(), told);
  const printed = told.filter(({ words }) => app?.output.includes(words)).length;
  const log = await database.log();
  const logged = told.filter(({ words }) => log.includes(words)).length;
  console.log(
    [
      '',
      `${appKills} × kill -9 of the application, ${databaseKills} × of PostgreSQL, in ${seconds} s`,
      `requests sent: ${weather.requests}; broken off: ${weather.broken} (${reasons()}); answered “not now”: ${weather.unavailable}`,
      `receipts seen: ${told.length}; reports stored: ${account.stored}`,
      `acknowledged and lost: ${account.lost.length}; stored twice: ${account.doubled.length}; stored without a receipt seen: ${account.unknown}`,
      `audit: ${account.auditEntries} entries, ${account.auditBreaks} breaks`,
      `words of a report in the application’s output: ${printed}; in PostgreSQL’s log: ${logged}`,
      `people led astray: ${strange.length}${strange.length > 0 ? ` (${[...new Set(strange)].slice(0, 5).join('; ')})` : ''}`,
    ].join('\n'),
  );
  const faults =
    account.lost.length + account.doubled.length + account.auditBreaks + printed + logged + strange.length;
  return faults === 0 && told.length > 0;
}

try {
  const held = await run();
  console.log(held ? 'Held.' : 'NOT held.');
  process.exitCode = held ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  reporting = false;
  await app?.end('SIGKILL');
  await closeDb();
  await database.stop();
  await rm(directory, { recursive: true, force: true });
}
