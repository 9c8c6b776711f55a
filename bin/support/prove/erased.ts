import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { getDb, openDatabase } from '@/db/client';
import { verifyAudit } from '@/lib/audit/queries';
import type { Entry } from '@/lib/backup/archive';
import { backUp, restore } from '@/lib/backup/commands';
import { describeError } from '@/lib/errors';
import { erase } from '@/lib/retention/erasing/commands';
import { shipLedger } from '@/lib/retention/ledger/commands';
import { verifyErasures } from '@/lib/retention/proof/queries';
import { erasedAtByReceipt } from '@/lib/retention/told/queries';
import { type ReporterKind, reporterKinds } from '@/lib/urgency/answers';
import { keyring, unwrap } from '@/lib/vault/keyring';
import { openBytes } from '@/lib/vault/seal';
import { fileReport } from './access/world';
import { Browser, type Weather } from './browser';
import { fileWhole, searchEverything } from './dump';
import { type Figure, none, type Stage } from './figure';
import { STEM } from './full-report';
import { Needles } from './needles';

/** Nobody else writes so: the reports that are made with a file. */
const FILED = '지울신고';

/**
 * Whole reports, some with a file and what somebody was made to do, are erased; then the database is searched with the keys of the vault in hand, and the
 * logs, the directory, and a database that is restored from a backup of before.
 */
export async function proveErased({ app, database, directory, long }: Stage): Promise<Figure[]> {
  const db = getDb();
  const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  const typed = new Set<string>([FILED]);
  const since = new Date();
  for (let begun = 0; begun < (long ? 60 : 3); begun += 1) {
    const kind = reporterKinds[begun % reporterKinds.length] as ReporterKind;
    // Other parts file reports too: only words that are this part's own are looked for.
    const own = ` e${begun.toString(36)}`;
    const words = await fileWhole(new Browser(app.address, weather), kind, own);
    for (const word of words) if (word.includes(STEM) && word.includes(own)) typed.add(word);
  }
  const codes: string[] = [];
  for (let made = 0; made < (long ? 20 : 2); made += 1)
    codes.push((await fileReport(db, FILED, 'SAFE')).code);
  const needles = new Needles(typed);
  const before = needles.in((await openEverything(database.url)).join('\n'));
  const entries: Entry[] = [];
  await backUp(db, async (entry) => {
    entries.push(entry);
  });
  const gone = await eraseSince(database.url, since);
  await shipLedger(db);
  const { faults, disk } = await verifyErasures(db);
  const { found } = await searchEverything(needles, new Needles([]));
  const opened = needles.in((await openEverything(database.url)).join('\n'));
  const told = await Promise.all(codes.map((code) => erasedAtByReceipt(db, code)));
  const restored = await replayed(database, entries);
  return [
    {
      what: 'words of reports that the keys in hand open before: the search finds what is there',
      value: `${before.length} of ${typed.size}`,
      bar: 'more than half of them',
      held: before.includes(FILED) && before.length > typed.size / 2,
    },
    none(`of ${gone.length} erased reports opened by any key of the vault`, opened),
    none('of their words found in any row', found),
    none('found in the logs and in the files beside the database', [
      ...needles.in((await database.log()) + app.output),
      ...(await inFiles(directory, needles)),
    ]),
    none(`faults of the ledger (on the disk: ${disk})`, disk === 'same' ? faults : [...faults, disk]),
    none(
      'holders of their codes who were not told that it was erased',
      told.filter((at) => at === null).map(() => 'a code'),
    ),
    none('opened in a database restored from a backup of before', needles.in(restored.opened.join('\n'))),
    none('breaks and faults there', restored.faults),
  ];
}

/** Every report that came since, as if it had been looked at, the way the job erases it when its time is over. */
async function eraseSince(url: string, since: Date): Promise<string[]> {
  const ids = await rowsOf<{ id: string }>(
    url,
    `update reports set state = 'INTEL_ONLY' where received_at >= '${since.toISOString()}' returning id`,
  );
  const gone: string[] = [];
  for (const { id } of ids) {
    const done = await erase(getDb(), { kind: 'report', id, why: 'PERIOD', deciders: null });
    if (!done.ok) throw new Error(done.reason);
    gone.push(id);
  }
  return gone;
}

/** A database as it was before, filled from a backup: the restore follows the ledger. */
async function replayed(
  database: Stage['database'],
  entries: readonly Entry[],
): Promise<{ opened: string[]; faults: string[] }> {
  const { url } = await database.databaseNamed('erased_restored');
  const { db, close } = openDatabase(url);
  try {
    await restore(
      db,
      (async function* () {
        yield* entries;
      })(),
      'drill',
    );
    const proof = await verifyErasures(db);
    const { breaks } = await verifyAudit(db);
    const faults = [...proof.faults, ...breaks.map(({ objectKind, what }) => `${objectKind}: ${what}`)];
    return { opened: await openEverything(url), faults };
  } catch (error) {
    return { opened: [], faults: [JSON.stringify(describeError(error))] };
  } finally {
    await close();
  }
}

type Key = { id: string; owner: string; bytes: Buffer };
/** More keys than this are tried only where their owner is named in the row. */
const MOST_TRIED = 400;

/** All that any key of the vault opens of any sealed value in any row: what somebody reads who has the database and the keys. */
async function openEverything(url: string): Promise<string[]> {
  const kept = await rowsOf<{ id: string; owner: string; wrapped: Buffer; keyId: string }>(
    url,
    `select id, owner_kind || '/' || owner_id as owner, wrapped, key_id as "keyId" from data_keys where wrapped is not null`,
  );
  const keys: Key[] = kept.map(({ id, owner, ...row }) => ({
    id,
    owner: owner.slice(-36),
    bytes: unwrap(keyring(), owner, row),
  }));
  const columns = await rowsOf<{ table: string; column: string; names: string[] }>(
    url,
    `select c.table_name as table, c.column_name as column, array(select column_name::text from information_schema.columns i
       where i.table_schema = 'public' and i.table_name = c.table_name and i.data_type = 'uuid') as names
     from information_schema.columns c where c.table_schema = 'public' and c.data_type = 'bytea' and c.column_name like 'sealed%'`,
  );
  const opened: string[] = [];
  for (const { table, column, names } of columns) {
    const rows = await rowsOf<Record<string, Buffer | string>>(
      url,
      `select * from ${table} where ${column} is not null`,
    );
    for (const row of rows) {
      const places = names.map((name) => String(row[name]));
      const at = table === 'evidence_chunks' ? `${row.variant}/${row.seq}` : column;
      const tried = keys.length > MOST_TRIED ? keys.filter(({ owner }) => places.includes(owner)) : keys;
      for (const key of tried)
        for (const place of places) {
          const plain = tryOpen(key, { table, row: place, column: at }, row[column] as Buffer);
          if (plain) opened.push(plain.toString('utf8'));
        }
    }
  }
  return opened;
}

function tryOpen(key: Key, place: Parameters<typeof openBytes>[1], sealed: Buffer): Buffer | null {
  try {
    return openBytes(key, place, sealed);
  } catch {
    return null;
  }
}

async function rowsOf<Row extends pg.QueryResultRow>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

/** What lies beside the database: ledger, checkpoints, secrets. */
async function inFiles(directory: string, needles: Needles): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    for (const word of needles.in(await readFile(join(directory, entry.name), 'utf8')))
      found.push(`${word} in ${entry.name}`);
  }
  return found;
}
