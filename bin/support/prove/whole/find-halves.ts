import pg from 'pg';
import { getDb } from '@/db/client';
import { verifyAudit } from '@/lib/audit/queries';
import { OF_ACCOUNTS } from './of-accounts';
import { OF_CASES } from './of-cases';
import { OF_DECISIONS } from './of-decisions';
import { OF_HAND_OVERS } from './of-hand-overs';
import { OF_PEOPLE } from './of-people';
import { OF_PLACES } from './of-places';
import { OF_REPORTS } from './of-reports';

/** What must not be, and the statement that finds it: one row each, the first column says which. */
export type Halves = Readonly<Record<string, string>>;

/**
 * What is whole in this database, said the other way round: each statement finds what lacks its other half (a step without its audit entry, a case
 * that does not stand where its timeline says, a clock that was not stopped). They ask about the whole database, whoever wrote to it.
 */
export const HALVES = {
  ...OF_ACCOUNTS,
  ...OF_REPORTS,
  ...OF_CASES,
  ...OF_PEOPLE,
  ...OF_PLACES,
  ...OF_HAND_OVERS,
  ...OF_DECISIONS,
};

/** Every half that a database holds, by what it is; empty when all is whole. */
export async function findHalves(client: pg.ClientBase, halves: Halves = HALVES): Promise<string[]> {
  const found: string[] = [];
  for (const [what, statement] of Object.entries(halves)) {
    const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' });
    if (rows.length > 0) found.push(`${rows.length} × ${what} (${String(rows[0]?.[0])})`);
  }
  return found;
}

/** The same for the database at hand, and where the audit breaks. */
export async function halvesHere(): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL });
  await client.connect();
  try {
    const { breaks } = await verifyAudit(getDb());
    const broken = breaks.map(
      ({ objectKind, objectId, what }) => `audit of ${objectKind}/${objectId}: ${what}`,
    );
    return [...(await findHalves(client)), ...broken];
  } finally {
    await client.end();
  }
}
