import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { knownMigrations, lockSchema, migrateWithin } from '@/db/migrate';
import { checkpointsLieHere, lastShipped, shippedHere, shipRestored } from '@/lib/audit/checkpoints/commands';
import type { Shipped } from '@/lib/audit/checkpoints/line';
import { withAudit } from '@/lib/audit/commands';
import { BACKUPS } from '@/lib/audit/entry';
import { type AuditVerdict, verifyAudit } from '@/lib/audit/queries';
import { now } from '@/lib/clock';
import { objectStoreSettings } from '@/lib/env';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { ledgerInLog } from '@/lib/retention/ledger/queries';
import { type Replayed, replayLedger } from '@/lib/retention/replay/commands';
import type { Entry } from './archive';
import type { End, Head } from './contents';
import { RestoredObjects } from './objects';
import { type Backed, readEverything, rowsOf } from './queries';
import { readSteps } from './reading';
import { BackupRefused } from './refused';

const SYSTEM = { kind: 'system', id: null } as const;

/**
 * Hands out everything that belongs into a backup, and records before that it was; whoever reads the audit sees each one. `lacking`: also when the
 * object store has lost pieces of files.
 */
export async function backUp(db: Db, put: (entry: Entry) => Promise<void>, lacking = false): Promise<Backed> {
  const before = () => withAudit(db, (_tx, record) => record(BACKUPS, SYSTEM, 'backup.made'));
  return readEverything(db, put, before, lacking);
}

export type Restored = {
  head: Head;
  end: End;
  /** How the audit in the backup held, by itself and against what had been shipped to this machine until the backup was made. */
  audit: AuditVerdict;
  /** What the checkpoints on this machine say to it: there are none from before the backup; it holds against them; or they are not those it knew. */
  checkpoints: 'none' | 'held' | 'cut-off';
  /** What was erased since and was erased here again; null where no ledger of erasures lies on this machine. */
  erased: Replayed | null;
  /** Pieces of files that lay in an object store and lie in the database now. */
  moved: number;
  /** The database stands, and the checkpoints on this machine could not be told so: they will take the way back for tampering. */
  untold: boolean;
};

type Filled = Omit<Restored, 'untold'> & { to: number };

/**
 * Fills an empty database with what a backup holds, in one transaction: rows as they were, at the schema of the backup, then brought to the
 * newest one. Whatever is not as it has to be throws before anything is stored; then, and when this process is killed, the database is as
 * empty as it was. Sessions are not in a backup; invitations that were open end here, and what was erased since is erased again.
 * `meant`: whether it takes the place of the installation whose checkpoints lie here, or is a drill beside it and leaves them alone. Where
 * some lie here it has to be said: what is written behind them ends what they prove about the database that goes on.
 * `erasureLog`: the lines of a log that tells what was erased, where no ledger lies on this machine's disk.
 */
export async function restore(
  db: Db,
  entries: AsyncIterable<Entry>,
  meant: 'replaces' | 'drill' | null,
  erasureLog?: AsyncIterable<string>,
): Promise<Restored> {
  if (!meant && (await checkpointsLieHere()))
    throw new BackupRefused(
      'Checkpoints of an installation lie in NARU_DATA_DIR. Say what this database is for: --replaces, when it takes the place of that one; --drill, when ' +
        'you try a restore and that one goes on. Nothing was restored.',
    );
  const objects = new RestoredObjects();
  if (objectStoreSettings()) await objects.undo();
  let done: Filled;
  try {
    done = await db.transaction((tx) => fill(tx, readSteps(entries), objects, erasureLog));
  } catch (error) {
    if (objectStoreSettings()) await objects.undo();
    throw error;
  }
  const { to, ...restored } = done;
  // It is committed: whatever fails from here on is told, and is no failed restore.
  const untold =
    meant !== 'drill' && !(await succeeds('backup.checkpoints-untold', () => shipRestored(db, to)));
  await succeeds('backup.not-analyzed', () => db.execute(sql`analyze`));
  return { ...restored, untold };
}

async function succeeds(event: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    log.warn(event, describeError(error));
    return false;
  }
}

