import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './figure';

type Struck = Pick<Stage, 'app' | 'database'>;
export type Strikes = { app: number; database: number };

/** kill -9, and whoever runs the machine starts it again. `absence`: for how many seconds the database stays away. */
export async function strike(
  { app, database }: Struck,
  what: 'app' | 'database',
  absence = 0,
): Promise<void> {
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

/** Lets some things be done first, so that every kill meets the stream in full flow, and then waits for a random moment. */
export async function randomMoment(done: () => number): Promise<void> {
  const enough = done() + 2;
  const deadline = Date.now() + 30_000;
  while (done() < enough && Date.now() < deadline) await sleep(20);
  await sleep(randomInt(1_200));
}

/** Strikes as often as asked, in random order. `done`: how much has been done so far, in words under `name`. */
export async function strikeAll(
  stage: Struck,
  strikes: Strikes,
  done: () => number,
  name: string,
): Promise<void> {
  const all = [
    ...Array.from({ length: strikes.app }, () => 'app' as const),
    ...Array.from({ length: strikes.database }, () => 'database' as const),
  ]
    .map((what) => ({ what, at: randomInt(1_000_000) }))
    .toSorted((one, other) => one.at - other.at);
  for (const [index, { what }] of all.entries()) {
    await randomMoment(done);
    await strike(stage, what);
    console.log(`  [${index + 1}/${all.length}] killed the ${what}; ${done()} ${name} so far`);
  }
}
