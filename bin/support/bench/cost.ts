import { setTimeout as sleep } from 'node:timers/promises';
import type { AppProcess } from '../prove/app-process';
import type { FastBrowser } from './fast-browser';
import { familyJourney, sosJourney } from './journeys';
import type { Measure } from './measure';
import { processorMilliseconds } from './processor-time';

const WARMUP = 40;
const JOURNEYS = 60;
/** Until what a server does after its answer is done, so that it counts for that request and not for the next. */
const SETTLING_MS = 3;

type Spent = { requests: number; app: number; database: number };

/**
 * What a request costs in processor time, by what it asks for: milliseconds of the application and of PostgreSQL, one client, one request
 * after the other. On a machine that other work shares it says more than a clock does. Linux only, where the kernel counts nanoseconds.
 */
export async function benchCost(
  app: AppProcess,
  postmaster: number,
  journeys = JOURNEYS,
): Promise<Measure[]> {
  const base = new URL(app.address);
  const spent = new Map<string, Spent>();
  const watch: FastBrowser['watch'] = async (method, path, ask) => {
    const kind = `${path.includes('/sos') ? 'sos' : 'journey'}, ${method}`;
    const before = [processorMilliseconds(app.pid), processorMilliseconds(postmaster)] as const;
    const answer = await ask();
    await sleep(SETTLING_MS);
    const known = spent.get(kind) ?? { requests: 0, app: 0, database: 0 };
    known.requests += 1;
    known.app += processorMilliseconds(app.pid) - before[0];
    known.database += processorMilliseconds(postmaster) - before[1];
    spent.set(kind, known);
    return answer;
  };
  for (const journey of [familyJourney, sosJourney]) {
    for (let n = 0; n < WARMUP; n += 1) await journey(base);
    for (let n = 0; n < journeys; n += 1) await journey(base, watch);
  }
  return [...spent].flatMap(([kind, { requests, app: ours, database }]) => [
    { part: 'processor time a request', what: `${kind}: application`, value: ours / requests, unit: 'ms' },
    { part: 'processor time a request', what: `${kind}: PostgreSQL`, value: database / requests, unit: 'ms' },
  ]);
}
