import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { getDb } from '@/db/client';
import { startBalancer } from '../../balancer';
import { newInstance } from '../../stage';
import { settleAccount } from '../account';
import { type Figure, none, type Stage } from '../figure';
import type { Acknowledged } from '../reporter';
import { describeTimes, Sender } from './sender';
import { sharedLimits } from './shared-limits';

const A_SECOND = 200;
/** How long somebody waits and tries again, from opening the page to the receipt. */
const PATIENCE_MS = 120_000;
/** Of a hundred who keep trying for so long, so many have to see a receipt. */
const SERVED = 0.99;

/**
 * Two hundred people a second open the sos page and send it, whatever became of those before them, to two instances with one PostgreSQL
 * between them. Who is told that it cannot be now sends again; any other answer is a fault, and in the end nearly everybody has to have a
 * receipt. Those are held against the database. Then whether what limits one address or account counts at both instances.
 */
export async function proveFlood({ app, long }: Stage): Promise<Figure[]> {
  const seconds = long ? 60 : 1;
  const second = await newInstance();
  await second.start();
  const balancer = await startBalancer([app.address, second.address]);
  try {
    const sender = new Sender(balancer.address, PATIENCE_MS);
    const told: Acknowledged[] = [];
    const without = new Map<string, number>();
    const taken: number[] = [];
    let inTime = 0;
    const person = async (until: number) => {
      const words = `물이 차오르듯 온 신고 ${randomUUID()}`;
      const from = performance.now();
      const outcome = await sender.report(words);
      if ('code' in outcome) {
        told.push({ words, ...outcome });
        taken.push(performance.now() - from);
        if (performance.now() <= until) inTime += 1;
      } else without.set(outcome.why, (without.get(outcome.why) ?? 0) + 1);
    };
    const offered = seconds * A_SECOND;
    const people: Promise<void>[] = [];
    const started = performance.now();
    for (let come = 0; come < offered; come += 1) {
      const due = started + (come * 1_000) / A_SECOND;
      if (due > performance.now()) await sleep(due - performance.now());
      people.push(person(started + seconds * 1_000));
    }
    const arrived = (performance.now() - started) / 1_000;
    await Promise.all(people);
    const whole = (performance.now() - started) / 1_000;
    sender.stop();
    const others = [...without].map(([why, times]) => `${times} ${why}`).join(', ') || 'nobody';
    console.log(
      `  ${offered} people came in ${arrived.toFixed(1)} s; receipts: ${inTime} by then, ${told.length} after ${whole.toFixed(1)} s (${(told.length / whole).toFixed(0)} a second), ${describeTimes(taken)}\n` +
        `  gave up: ${others}; told plainly that it cannot be now, and sent again: ${sender.told} times; connections handed over: ${balancer.handed.join(' and ')}`,
    );
    const limits = await sharedLimits([app.address, second.address], long);
    const account = await settleAccount(getDb(), told);
    const [one = 0, other = 0] = balancer.handed;
    return [
      {
        what: `receipts of ${offered} people at ${A_SECOND} a second, each within ${PATIENCE_MS / 1_000} s of coming`,
        value: String(told.length),
        bar: `${SERVED * 100} in 100, through both instances`,
        held: told.length >= SERVED * offered && one > 0 && other > 0,
      },
      none(
        'answers that were neither the page, nor a receipt, nor a plain word that it cannot be now',
        [...sender.faults].map(([why, times]) => `${times} × ${why}`),
      ),
      none('acknowledged reports lost', account.lost),
      none('reports stored twice', account.doubled),
      none(`breaks in ${account.auditEntries} audit entries`, Array(account.auditBreaks).fill('a break')),
      ...limits,
    ];
  } finally {
    await balancer.stop();
    await second.end('SIGTERM');
  }
}
