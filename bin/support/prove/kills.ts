import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { getDb } from '@/db/client';
import { settleAccount } from './account';
import type { Weather } from './browser';
import { type Figure, none, type Stage } from './figure';
import { type Acknowledged, report } from './reporter';

/** `away`: for how many seconds the database is gone once; 0: not at all. */
export type Kills = { app: number; database: number; people: number; away: number };

/** People report without pause while things are killed; then every receipt that anybody has seen is held against the database. */
export async function proveKills({ app, database }: Stage, kills: Kills): Promise<Figure[]> {
  const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  const told: Acknowledged[] = [];
  const strange: string[] = [];
  let reporting = true;

  async function person(): Promise<void> {
    while (reporting) {
      try {
        told.push(await report(app.address, weather));
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

  async function killAndMend(what: 'app' | 'database', absence = 0): Promise<void> {
    await randomMoment();
    if (what === 'app') {
      await app.end('SIGKILL');
      await app.start();
      return;
    }
    await database.kill();
    await sleep(absence * 1_000);
    await database.start();
    await app.untilHealthy();
  }

  const started = Date.now();
  const people = Array.from({ length: kills.people }, person);
  const strikes = [
    ...Array.from({ length: kills.app }, () => 'app' as const),
    ...Array.from({ length: kills.database }, () => 'database' as const),
  ]
    .map((what) => ({ what, at: randomInt(1_000_000) }))
    .toSorted((one, other) => one.at - other.at);
  try {
    for (const [index, { what }] of strikes.entries()) {
      await killAndMend(what);
      console.log(`  [${index + 1}/${strikes.length}] killed the ${what}; ${told.length} receipts so far`);
    }
    if (kills.away > 0) {
      const before = weather.unavailable;
      await killAndMend('database', kills.away);
      console.log(
        `  database away for ${kills.away} s: ${weather.unavailable - before} answers said so; back without a restart`,
      );
    }
    await randomMoment();
  } finally {
    reporting = false;
    await Promise.all(people);
  }
  const seconds = Math.round((Date.now() - started) / 1000);

  const account = await settleAccount(getDb(), told);
  const log = await database.log();
  const reasons = [...weather.reasons].map(([reason, times]) => `${reason} ${times}`).join(', ');
  console.log(
    `  ${kills.app} × kill -9 of the application, ${kills.database} × of PostgreSQL, in ${seconds} s\n` +
      `  requests sent: ${weather.requests}; broken off: ${weather.broken} (${reasons}); answered “not now”: ${weather.unavailable}\n` +
      `  receipts seen: ${told.length}; reports stored: ${account.stored}; without a receipt seen: ${account.unknown}`,
  );
  return [
    { what: 'receipts seen', value: String(told.length), bar: 'some', held: told.length > 0 },
    none('acknowledged reports lost', account.lost),
    none('reports stored twice', account.doubled),
    none(`breaks in ${account.auditEntries} audit entries`, Array(account.auditBreaks).fill('a break')),
    none(
      'reports whose words were printed or logged',
      told
        .filter(({ words }) => app.output.includes(words) || log.includes(words))
        .map(({ reference }) => reference),
    ),
    none('people led astray', strange),
  ];
}
