import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { knownMigrations, madeTables } from '@/db/migrate';
import { lastShipped } from '@/lib/audit/checkpoints/commands';
import { now } from '@/lib/clock';
import { getObject } from '@/lib/evidence/storage/objects/client';
import { vaultSecret } from '@/lib/vault/secrets';
import type { Entry } from './archive';
import { END, type End, FORMAT, HEAD, type Head, LEFT_OUT, objectName, rowsName } from './contents';
import { Origin } from './origin';
import { BackupRefused } from './refused';

/** How much text is asked of the database at once, roughly: it and its copies are what a backup needs of memory. */
const PART_BYTES = 2_000_000;
const FIRST_ROWS = 16;
const MOST_ROWS = 5_000;
/** Objects asked of the store at once. */
const OBJECTS_AT_ONCE = 8;

type Put = (entry: Entry) => Promise<void>;

/** What was put into an archive. */
export type Backed = { head: Head; end: End; bytes: number };

/**
 * Hands out everything that belongs into a backup, as it stands at one moment: one snapshot for all tables, read a part at a time with cursors
 * while the server writes on. Through either driver, since nothing but statements is used. `before` runs first, unless there is nothing to back up.
 * Throws BackupRefused at the end when the store lacked pieces of files that are still counted on, unless `lacking` says that this is known.
 */
export async function readEverything(
  db: Db,
  hand: Put,
  before: () => Promise<void>,
  lacking: boolean,
): Promise<Backed> {
  await refuseWithoutSchema(db);
  await before();
  // Made where it is missing, so that the snapshot has it.
  const secret = await vaultSecret(db, 'audit');
  // Asked before the snapshot begins: whatever had been shipped by now, the snapshot shows.
  const checkpoint = await lastShipped(db);
  const origin = new Origin();
  let bytes = 0;
  const put: Put = async (entry) => {
    origin.add(entry);
    bytes += entry.bytes.length;
    await hand(entry);
  };
  const backed = await db.transaction(
    async (tx) => {
      await settle(tx);
      const tables = await tablesInOrder(tx);
      const head: Head = {
        format: 'naru-backup',
        version: FORMAT,
        at: now().toISOString(),
        schema: await newestMigration(tx),
        tables,
        keyIds: await keyIds(tx),
        checkpoint,
      };
      await put({ name: HEAD, bytes: json(head) });
      const rows: End['rows'] = {};
      for (const table of tables) rows[table] = await readTable(tx, table, put);
      const { objects, absent } = tables.includes('evidence_objects')
        ? await readObjects(tx, put)
        : { objects: 0, absent: [] };
      const sequences = await readSequences(tx);
      const end: End = { rows, sequences, objects, absent, mac: origin.mac(secret) };
      await hand({ name: END, bytes: json(end) });
      return { head, end, bytes };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  if (!lacking) await refuseLacking(db, backed.end.absent);
  return backed;
}

/** A store answers the same for a piece that was let go of and for a bucket that is not there; the database, asked after the snapshot, tells them apart. */
async function refuseLacking(db: Db, absent: readonly string[]): Promise<void> {
  if (absent.length === 0) return;
  const [found] = await rowsOf<{ count: string }>(
    db,
    sql`select count(*) from evidence_objects where file_id is not null and id = any(${`{${absent.join(',')}}`}::uuid[])`,
  );
  if (found?.count && found.count !== '0')
    throw new BackupRefused(
      `The object store does not have ${found.count} pieces of files that the database counts on, so this is no whole backup and none was made. See whether ` +
        'S3_ENDPOINT and S3_BUCKET name the store that the server uses. If the pieces are lost for good: npm run backup -- --lacking backs up the rest.',
    );
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`);

export async function rowsOf<Row>(db: Db | Tx, query: SQL): Promise<Row[]> {
  return ((await db.execute(query)) as unknown as { rows: Row[] }).rows;
}

async function refuseWithoutSchema(db: Db): Promise<void> {
  const [found] = await rowsOf<{ there: boolean }>(
    db,
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('public.vault_secrets') is not null as there`,
  );
  if (!found?.there)
    throw new BackupRefused('There is nothing to back up: this database holds no tables of Naru.');
}

/** How values are written out is a matter of the session; a slow reader of ours is no reason to give the snapshot up. */
async function settle(tx: Tx): Promise<void> {
  for (const setting of [
    "set local time zone 'UTC'",
    "set local bytea_output = 'hex'",
    'set local statement_timeout = 0',
    'set local idle_in_transaction_session_timeout = 0',
  ])
    await tx.execute(sql.raw(setting));
}

async function newestMigration(tx: Tx): Promise<number> {
  const [found] = await rowsOf<{ newest: string }>(
    tx,
    sql`select coalesce(max(created_at), 0)::text as newest from drizzle.__drizzle_migrations`,
  );
  const newest = Number(found?.newest);
  if (newest > Math.max(...knownMigrations()))
    throw new BackupRefused(
      'This database has a newer schema than this version of Naru knows. Back it up with the version that runs on it.',
    );
  return newest;
}

async function keyIds(tx: Tx): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select key_id as id from vault_secrets union select key_id from data_keys where wrapped is not null order by 1`,
  );
  return rows.map(({ id }) => id);
}

/** Every table of ours that is there; each after those that its foreign keys name. The secrets come first. */
async function tablesInOrder(tx: Tx): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    tx,
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      order by relname <> 'vault_secrets', relname`,
  );
  const keys = await rowsOf<{ from: string; to: string }>(
    tx,
    sql`select f.relname as from, t.relname as to from pg_constraint join pg_class f on f.oid = conrelid join pg_class t on t.oid = confrelid
      where contype = 'f' and f.relnamespace = 'public'::regnamespace and f.oid <> t.oid`,
  );
  const ours = madeTables();
  const left = tables.map(({ name }) => name).filter((name) => ours.has(name) && !LEFT_OUT.includes(name));
  const ordered: string[] = [];
  while (left.length > 0) {
    const free = left.findIndex((name) => !keys.some(({ from, to }) => from === name && left.includes(to)));
    if (free < 0) throw new Error(`foreign keys go in a circle: ${left.join(', ')}`);
    ordered.push(...left.splice(free, 1));
  }
  return ordered;
}

