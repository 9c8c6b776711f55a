import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';

/** Rows for several tables, in the order in which the tables have to be filled, stored with one statement a table. */
export class Rows {
  private readonly tables = new Map<PgTable, Record<string, unknown>[]>();

  add<Table extends PgTable>(table: Table, ...rows: Table['$inferInsert'][]): void {
    const known = this.tables.get(table) ?? [];
    this.tables.set(table, known);
    known.push(...rows);
  }

  of(table: PgTable): readonly Record<string, unknown>[] {
    return this.tables.get(table) ?? [];
  }

  /** Stores all of them, the tables in this order; each must be named. */
  async store(tx: Tx, order: readonly PgTable[]): Promise<void> {
    for (const table of order) await insertAll(tx, table, this.of(table));
    for (const table of this.tables.keys())
      if (!order.includes(table)) throw new Error('rows of a table that is not in the order');
  }
}

/** One statement for any number of rows, which go as JSON: parameters would end at 65,535. */
async function insertAll(tx: Tx, table: PgTable, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) =>
    rows.some((row) => row[key] !== undefined),
  );
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const json = `[${rows
    .map((row) => `{${columns.map(([key, { name }]) => `"${name}":${plain(row[key])}`).join(',')}}`)
    .join(',')}]`;
  await tx.execute(
    sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${json}::json)`,
  );
}

/** Bytes as PostgreSQL reads them; left out: null. */
const plain = (value: unknown) =>
  Buffer.isBuffer(value) ? `"\\\\x${value.toString('hex')}"` : (JSON.stringify(value) ?? 'null');
