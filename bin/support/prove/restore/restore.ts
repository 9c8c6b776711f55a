import { randomBytes, randomInt } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { type Db, getDb, openDatabase } from '@/db/client';
import { reports } from '@/db/schema/reports';
import { verifyAudit } from '@/lib/audit/queries';
import { readArchive } from '@/lib/backup/archive';
import { restore } from '@/lib/backup/commands';
import { erase } from '@/lib/retention/erasing/commands';
import { shipLedger } from '@/lib/retention/ledger/commands';
import { newInstance } from '../../stage';
import { fileReport } from '../access/world';
import { Browser, type Weather } from '../browser';
import { type Figure, none, type Stage } from '../figure';
import { fullReport, STEM } from '../full-report';
import { Needles } from '../needles';
import { type Acknowledged, receiptOn, report } from '../reporter';
import { runCommand, runWell } from './commands';
import { exportRows, type Rows, tableNames } from './exported';

const PEOPLE = 3;
/** What is not in a backup, and the heads of the audit, which a restore moves on: whether they fit its entries is asked by itself. */
const OTHER = ['audit_chains', 'staff_sessions', 'rate_limits', 'staff_invitations'];
/** What a restore adds to: every row of before has to be in it. */
const GROWS = 'audit_entries';
/** Without a file these would be alike because they are empty. */
const OF_FILES = ['evidence_files', 'evidence_chunks'];

/**
 * A backup while people report, one at rest, and what comes of them: every row again in an empty database, the audit whole, receipts of before opening in an
 * application of its own, what was erased since not there. Then broken backups, and kills in the middle of both commands.
 */
export async function proveRestore(stage: Stage): Promise<Figure[]> {
  const { directory, database, long } = stage;
  const db = getDb();
  const url = database.url;
  const busy = join(directory, 'busy.age');
  const rest = join(directory, 'rest.age');
  const { told, late } = await backUpUnderLoad(stage, busy);
  await fileReport(db, '되돌릴신고', 'SAFE');
  await runWell('backup', ['--to', rest], url);
  const before = await exportRows(db, OTHER);
  const empty = [GROWS, ...OF_FILES].filter((table) => !before[table]?.length);
  if (empty.length > 0) throw new Error(`nothing to compare in ${empty.join(', ')}`);

  const whole = openDatabase((await database.databaseNamed('whole')).url);
  const differing = await (async () => {
    await runWell('restore', [rest, '--drill'], (await database.databaseNamed('whole')).url);
    const after = await exportRows(whole.db, OTHER);
    const { breaks } = await verifyAudit(whole.db);
    return [
      ...Object.keys({ ...before, ...after }).flatMap((table) => differences(table, before, after)),
      ...breaks.map(({ objectKind, objectId, what }) => `audit of ${objectKind}/${objectId}: ${what}`),
    ];
  })().finally(whole.close);

  const [erased = { reference: '', code: '', words: '' }, ...kept] = told;
  await eraseOne(db, erased);
  const again = (await database.databaseNamed('again')).url;
  await runWell('restore', [busy, '--replaces'], again);
  const verdict = await runCommand('audit-verify', [], again);
  const { unopened, alive } = await openReceipts(again, kept, erased);

  return [
    none(
      `tables that differ, of ${Object.keys(before).length}, and breaks in the audit, after a restore into an empty database`,
      differing,
    ),
    none(
      `receipts that do not open, of ${kept.length} from before a backup that was made while ${late} reports came`,
      unopened,
    ),
    none('erased since and there again', alive),
    none('breaks in the audit after it', verdict.code === 0 ? [] : [verdict.said]),
    none('answers, codes and references found in the backups', await inTheClear([busy, rest], told)),
    await refusals(stage, busy),
    await killed(stage, busy, long ? 20 : 1),
  ];
}

/** How a table is not what it was: the first row that it lacks, and, but for one that grows, the first that is new. */
function differences(table: string, before: Rows, after: Rows): string[] {
  const lacks = (one: readonly string[] = [], other: readonly string[] = []) => {
    const there = new Set(other);
    return one.find((row) => !there.has(row));
  };
  const [gone, come] = [lacks(before[table], after[table]), lacks(after[table], before[table])];
  const found = table === GROWS ? gone : (gone ?? come);
  return found === undefined ? [] : [`${table}: was ${gone}, is ${come}`];
}

/** Answers whose receipts were seen before the backup began, and how many reports came while it was made. */
async function backUpUnderLoad({ app, database, long }: Stage, file: string) {
  const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  const told: Acknowledged[] = [];
  let reporting = true;
  const people = Array.from({ length: PEOPLE }, async () => {
    while (reporting) told.push(await report(app.address, weather));
  });
  told.push(await fileFull(new Browser(app.address, weather)));
  while (told.length < (long ? 500 : 6)) await sleep(20);
  const before = [...told];
  await runWell('backup', ['--to', file], database.url);
  reporting = false;
  await Promise.all(people);
  return { told: before, late: told.length - before.length };
}

/** A report with a text in every field of its first page, for what is searched in the backup. */
async function fileFull(browser: Browser): Promise<Acknowledged> {
  const { answers } = fullReport('SELF_DANGER', '');
  const words = `${STEM} ${randomBytes(4).toString('hex')}`;
  const page = await browser.send(await browser.open('/ko/sos'), { ...answers, narrative: words });
  return { words, ...receiptOn(page) };
}

async function eraseOne(db: Db, { reference }: Acknowledged): Promise<void> {
  const [row] = await db
    .update(reports)
    .set({ state: 'OUT_OF_SCOPE' })
    .where(eq(reports.reference, reference))
    .returning({ id: reports.id });
  const done = await erase(db, { kind: 'report', id: row?.id ?? '', why: 'PERIOD', deciders: null });
  if (!done.ok) throw new Error(`could not be erased: ${done.reason}`);
  await shipLedger(db);
}

