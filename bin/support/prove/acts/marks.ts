import type pg from 'pg';
import { getDb } from '@/db/client';
import { type Owner, openDataKey } from '@/lib/vault/commands';
import { type DataKey, open } from '@/lib/vault/seal';

type Kind = Owner['kind'];

/** Every sealed column that staff write into, and under whose key it is: a kind and a column, or two columns that say both. */
const SEALED: readonly { table: string; column?: string; owner: string }[] = [
  ...['case_events', 'case_tasks', 'referrals', 'case_sites'].map((table) => ({
    table,
    owner: "'case', case_id",
  })),
  ...['notes', 'messages', 'report_transitions', 'contact_releases'].map((table) => ({
    table,
    owner: "'report', report_id",
  })),
  {
    table: 'report_sections',
    owner: "case section when 'S6' then 'compartment' else 'report' end, report_id",
  },
  { table: 'report_requests', column: 'sealed_answer', owner: "'report', report_id" },
  {
    table: 'level_changes',
    owner: "case when case_id is null then 'report' else 'case' end, coalesce(case_id, report_id)",
  },
  { table: 'approvals', owner: 'subject_kind, subject_id' },
  { table: 'approvals', column: 'sealed_answer', owner: 'subject_kind, subject_id' },
  { table: 'persons', owner: "'person', id" },
  { table: 'person_facts', owner: "'person', person_id" },
  { table: 'returns', owner: "'return', id" },
  { table: 'return_persons', owner: "'return', return_id" },
  { table: 'sites', owner: "'site', id" },
];

const MARK = /표시 [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Opens everything that staff wrote, and answers for each mark in how many rows of which table it stands; `approvals.answer` is a table here. */
export async function findMarks(client: pg.ClientBase): Promise<Map<string, Record<string, number>>> {
  const found = new Map<string, Record<string, number>>();
  const keys = new Map<string, DataKey>();
  const keyOf = async (owner: Owner) => {
    const name = `${owner.kind}/${owner.id}`;
    const key = keys.get(name) ?? (await openDataKey(getDb(), owner));
    keys.set(name, key);
    return key;
  };
  for (const { table, column = 'sealed', owner } of SEALED) {
    const { rows } = await client.query<[string, Kind, string, Buffer]>({
      text: `select id, ${owner}, ${column} from ${table} where ${column} is not null`,
      rowMode: 'array',
    });
    const name = column === 'sealed' ? table : `${table}.answer`;
    for (const [row, kind, id, sealed] of rows) {
      const said = JSON.stringify(open<unknown>(await keyOf({ kind, id }), { table, row, column }, sealed));
      for (const mark of new Set(said.match(MARK) ?? [])) {
        const counts = found.get(mark) ?? {};
        counts[name] = (counts[name] ?? 0) + 1;
        found.set(mark, counts);
      }
    }
  }
  return found;
}