async function fill(
  tx: Tx,
  steps: ReturnType<typeof readSteps>,
  objects: RestoredObjects,
  erasureLog?: AsyncIterable<string>,
): Promise<Filled> {
  for (const setting of ['statement_timeout', 'idle_in_transaction_session_timeout'])
    await tx.execute(sql.raw(`set local ${setting} = 0`));
  await lockSchema(tx);
  await refuseFullDatabase(tx);
  let head: Head | undefined;
  let moved = 0;
  let atNewest = false;
  const toNewest = async () => {
    if (atNewest || !head) return;
    await setTriggers(tx, 'enable');
    await migrateWithin(tx, Number.POSITIVE_INFINITY);
    atNewest = true;
  };
  for await (const step of steps) {
    if (step.kind === 'head') {
      head = step.head;
      await makeTables(tx, head);
    } else if (step.kind === 'rows') {
      await insertRows(tx, step.table, step.lines);
    } else if (step.kind === 'object') {
      await toNewest();
      moved += await placeObject(tx, objects, step.id, step.bytes);
    } else if (head) {
      await toNewest();
      const { end } = step;
      await settleObjects(tx, end);
      await setSequences(tx, end);
      const { checkpoints, shipped, to } = await standing(tx, head);
      const audit = await verifyAudit(tx, shipped);
      await tx.execute(
        sql`update staff_invitations set expires_at = ${now().toISOString()} where used_at is null and expires_at > ${now().toISOString()}`,
      );
      const { at } = head;
      await withAudit(tx, (_tx, record) => record(BACKUPS, SYSTEM, 'backup.restored', { at }));
      const erased = await replayLedger(tx, erasureLog && (await ledgerInLog(tx, erasureLog)));
      // The last thing before the commit: killed between the two, a few objects stay behind, but none that counts is ever deleted.
      await objects.keep();
      return { head, end, audit, checkpoints, erased, moved, to };
    }
  }
  throw new Error('an archive ended without its end');
}

async function refuseFullDatabase(tx: Tx): Promise<void> {
  const found = await rowsOf(
    tx,
    sql`select 1 from pg_class where relkind in ('r', 'p') and relnamespace in (select oid from pg_namespace where nspname in ('public', 'drizzle')) limit 1`,
  );
  if (found.length > 0)
    throw new BackupRefused(
      'This database is not empty, and a backup is restored into an empty one only. With POSTGRES_URL, name an empty database; on one machine, let ' +
        'NARU_DATA_DIR name a new directory and put secrets.env into it. What is here stays as it is.',
    );
}

/** The tables as they were when the backup was made. A migration may put rows into them; those are in the backup too. */
async function makeTables(tx: Tx, { schema, tables }: Head): Promise<void> {
  if (!knownMigrations().includes(schema))
    throw new BackupRefused(
      'This backup was made by a newer version of Naru than this one. Update Naru, then restore it.',
    );
  await migrateWithin(tx, schema);
  await setTriggers(tx, 'disable');
  for (const table of tables.toReversed()) await tx.execute(sql`delete from ${sql.identifier(table)}`);
}

/** Our own triggers, which keep the audit from being changed and note what has to be indexed: what is restored went through them already. */
async function setTriggers(tx: Tx, to: 'enable' | 'disable'): Promise<void> {
  const tables = await rowsOf<{ name: string }>(
    tx,
    sql`select distinct relname as name from pg_trigger join pg_class on pg_class.oid = tgrelid
      where not tgisinternal and relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of tables)
    await tx.execute(sql`alter table ${sql.identifier(name)} ${sql.raw(to)} trigger user`);
}

async function insertRows(tx: Tx, table: string, lines: readonly string[]): Promise<void> {
  const name = sql.identifier(table);
  await tx.execute(
    sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${`[${lines.join(',')}]`}::json)`,
  );
}

/** Puts a piece of a file where files go now: into the object store under a new name, or into the database. Answers how many went into that. */
async function placeObject(tx: Tx, objects: RestoredObjects, id: string, bytes: Buffer): Promise<0 | 1> {
  if (objectStoreSettings()) {
    const name = await objects.put(bytes);
    await tx.execute(sql`update evidence_objects set id = ${name} where id = ${id}`);
    return 0;
  }
  await tx.execute(
    sql`insert into evidence_chunks (file_id, variant, seq, sealed)
      select file_id, variant, seq, ${bytes} from evidence_objects where id = ${id}`,
  );
  await tx.execute(sql`delete from evidence_objects where id = ${id}`);
  return 1;
}

/** What no object came for was loose, or was let go of while the backup was made: this database has no say over it. */
async function settleObjects(tx: Tx, { absent }: End): Promise<void> {
  for (const id of absent) await tx.execute(sql`delete from evidence_objects where id = ${id}`);
  await tx.execute(sql`delete from evidence_objects where file_id is null`);
  if (!objectStoreSettings())
    await tx.execute(sql`update evidence_files set store = 'postgres' where store = 's3'`);
}

async function setSequences(tx: Tx, { sequences }: End): Promise<void> {
  for (const [name, [last, called]] of Object.entries(sequences))
    await tx.execute(
      sql`select setval(found, ${last}::bigint, ${called}::boolean) from to_regclass(${`public.${name}`}) found where found is not null`,
    );
}

/** What had been shipped to this machine by the time the backup was made, and up to which line. */
async function standing(
  tx: Tx,
  { checkpoint }: Head,
): Promise<{ checkpoints: Restored['checkpoints']; shipped: Shipped | null; to: number }> {
  const to = checkpoint?.seq ?? 0;
  if (to === 0 || !(await lastShipped(tx))) return { checkpoints: 'none', shipped: null, to: 0 };
  const shipped = await shippedHere(tx, to);
  return shipped?.macs[to - 1] === checkpoint?.mac
    ? { checkpoints: 'held', shipped, to }
    : { checkpoints: 'cut-off', shipped: null, to: 0 };
}
