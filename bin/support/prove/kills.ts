import { setTimeout as sleep } from 'node:timers/promises';
import { getDb } from '@/db/client';
import { settleAccount } from './account';
import type { Weather } from './browser';
import { type Figure, none, type Stage } from './figure';
import { type Acknowledged, report } from './reporter';
import { randomMoment, type Strikes, strike, strikeAll } from './strikes';

/** `away`: for how many seconds the database is gone once; 0: not at all. */
export type Kills = Strikes & { people: number; away: number };

/** People report without pause while things are killed; then every receipt that anybody has seen is held against the database. */
export async function proveKills(stage: Stage, kills: Kills): Promise<Figure[]> {
  const { app, database } = stage;
  const unclear: string[] = [];
  const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map(), unclear };
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

  const started = Date.now();
  const people = Array.from({ length: kills.people }, person);
  try {
    await strikeAll(stage, kills, () => told.length, 'receipts');
    if (kills.away > 0) {
      const before = weather.unavailable;
      await randomMoment(() => told.length);
      await strike(stage, 'database', kills.away);
      console.log(
        `  database away for ${kills.away} s: ${weather.unavailable - before} answers said so; back without a restart`,
      );
    }
    await randomMoment(() => told.length);
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
    ...(kills.app > 0 ? [] : plainlyTold(weather, unclear)),
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

/** Where the application lives all the while, nobody is cut off, and whoever is answered that it cannot be now is told so plainly. */
const plainlyTold = ({ reasons }: Weather, unclear: readonly string[]): Figure[] => [
  none(
    'requests that were not answered',
    [...reasons].map(([why, times]) => `${times} × ${why}`),
  ),
  none('answers “not now” without the page that says so, whom to call and what was typed', unclear),
];
