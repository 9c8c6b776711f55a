import { setTimeout as sleep } from 'node:timers/promises';
import { getDb } from '@/db/client';
import { startBalancer } from '../balancer';
import { newInstance } from '../stage';
import { settleAccount } from './account';
import type { AppProcess } from './app-process';
import type { Weather } from './browser';
import { type Figure, none, type Stage } from './figure';
import { type Acknowledged, report } from './reporter';

const PEOPLE = 4;
const LOOK_EVERY_MS = 100;

/**
 * Two instances behind a balancer, one of them with two processes, are restarted one after the other while people report (in short the one
 * with two processes): nobody may be answered with an error or cut off.
 */
export async function proveRestart({ app, long }: Stage): Promise<Figure[]> {
  const rounds = long ? 10 : 1;
  const second = await newInstance([], 2);
  await second.start();
  const instances = [app, second];
  const balancer = await startBalancer(
    instances.map(({ address }) => address),
    { lookEveryMs: LOOK_EVERY_MS },
  );
  const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  const told: Acknowledged[] = [];
  const strange: string[] = [];
  const badEnds: string[] = [];
  let reporting = true;
  const person = async () => {
    while (reporting)
      await report(balancer.address, weather).then(
        (receipt) => told.push(receipt),
        (error: unknown) => strange.push(error instanceof Error ? error.message : String(error)),
      );
  };
  const people = Array.from({ length: PEOPLE }, person);
  let longest = 0;
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const instance of long ? instances : [second]) {
        await reportsGoOn(told);
        const began = Date.now();
        await restart(instance, badEnds);
        longest = Math.max(longest, Date.now() - began);
      }
    await reportsGoOn(told);
  } finally {
    reporting = false;
    await Promise.all(people);
    await balancer.stop();
    await second.end('SIGTERM');
  }
  const account = await settleAccount(getDb(), told);
  console.log(
    `  ${rounds * (long ? instances.length : 1)} restarts, the longest ${(longest / 1000).toFixed(1)} s; ${weather.requests} requests, ${told.length} receipts`,
  );
  const reasons = [...weather.reasons].map(([reason, times]) => `${reason} ${times}`);
  return [
    { what: 'receipts seen', value: String(told.length), bar: 'some', held: told.length > 0 },
    {
      what: 'requests cut off',
      value: String(weather.broken),
      bar: '0',
      held: weather.broken === 0,
      more: reasons,
    },
    none('requests answered with an error', Array(weather.unavailable).fill('an answer “not now”')),
    none('acknowledged reports lost', account.lost),
    none('people led astray', strange),
    none('processes that did not end with 0', badEnds),
  ];
}

/** Until some more reports have come through, so that every restart meets the stream in full flow. */
async function reportsGoOn(told: readonly Acknowledged[]): Promise<void> {
  const enough = told.length + PEOPLE;
  for (const deadline = Date.now() + 30_000; told.length < enough && Date.now() < deadline; ) await sleep(20);
}

async function restart(instance: AppProcess, badEnds: string[]): Promise<void> {
  await instance.end('SIGTERM');
  if (instance.exitCode !== 0) badEnds.push(`${instance.address}: ${instance.exitCode}`);
  await instance.start();
  // The balancer looks again before the other one goes.
  await sleep(3 * LOOK_EVERY_MS);
}
