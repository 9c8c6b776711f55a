import { type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { countStatement, workStatement } from '@/lib/cases/queue/queries';
import { WORK_VIEWS } from '@/lib/cases/queue/views';
import { candidateStatement } from '@/lib/search/commands';
import { readQuery } from '@/lib/search/terms';
import { lookupOf, searchKeys } from '@/lib/search/tokens';
import type { StaffActor } from '@/lib/staff/session';
import { vaultSecret } from '@/lib/vault/secrets';
import type { Measure } from './measure';

/** Tables that grow with every report: no plan may read one of them whole. */
const GROWING = [
  'reports',
  'report_sections',
  'messages',
  'cases',
  'case_reports',
  'case_persons',
  'clocks',
  'search_documents',
];

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

/** Every statement of the queue, its views and counts, and of search; how often each would read a growing table whole. */
export async function deskPlans(
  db: Db,
  staffId: string,
  words: readonly string[],
): Promise<Omit<Measure, 'part'>> {
  // The statements ask who somebody is and what they may do; nobody is signed in here.
  const actor = { id: staffId, roles: ['CASEWORKER'] } as unknown as StaffActor;
  const keys = searchKeys(await vaultSecret(db, 'index'));
  const statements: [string, SQL][] = [['all counts', await countStatement(db, actor)]];
  for (const view of WORK_VIEWS) {
    const filters = { view, level: null, kind: null, province: null, after: null };
    statements.push([`view ${view}`, await workStatement(db, actor, filters)]);
  }
  for (const word of words) {
    const lookups = readQuery(word).map((one) => lookupOf(keys, one));
    statements.push([`search for ${word}`, candidateStatement(lookups)]);
  }
  const read: string[] = [];
  for (const [what, statement] of statements)
    for (const table of await readWhole(db, statement)) read.push(`${what}: ${table}`);
  return {
    what: [`plans of ${statements.length} statements: tables read whole`, ...read].join('; '),
    value: read.length,
    unit: '',
    bar: { atMost: 0 },
  };
}

/** The growing tables that the plan of a statement reads whole. */
export async function readWhole(db: Db | Tx, statement: SQL): Promise<string[]> {
  const { rows } = (await db.execute(sql`explain (format json) ${statement}`)) as unknown as {
    rows: { 'QUERY PLAN': { Plan: Plan }[] }[];
  };
  const found: string[] = [];
  const visit = (plan: Plan) => {
    const table = plan['Relation Name'] ?? '';
    if (/Seq Scan/.test(plan['Node Type']) && GROWING.includes(table)) found.push(table);
    for (const part of plan.Plans ?? []) visit(part);
  };
  for (const row of rows) for (const { Plan } of row['QUERY PLAN']) visit(Plan);
  return found;
}
