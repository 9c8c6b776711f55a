import { availableParallelism } from 'node:os';
import { startBalancer } from '../balancer';
import type { AppProcess } from '../prove/app-process';
import type { DatabaseProcess } from '../prove/database-process';
import { newInstance } from '../stage';
import { coresWorth } from './cores';
import { holdBack } from './held-back';
import { familyJourney, sosJourney } from './journeys';
import { underLoad } from './load';
import type { Measure } from './measure';
import { residentMegabytes } from './memory';
import { type Players, type Spent, spentBy } from './spent';

const SECONDS = 6;
const CLIENTS = [1, 8, 32] as const;
const JOURNEYS = { 'family journey': familyJourney, sos: sosJourney } as const;
type Journey = keyof typeof JOURNEYS;
/** A small container: two of them, PostgreSQL and the clients still fit on two cores. */
const SHARE = 0.35;
/** A whole journey takes seconds then. */
const HELD_CLIENTS = 8;
const HELD_SECONDS = 20;
const BAR = { atLeast: 1.6 };

/** One way of serving: behind which address, by which processes. */
type Way = { name: string; address: string; players: Players };
type Run = { perSecond: number; p50: number; p95: number; done: number; spent: Spent };

/**
 * Two instances behind a plain balancer against one behind the same, and two processes of one instance (WEB_CONCURRENCY) against one: each load
 * is put on all of them in turn, so that whatever else the machine does falls on all alike. On few cores the clients, PostgreSQL and the
 * instances take the cores from each other: what that leaves possible is worked out from the processor time, and two instances that are held
 * back as in small containers show what they bring where neither PostgreSQL nor the machine is the limit.
 */
export async function benchInstances(one: AppProcess, database: DatabaseProcess): Promise<Measure[]> {
  const second = await newInstance();
  await second.start();
  const pair = await newInstance([], 2);
  await pair.start();
  const apps = [one, second];
  const balancers = [await startBalancer([one.address]), await startBalancer(apps.map((app) => app.address))];
  const [alone, both] = balancers as [(typeof balancers)[0], (typeof balancers)[0]];
  const postgres = await database.postmaster();
  const way = (name: string, address: string, of: readonly AppProcess[]): Way => ({
    name,
    address,
    players: { apps: pidsOf(of), postgres },
  });
  try {
    const single = way('one instance', alone.address, [one]);
    const double = way('two instances', both.address, apps);
    const cluster = way('one instance of two processes', pair.address, [pair]);
    const cores = await coresWorth();
    const measures: Measure[] = [
      {
        part: `${availableParallelism()} cores against one`,
        what: 'work of threads that share nothing',
        value: cores,
        unit: '×',
      },
    ];
    for (const journey of Object.keys(JOURNEYS) as Journey[]) {
      for (const clients of CLIENTS)
        measures.push(...(await compare(journey, clients, cores, [single, double, cluster])));
      measures.push(...(await heldBack(journey, single, double)));
    }
    for (const [index, app] of apps.entries())
      measures.push({
        part: 'two instances',
        what: `memory of the ${index === 0 ? 'first' : 'second'} under load, at most`,
        value: await residentMegabytes(app.pid, 'at most'),
        unit: 'MB',
        bar: { atMost: 300 },
      });
    return measures;
  } finally {
    for (const balancer of balancers) await balancer.stop();
    await pair.end('SIGTERM');
    await second.end('SIGTERM');
  }
}

const pidsOf = (apps: readonly AppProcess[]) => apps.flatMap((app) => app.pid ?? []);

async function run(
  journey: Journey,
  clients: number,
  { address, players }: Way,
  seconds = SECONDS,
): Promise<Run> {
  const base = new URL(address);
  const { result, spent } = await spentBy(players, () =>
    underLoad(clients, seconds, () => JOURNEYS[journey](base)),
  );
  return { ...result, spent };
}

async function compare(
  journey: Journey,
  clients: number,
  cores: number,
  ways: readonly Way[],
): Promise<Measure[]> {
  const runs: Run[] = [];
  for (const one of ways) runs.push(await run(journey, clients, one));
  const measures = ways.flatMap((one, index) =>
    rows(`${journey}, ${clients} clients`, one.name, runs[index]),
  );
  const [single, ...others] = runs;
  if (clients === 1 || !single) return measures;
  for (const [index, other] of others.entries())
    measures.push(
      ...ratios(`${journey}, ${clients} clients`, ways[index + 1]?.name ?? '', cores, single, other),
    );
  return measures;
}

function rows(load: string, name: string, one: Run | undefined): Measure[] {
  if (!one) return [];
  const part = `${name}: ${load}`;
  const { app, postgres, clients } = one.spent;
  const whole = app + postgres + clients;
  const share = (what: string, value: number) => ({
    part,
    what: `processor time of ${what}`,
    value: (value / whole) * 100,
    unit: '%',
  });
  return [
    { part, what: 'reports stored', value: one.perSecond, unit: 'a second' },
    { part, what: 'p50', value: one.p50, unit: 'ms' },
    { part, what: 'p95', value: one.p95, unit: 'ms' },
    share('the application', app),
    share('PostgreSQL', postgres),
    share('clients and balancer', clients),
  ];
}

/** The bar stands where the cores leave room for it; elsewhere it says how much of what they leave is reached. */
function ratios(load: string, name: string, cores: number, single: Run, other: Run): Measure[] {
  const part = `${name} against one: ${load}`;
  const ratio = other.perSecond / single.perSecond;
  const possible = leftPossible(single, cores);
  return [
    {
      part,
      what: 'reports stored',
      value: ratio,
      unit: '×',
      ...(possible > BAR.atLeast ? { bar: BAR } : {}),
    },
    { part, what: 'possible on these cores', value: possible, unit: '×' },
  ];
}

/** What is left of the cores when one serves: its main thread, those that collect and compress for it, PostgreSQL and the clients take the rest. */
function leftPossible({ spent: { app, postgres, clients, passed } }: Run, cores: number): number {
  return (cores * passed) / (app + postgres + clients);
}

/** With each instance held back, so that the cores suffice for two of them, PostgreSQL and the clients. */
async function heldBack(journey: Journey, single: Way, double: Way): Promise<Measure[]> {
  const release = await holdBack(double.players.apps as number[], SHARE);
  const part = `instances held to ${SHARE} of a core: ${journey}, ${HELD_CLIENTS} clients`;
  if (!release) {
    console.log(`${part}: not measured; it takes Linux and its superuser.`);
    return [{ part, what: 'two against one', value: Number.NaN, unit: '×', bar: BAR }];
  }
  try {
    const one = await run(journey, HELD_CLIENTS, single, HELD_SECONDS);
    const two = await run(journey, HELD_CLIENTS, double, HELD_SECONDS);
    return [
      { part, what: 'one', value: one.perSecond, unit: 'a second' },
      { part, what: 'two', value: two.perSecond, unit: 'a second' },
      { part, what: 'two against one', value: two.perSecond / one.perSecond, unit: '×', bar: BAR },
    ];
  } finally {
    await release();
  }
}
