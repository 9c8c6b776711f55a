import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

export type Rows = Record<string, string[]>;

/** Every row of every table but those named, as text, in an order that does not depend on where it lies. */
export async function exportRows(db: Db, but: readonly string[] = []): Promise<Rows> {
  const exported: Rows = {};
  for (const name of await tableNames(db)) {
    if (but.includes(name)) continue;
    const { rows } = (await db.execute(
      sql`select t::text as row from ${sql.identifier(name)} t order by t::text collate "C"`,
    )) as unknown as { rows: { row: string }[] };
    exported[name] = rows.map(({ row }) => row);
  }
  return exported;
}

/** The tables of ours that are there. */
export async function tableNames(db: Db): Promise<string[]> {
  const { rows } = (await db.execute(
    sql`select tablename as name from pg_tables where schemaname in ('public', 'drizzle') order by 1`,
  )) as unknown as { rows: { name: string }[] };
  return rows.map(({ name }) => name).filter((name) => name !== '__drizzle_migrations');
}
