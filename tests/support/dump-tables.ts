import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

type Rows<Row> = { rows: Row[] };

/** Every row of every table as text, a string a table: what someone with the database, and no key, has in hand. */
export async function dumpTables(db: Db): Promise<string[]> {
  const tables = (await db.execute(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  )) as Rows<{ name: string }>;
  const dumps: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = (await db.execute(sql.raw(`select t::text as row from "${name}" t`))) as Rows<{
      row: string;
    }>;
    dumps.push(rows.map((one) => one.row).join('\n'));
  }
  return dumps;
}
