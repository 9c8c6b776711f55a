import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDb } from '@/db/client';
import { proveAccess } from './support/prove/access/access';
import { proveActs } from './support/prove/acts/acts';
import type { AppProcess } from './support/prove/app-process';
import { proveAudit } from './support/prove/audit';
import { DatabaseProcess } from './support/prove/database-process';
import { proveDump } from './support/prove/dump';
import { proveErased } from './support/prove/erased';
import { type Figure, none, type Part } from './support/prove/figure';
import { proveFlood } from './support/prove/flood/flood';
import { proveFuzz } from './support/prove/fuzz/fuzz';
import { proveKept } from './support/prove/kept';
import { proveKills } from './support/prove/kills';
import { proveRepeats } from './support/prove/repeat';
import { proveRestart } from './support/prove/restart';
import { proveRestore } from './support/prove/restore/restore';
import { proveRotate } from './support/prove/rotate';
import { proveScan } from './support/prove/scan/scan';
import { proveSlowClients } from './support/prove/slow-clients';
import { proveSoak } from './support/prove/soak/soak';
import { proveTiming } from './support/prove/timing';
import { newInstance, setStage } from './support/stage';

/**
 * `npm run prove`: the figures of docs/measured.md, each against a real server and a real PostgreSQL of its own; ends with 1 when one is missed. `--part a,b`
 * runs these alone, `--short` as much of each as `npm test` has time for. For timing: `--tries N`. For kills: `--app-kills N --database-kills N --people N`,
 * and `--away SECONDS` for a database that stays away that long once.
 */
const { values } = parseArgs({
  options: {
    part: { type: 'string' },
    short: { type: 'boolean', default: false },
    'app-kills': { type: 'string' },
    'database-kills': { type: 'string' },
    people: { type: 'string', default: '6' },
    away: { type: 'string' },
    tries: { type: 'string' },
  },
});
const long = !values.short;
const number = (given: string | undefined, otherwise: number) =>
  given === undefined ? otherwise : Number(given);

/**
 * In this order, however they are asked for: what looks for typed words in a database needs one in which nothing was done before, and those that kill
 * come last, so that what is measured before them has a server in its prime.
 */
const PARTS: Record<string, Part> = {
  dump: proveDump,
  access: async ({ app }) => {
    const { tries, faults, bare, idle, addresses, actions } = await proveAccess(app.address);
    if (bare.length > 0) console.log(`  without a form on any page, so tried bare: ${bare.join(', ')}`);
    for (const form of idle) console.log(`  did nothing for those who may either: ${form}`);
    return [
      none(`opened or changed in ${tries} tries of ${addresses} addresses and ${actions} actions`, faults),
    ];
  },
  repeat: proveRepeats,
  timing: (stage) => proveTiming(stage, number(values.tries, long ? 2_000 : 60)),
  fuzz: proveFuzz,
  audit: proveAudit,
  erased: proveErased,
  restore: proveRestore,
  slow: proveSlowClients,
  restart: proveRestart,
  scan: proveScan,
  soak: proveSoak,
  flood: proveFlood,
  rotate: proveRotate,
  kept: proveKept,
  away: (stage) =>
    proveKills(stage, {
      app: 0,
      database: 0,
      people: Number(values.people),
      away: number(values.away, long ? 60 : 5),
    }),
  acts: (stage) =>
    proveActs(stage, {
      app: number(values['app-kills'], long ? 50 : 2),
      database: number(values['database-kills'], long ? 10 : 1),
      crews: long ? 6 : 2,
    }),
  kills: (stage) =>
    proveKills(stage, {
      app: number(values['app-kills'], long ? 100 : 4),
      database: number(values['database-kills'], long ? 20 : 2),
      people: Number(values.people),
      away: 0,
    }),
};

/** Takes long and needs what is not everywhere: not in short, unless it is asked for. */
const ONLY_LONG = ['scan'];
const named = values.part?.split(',');
const unknown = named?.filter((name) => !PARTS[name]) ?? [];
if (unknown.length > 0)
  throw new Error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
const asked = Object.keys(PARTS).filter((name) =>
  named ? named.includes(name) : long || !ONLY_LONG.includes(name),
);

const directory = await mkdtemp(join(tmpdir(), 'naru-prove-'));
await chmod(directory, 0o711);
const database = new DatabaseProcess(directory);
let app: AppProcess | undefined;

/** What could not be measured here is as good as missed, but in short, which runs where things are lacking. */
const passes = ({ held }: Figure) => held ?? !long;

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

const VERDICTS = { true: 'held  ', false: 'MISSED', null: 'not measured' };

function tell({ what, value, bar, held, more = [] }: Figure): void {
  console.log(`  ${VERDICTS[`${held}`]}  ${what}: ${value} (bar: ${bar})`);
  if (!held) for (const line of more) console.log(`          ${line}`);
}

try {
  // With a line a request, as it is run: what is searched for what people typed holds them too.
  await setStage(directory, database, 'info');
  // Longer than a balancer takes to notice that an instance is ending.
  process.env.DRAIN_SECONDS = '1';
  app = await newInstance();
  await app.start();
  const figures: Figure[] = [];
  for (const name of asked) {
    const started = Date.now();
    console.log(`${name} …`);
    const found = (await PARTS[name]?.({ app, database, directory, long })) ?? [];
    for (const figure of found) tell(figure);
    console.log(`${name}: ${found.every(passes) ? 'held' : 'NOT held'} in ${seconds(started)}`);
    figures.push(...found);
  }
  await app.end('SIGTERM');
  const held = figures.length > 0 && figures.every(passes);
  console.log(held ? 'Held.' : 'NOT held.');
  process.exitCode = held ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
} finally {
  await app?.end('SIGKILL');
  await closeDb();
  await database.stop();
  await rm(directory, { recursive: true, force: true });
}
