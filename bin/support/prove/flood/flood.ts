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
/** How long somebody waits for both pages together. Longer, and those who wait hold more sockets open than one process is allowed to. */
const PATIENCE_MS = 30_000;

/**
 * Two hundred people a second open the sos page and send it, whatever became of those before them, to two instances with one PostgreSQL
 * between them. Who has seen a receipt is held against the database; who was told that it cannot be taken now, or was not answered in time, is
 * counted and told. Then whether what limits one address or account counts at both instances.
 */
export async function proveFlood({ app, long }: Stage): Promise<Figure[]> {
  const seconds = long ? 60 : 1;
  const second = await newInstance();
  await second.start();
  const balancer = await startBalancer([app.address, second.address]);
  try {
    const sender = new Sender(balancer.address, PATIENCE_MS);
    const told: Acknowledged[] = [];
    const refused = new Map<string, number>();
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
      } else refused.set(outcome.why, (refused.get(outcome.why) ?? 0) + 1);
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
    const others = [...refused].map(([why, times]) => `${times} ${why}`).join(', ') || 'nobody';
    console.log(
      `  ${offered} people came in ${arrived.toFixed(1)} s; receipts: ${inTime} by then, ${told.length} after ${whole.toFixed(1)} s (${(told.length / whole).toFixed(0)} a second), ${describeTimes(taken)}\n` +
        `  without a receipt: ${others}; connections handed over: ${balancer.handed.join(' and ')}`,
    );
    const limits = await sharedLimits([app.address, second.address], long);
    const account = await settleAccount(getDb(), told);
    const [one = 0, other = 0] = balancer.handed;
    return [
      {
        what: `receipts of ${offered} reports at ${A_SECOND} a second`,
        value: String(told.length),
        bar: 'some, through both instances',
        held: told.length > 0 && one > 0 && other > 0,
      },
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
