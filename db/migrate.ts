import 'server-only';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { driverFor, openDatabase, type Tx, withTransaction } from './client';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number will do as long as it stays: it names the lock under which migrations run. */
const MIGRATION_LOCK = 7_201_025;

/**
 * Brings the database at `url` to the newest schema; two processes that try at once take turns. Each migration has a transaction of its own, so
 * that none holds the locks of another: one that fails undoes itself and stays to be done, those before it stand. The lock is transaction-level
 * because a pooler in transaction mode knows no other, and it is held on a connection of its own.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const { db, close } = openDatabase(url, driverFor(url), 'none');
  try {
    await db.transaction(async (lock) => {
      await lockSchema(lock);
      for (const upTo of knownMigrations()) await withTransaction(db, (tx) => migrateWithin(tx, upTo));
    });
  } finally {
    await close();
  }
}

/** Held to the end of the transaction by whoever changes the schema. */
export async function lockSchema(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
}

/** The migrations that this version knows, oldest first, each by its time in the journal. */
export function knownMigrations(): number[] {
  return readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
}

/** Every table that a migration makes, also those that a later one drops: a database may hold other people's beside them. */
export function madeTables(): Set<string> {
  const statements = readMigrationFiles({ migrationsFolder }).flatMap(({ sql: texts }) => texts);
  return new Set(
    statements.flatMap((text) =>
      [...text.matchAll(/^\s*create table (?:if not exists )?"([a-z_]+)"/gim)].map(([, name]) => name ?? ''),
    ),
  );
}

/**
 * Brings a database to the schema of one migration, in the caller's transaction, which holds `lockSchema`: it is there with what the
 * caller puts into it, or not at all. Called again, it goes on from where it was. Drizzle's own migrator runs them all in one transaction, which it opens itself.
 */
export async function migrateWithin(tx: Tx, upTo: number): Promise<void> {
  await tx.execute(sql`create schema if not exists drizzle`);
  await tx.execute(
    sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  );
  const { rows } = (await tx.execute(
    sql`select coalesce(max(created_at), 0)::text as newest from drizzle.__drizzle_migrations`,
  )) as unknown as { rows: { newest: string }[] };
  const newest = Number(rows[0]?.newest ?? 0);
  for (const { sql: statements, hash, folderMillis } of readMigrationFiles({ migrationsFolder })) {
    if (folderMillis <= newest || folderMillis > upTo) continue;
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
    );
  }
}
