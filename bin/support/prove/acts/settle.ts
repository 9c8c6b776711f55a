import pg from 'pg';
import type { Counted, Deed, Ledger } from './ledger';
import { findMarks } from './marks';

export type Verdict = { lost: string[]; doubled: string[]; half: string[]; refusedAndDone: string[] };

/**
 * Holds what was answered against what is stored: what was acknowledged is there once and whole; what was refused is not there, unless an
 * answer before the refusal was lost: then it is there whole, or not at all.
 */
export async function settleActs(ledger: Ledger): Promise<Verdict> {
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL });
  await client.connect();
  const verdict: Verdict = { lost: [], doubled: [], half: [], refusedAndDone: [] };
  try {
    const marks = await findMarks(client);
    for (const deed of ledger.deeds) judge(verdict, deed, deed.rows, marks.get(deed.mark) ?? {});
    for (const one of ledger.counted)
      judge(verdict, one, { counted: 1 }, { counted: await count(client, one) });
    return verdict;
  } finally {
    await client.end();
  }
}

async function count(client: pg.ClientBase, { statement, values }: Counted): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from (${statement}) found`, [
    ...values,
  ]);
  return rows[0]?.n ?? 0;
}

type Rows = Readonly<Record<string, number>>;

export function judge(
  verdict: Verdict,
  { what, answer }: Pick<Deed, 'what' | 'answer'>,
  expected: Rows,
  found: Rows,
): void {
  const tables = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  const many = (rows: Rows, table: string) => rows[table] ?? 0;
  const told = `${what}, ${answer.outcome} ${answer.why}: ${tables
    .map((table) => `${table} ${many(found, table)} of ${many(expected, table)}`)
    .join(', ')}`;
  const isThere = tables.every((table) => many(found, table) === many(expected, table));
  const isNowhere = tables.every((table) => many(found, table) === 0);
  if (tables.some((table) => many(found, table) > many(expected, table))) verdict.doubled.push(told);
  else if (!isThere && !isNowhere) verdict.half.push(told);
  else if (answer.outcome === 'done' && !isThere) verdict.lost.push(told);
  else if (answer.outcome === 'refused' && !answer.lost && !isNowhere) verdict.refusedAndDone.push(told);
}
