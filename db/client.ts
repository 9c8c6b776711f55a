import 'server-only';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { env, requireSecret } from '@/lib/env';
import { openNodePostgres } from './drivers/node-postgres';
import { openVercelPostgres } from './drivers/vercel-postgres';

/** The database, whichever driver carries it. Queries take this as their first parameter. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** An open transaction. A function that needs its caller's transaction takes this type. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

export type Connection = { db: Db; close: () => Promise<void> };

const VERCEL_HOSTS = /(^|\.)(neon\.tech|vercel-storage\.com)$/;

/** `@vercel/postgres` for its own hosts or when asked for, `pg` for every other server. */
export function driverFor(url: string, asked = env().POSTGRES_DRIVER): 'pg' | 'vercel' {
  return asked ?? (VERCEL_HOSTS.test(new URL(url).hostname) ? 'vercel' : 'pg');
}

/** Opens a pool of its own; the caller closes it. `limits`: 'none' for what may take as long as it takes: a migration, a backup, a restore. */
export function openDatabase(
  url: string,
  driver = driverFor(url),
  limits: 'serving' | 'none' = 'serving',
): Connection {
  const opened = driver === 'vercel' ? openVercelPostgres(url, limits) : openNodePostgres(url, limits);
  shared.naruAnew ??= new WeakMap();
  shared.naruAnew.set(opened.db, () => openDatabase(url, driver, 'none'));
  return opened;
}

/** Next evaluates modules more than once in a process, so the pool stands on globalThis, and so does how to open each database anew. */
const shared = globalThis as typeof globalThis & {
  naruDatabase?: Connection;
  naruAnew?: WeakMap<Db, () => Connection>;
};

/** This process's database. */
export function getDb(): Db {
  shared.naruDatabase ??= openDatabase(requireSecret('POSTGRES_URL'));
  return shared.naruDatabase.db;
}

/** Ends this process's pool, so that a command can finish. */
export async function closeDb(): Promise<void> {
  await shared.naruDatabase?.close();
  shared.naruDatabase = undefined;
}

/** Runs `work` in one transaction: all of it is stored, or none. */
export function withTransaction<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.transaction(work);
}

/**
 * The same on a connection of its own to the database of `db`, for work of minutes: no time limit of ours holds on either side, so `work`
 * sets the server's with `set local`. `db` is what `openDatabase` or `getDb` gave, not a transaction.
 */
export async function withLongTransaction<Result>(
  db: Db,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const openAnew = shared.naruAnew?.get(db);
  if (!openAnew) throw new Error('a long transaction needs a database that was opened, not a transaction');
  const own = openAnew();
  try {
    return await own.db.transaction(work);
  } finally {
    await own.close();
  }
}
