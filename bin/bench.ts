import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDb } from '@/db/client';
import { benchCost } from './support/bench/cost';
import { benchDesk } from './support/bench/desk';
import { benchInstances } from './support/bench/instances';
import { holds, type Measure, table } from './support/bench/measure';
import { residentMegabytes } from './support/bench/memory';
import { benchNumbers } from './support/bench/numbers';
import { benchPages } from './support/bench/pages';
import { whereTimeGoes } from './support/bench/profile';
import { benchReports } from './support/bench/reports';
import { DatabaseProcess } from './support/prove/database-process';
import { newInstance, setStage } from './support/stage';

/**
 * `npm run bench`: what people wait for, against a production build with a real PostgreSQL, in a table with its bars. `--part pages`,
 * `--part reports`, `--part instances`, `--part desk` or `--part numbers` for one of them, or `--part cost` for the processor time of a
 * request, which runs only when it is asked for; `--reports N` how many the desk and the numbers have (several times: a database each; a thousand,
 * a hundred thousand and a million unless it is given, which takes most of an hour and 14 GB to load; with `--keep DIR` the databases stay there and
 * are loaded once), `--processes N` for that many behind the port (WEB_CONCURRENCY),
 * `--json FILE` for the results as JSON with the machine they came from, `--profile` to see where the application's time goes (slower, so
 * its figures are not the ones to quote). Ends with 1 when a bar is missed or could not be measured.
 */
const { values } = parseArgs({
  options: {
    part: { type: 'string', multiple: true },
    json: { type: 'string' },
    reports: { type: 'string', multiple: true },
    profile: { type: 'boolean' },
    keep: { type: 'string' },
    processes: { type: 'string', default: '1' },
  },
});
const sizes = (values.reports ?? ['1000', '100000', '1000000']).map(Number);
const wanted = (part: string) => !values.part || values.part.includes(part);

const directory = values.keep ? resolve(values.keep) : await mkdtemp(join(tmpdir(), 'naru-bench-'));
await mkdir(directory, { recursive: true });
await chmod(directory, 0o711);
const database = new DatabaseProcess(directory);
const measures: Measure[] = [];

if (wanted('desk')) {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  console.log(
    `The desk is asked with ${sizes.map((size) => size.toLocaleString('en')).join(', ')} reports. Loading takes about ${Math.ceil((all * 2.3) / 60_000 / availableParallelism())} min and ${Math.ceil(all / 75_000)} GB; --reports N for others.`,
  );
}
try {
  await setStage(directory, database);
  const profiles = join(directory, 'profiles');
  const app = await newInstance(
    values.profile ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [],
    Number(values.processes),
  );
  const starting = performance.now();
  await app.start();
  measures.push({
    part: 'one instance',
    what: 'from start to the first answer',
    value: (performance.now() - starting) / 1000,
    unit: 's',
  });
  measures.push({
    part: 'one instance',
    what: 'memory when nothing was asked of it yet',
    value: await residentMegabytes(app.pid, 'now'),
    unit: 'MB',
  });
  try {
    if (wanted('pages')) measures.push(...(await benchPages(app.address)));
    if (wanted('reports')) measures.push(...(await benchReports(app)));
    if (wanted('instances')) measures.push(...(await benchInstances(app, database)));
    if (values.part?.includes('cost')) measures.push(...(await benchCost(app, await database.postmaster())));
    if (wanted('desk')) measures.push(...(await benchDesk(database, sizes)));
    if (wanted('numbers')) measures.push(...(await benchNumbers(app.address, sizes)));
  } finally {
    await app.end('SIGTERM');
  }
  const machine = {
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: loadavg()[0],
  };
  console.log(
    `\n${Object.entries(machine)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}\n`,
  );
  console.log(table(measures));
  const ratios = measures.filter(({ unit }) => unit === '×');
  if (ratios.length > 0) console.log(`\nRatios, all of this run:\n\n${table(ratios)}`);
  if (values.profile) console.log(`\n${await whereTimeGoes(profiles)}`);
  if (values.json) {
    // Where things lie on this machine is nobody else's.
    const asked = process.argv.slice(2).filter((word) => ![values.keep, values.json].includes(word));
    const command = ['npm run bench --', ...asked.filter((word) => !/^--(keep|json)\b/.test(word))].join(' ');
    const day = new Date().toISOString().slice(0, 10);
    const lines = measures.map((measure) => JSON.stringify(measure)).join(',\n    ');
    const told = JSON.stringify({ day, command, machine }).slice(1, -1);
    await writeFile(values.json, `{\n  ${told},\n  "measures": [\n    ${lines}\n  ]\n}\n`);
  }
  const short = measures.filter((measure) => !holds(measure));
  const unknown = short.filter(({ value }) => Number.isNaN(value));
  const missed = `\n${short.length - unknown.length} bars missed, ${unknown.length} not measured.`;
  console.log(short.length > 0 ? missed : '\nEvery bar holds.');
  process.exitCode = short.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDb();
  await database.stop();
  if (!values.keep) await rm(directory, { recursive: true, force: true });
}