/** Opens each report by its code in an application that runs on the restored database; and tries the one that was erased since. */
async function openReceipts(url: string, kept: readonly Acknowledged[], erased: Acknowledged) {
  const app = await newInstance([], 1, { POSTGRES_URL: url });
  const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  const shows = async ({ code, reference }: Acknowledged) => {
    const one = new Browser(app.address, weather);
    const page = await one.send(await one.open('/ko/status'), { receipt_code: code }, 'receipt_code');
    return page.html.includes(reference);
  };
  await app.start();
  try {
    const unopened: string[] = [];
    for (const one of kept) if (!(await shows(one))) unopened.push(one.reference);
    return { unopened, alive: (await shows(erased)) ? [erased.reference] : [] };
  } finally {
    await app.end('SIGTERM');
  }
}

async function inTheClear(files: readonly string[], told: readonly Acknowledged[]): Promise<string[]> {
  const words = told.flatMap(({ words: typed, reference, code }) => [typed, reference, code]);
  const needles = new Needles([STEM, ...words, 'staff_accounts', 'SELF_DANGER', 'object_kind']);
  const found: string[] = [];
  for (const file of files) found.push(...needles.inBytes(await readFile(file)));
  return found;
}

/** Broken in as many ways: a bit turned anywhere, cut off anywhere, another key. What is not refused, or leaves anything behind, is one too many. */
async function refusals({ database, directory, long }: Stage, file: string): Promise<Figure> {
  const sealed = await readFile(file);
  const key = process.env.NARU_BACKUP_KEY ?? '';
  const { url } = await database.databaseNamed('empty');
  const { db, close } = openDatabase(url);
  const times = long ? 100 : 3;
  const wrong: string[] = [];
  const tryOne = async (what: string, bytes: Buffer) => {
    const pieces = Readable.from([bytes.subarray(0, bytes.length / 2), bytes.subarray(bytes.length / 2)]);
    const said = await restore(db, readArchive([key], pieces), 'drill').then(
      () => 'restored',
      () => '',
    );
    if (said || (await tableNames(db)).length > 0) wrong.push(what);
  };
  try {
    for (let time = 0; time < times; time += 1) {
      const at = randomInt(sealed.length);
      const turned = Buffer.from(sealed);
      turned[at] = (turned[at] ?? 0) ^ (1 << randomInt(8));
      await tryOne(`a bit turned at ${at}`, turned);
      await tryOne(`cut off at ${at}`, sealed.subarray(0, at));
    }
    const other = join(directory, 'other.key');
    await writeFile(
      other,
      (await runWell('backup', ['--new-key'], url)).replaceAll(/^NARU_BACKUP_(KEY=|TO=.*)/gm, ''),
    );
    const { code, said } = await runCommand('restore', [file, '--drill', '--key', other], url);
    if (code === 0 || !said.includes('another key') || (await tableNames(db)).length > 0)
      wrong.push(`another key: ${said}`);
  } finally {
    await close();
  }
  return none(`broken backups taken, or anything left of them, of ${2 * times + 1}`, wrong);
}

/** SIGKILL in the middle of restores and backups: the database stays empty, and no backup has the name of a whole one. */
async function killed({ database, directory }: Stage, file: string, times: number): Promise<Figure> {
  const { url } = await database.databaseNamed('empty');
  const { db, close } = openDatabase(url);
  const wrong: string[] = [];
  let strikes = 0;
  const strike = async (
    begun: () => Promise<boolean>,
    ...[name, args, on]: Parameters<typeof runCommand>
  ) => {
    let struck = Promise.resolve();
    const { code } = await runCommand(name, args, on, (child) => {
      struck = (async () => {
        while (child.exitCode === null && !(await begun())) await sleep(10);
        await sleep(randomInt(300));
        child.kill('SIGKILL');
      })();
    });
    await struck;
    if (code === null) strikes += 1;
    return code === null;
  };
  /** Whether somebody else works in a transaction on the database that is restored into. */
  const isRestoring = async () => {
    const { rows } = (await db.execute(
      "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start < now() - interval '50 ms'",
    )) as unknown as { rows: unknown[] };
    return rows.length > 0;
  };
  try {
    for (let time = 0; time < times; time += 1) {
      if (await strike(isRestoring, 'restore', [file, '--drill'], url)) {
        // PostgreSQL notices a client that is gone when it next speaks to it.
        for (let look = 0; look < 50 && (await tableNames(db)).length > 0; look += 1) await sleep(100);
        if ((await tableNames(db)).length > 0) wrong.push('a killed restore left tables');
      } else await emptyAgain(db);
      const out = join(directory, `killed-${time}.age`);
      const isWriting = async () =>
        (await readdir(directory)).some((one) => one.startsWith(`${basename(out)}.`));
      const died = await strike(isWriting, 'backup', ['--to', out], database.url);
      // One that was killed after its end is whole, and may say so.
      if (died && (await readdir(directory)).includes(basename(out))) {
        const { code } = await runCommand('restore', [out, '--check'], url);
        if (code !== 0) wrong.push('a killed backup looks like a whole one');
      }
    }
  } finally {
    await close();
  }
  if (strikes === 0) wrong.push('no kill struck: every command was faster');
  return none(`left by ${strikes} kills of ${2 * times} commands in their middle`, wrong);
}

/** A restore that was faster than its kill is undone, so that the next one finds nothing again. */
async function emptyAgain(db: Db): Promise<void> {
  for (const statement of [
    'drop schema public cascade',
    'drop schema drizzle cascade',
    'create schema public',
  ])
    await db.execute(statement);
}