/** Puts a table's rows, as many at once as make a part of the usual size. Answers how many there were. */
async function readTable(tx: Tx, table: string, put: Put): Promise<number> {
  await tx.execute(
    sql`declare backup_rows no scroll cursor for select row_to_json(t)::text as line from ${sql.identifier(table)} t`,
  );
  let ask = FIRST_ROWS;
  let count = 0;
  for (let part = 1; ; part += 1) {
    const rows = await rowsOf<{ line: string }>(tx, sql.raw(`fetch ${ask} from backup_rows`));
    if (rows.length === 0) break;
    const bytes = Buffer.from(rows.map(({ line }) => `${line}\n`).join(''));
    await put({ name: rowsName(table, part), bytes });
    count += rows.length;
    ask = Math.min(MOST_ROWS, Math.max(1, Math.floor((PART_BYTES * rows.length) / bytes.length)));
  }
  await tx.execute(sql`close backup_rows`);
  return count;
}

async function readSequences(tx: Tx): Promise<End['sequences']> {
  const names = await rowsOf<{ name: string }>(
    tx,
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`,
  );
  const sequences: End['sequences'] = {};
  for (const { name } of names) {
    const [at] = await rowsOf<{ last: string; called: boolean }>(
      tx,
      sql`select last_value::text as last, is_called as called from ${sql.identifier(name)}`,
    );
    if (at) sequences[name] = [at.last, at.called];
  }
  return sequences;
}

/**
 * Puts the sealed pieces that lie in an object store. The store knows no snapshot: what was let go of since is not there any more, and its file
 * is not to be brought back either; what else is not there is for `refuseLacking`.
 */
async function readObjects(tx: Tx, put: Put): Promise<{ objects: number; absent: string[] }> {
  const absent: string[] = [];
  let objects = 0;
  await tx.execute(
    sql`declare backup_objects no scroll cursor for select id from evidence_objects where file_id is not null`,
  );
  for (;;) {
    const rows = await rowsOf<{ id: string }>(tx, sql.raw(`fetch ${OBJECTS_AT_ONCE} from backup_objects`));
    if (rows.length === 0) break;
    const found = await Promise.all(rows.map(async ({ id }) => ({ id, bytes: await getObject(id) })));
    for (const { id, bytes } of found) {
      if (!bytes) {
        absent.push(id);
        continue;
      }
      await put({ name: objectName(id), bytes });
      objects += 1;
    }
  }
  await tx.execute(sql`close backup_objects`);
  return { objects, absent };
}
