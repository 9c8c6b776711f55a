import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

type ForeignKey = { child: string; parent: string; columns: string[]; keys: string[] };

/** Every foreign key of the database, with its columns on both sides in the same order. */
export async function foreignKeys(db: Db): Promise<ForeignKey[]> {
  const names = (table: string, places: string) =>
    `array(select attname::text from unnest(${places}) with ordinality as at (num, place)
      join pg_attribute on attrelid = ${table} and attnum = num order by place)`;
  const { rows } = (await db.execute(
    sql.raw(`select conrelid::regclass::text as child, confrelid::regclass::text as parent,
      ${names('conrelid', 'conkey')} as columns, ${names('confrelid', 'confkey')} as keys from pg_constraint where contype = 'f'`),
  )) as unknown as { rows: ForeignKey[] };
  return rows;
}

/** How many rows name one that is not there. */
export async function rowsWithoutTheirs(
  db: Db,
  { child, parent, columns, keys }: ForeignKey,
): Promise<number> {
  const same = columns.map((column, at) => `parent."${keys[at]}" = child."${column}"`).join(' and ');
  const given = columns.map((column) => `child."${column}" is not null`).join(' and ');
  const { rows } = (await db.execute(
    sql.raw(`select count(*)::int as rows from ${child} as child
      where ${given} and not exists (select 1 from ${parent} as parent where ${same})`),
  )) as unknown as { rows: { rows: number }[] };
  return rows[0]?.rows ?? 0;
}
