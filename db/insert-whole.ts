import 'server-only';
import { getTableName, is, SQL, sql } from 'drizzle-orm';
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core';
import type { Db, Tx } from './client';
import { oncePerDatabase, UNNAMED } from './once-per-database';

/** Rows of one table. Made by `newRows`, which knows the table's columns. */
export type NewRows = { table: PgTable; rows: readonly Record<string, unknown>[] };
type Statement = { execute: (values: Record<string, unknown>) => Promise<unknown> };

export const newRows = <Table extends PgTable>(
  table: Table,
  rows: readonly PgInsertValue<Table>[],
): NewRows => ({ table, rows });

const statements = oncePerDatabase(() => new Map<string, Statement>());

/**
 * Inserts rows of several tables in one statement: PostgreSQL stores all of them or none. Drizzle puts the statement together once for rows
 * with the same columns: doing that anew took half of what a sos report costs (docs/measured.md). So a value that is SQL stays as it was the
 * first time; what changes in it is a placeholder, whose value stands in `others`.
 */
export async function insertWhole(
  db: Db | Tx,
  inserts: readonly NewRows[],
  others: Record<string, unknown> = {},
): Promise<void> {
  const given = inserts.flatMap(({ table, rows }) =>
    rows.map((row, index) => ({ table, index, columns: Object.entries(row).filter(isGiven) })),
  );
  const name = (table: PgTable, index: number, column: string) => `${getTableName(table)}.${index}.${column}`;
  const shape = given.flatMap(({ table, index, columns }) =>
    columns.map(([column, value]) => `${name(table, index, column)}${isFixed(value) ? `=${value}` : ''}`),
  );
  const values = given.flatMap(({ table, index, columns }) =>
    columns.map(([column, value]) => [name(table, index, column), value] as const),
  );
  const known = statements(db);
  const key = shape.join();
  const statement = known.get(key) ?? putTogether(db, inserts, name);
  known.set(key, statement);
  await statement.execute({ ...Object.fromEntries(values), ...others });
}

function putTogether(
  db: Db | Tx,
  inserts: readonly NewRows[],
  name: (table: PgTable, index: number, column: string) => string,
): Statement {
  const insertOf = ({ table, rows }: NewRows) =>
    rows.map((row, index) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(isGiven)
          .map(([column, value]) => [
            column,
            isFixed(value) ? value : sql.placeholder(name(table, index, column)),
          ]),
      ),
    );
  const wanted = inserts.filter(({ rows }) => rows.length > 0);
  const last = wanted.at(-1);
  if (!last) throw new Error('nothing to insert');
  const before = wanted
    .slice(0, -1)
    .map((one) => db.$with(`made_${getTableName(one.table)}`).as(db.insert(one.table).values(insertOf(one))));
  return db
    .with(...before)
    .insert(last.table)
    .values(insertOf(last))
    .prepare(UNNAMED);
}

const isGiven = ([, value]: [string, unknown]) => value !== undefined;
/** What stands in the statement itself. Drizzle would have a placeholder's null encoded like a value. */
const isFixed = (value: unknown) => value === null || is(value, SQL);
