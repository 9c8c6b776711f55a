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

/** Opens a pool of its own; the caller closes it. `limits`: 'none' for a migration, which may take as long as it takes. */
export function openDatabase(
  url: string,
  driver = driverFor(url),
  limits: 'serving' | 'none' = 'serving',
): Connection {
  return driver === 'vercel' ? openVercelPostgres(url, limits) : openNodePostgres(url, limits);
}

/** Next evaluates modules more than once in a process, so the pool stands on globalThis. */
const shared = globalThis as typeof globalThis & { naruDatabase?: Connection };

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
