import 'server-only';
import { type DataKey, open, seal } from '@/lib/vault/seal';

/** Tables whose one sealed column is called so. */
type Table =
  | 'case_events'
  | 'case_tasks'
  | 'persons'
  | 'person_facts'
  | 'level_changes'
  | 'contact_releases'
  | 'referrals'
  | 'case_sites'
  | 'sites'
  | 'returns'
  | 'return_persons';

const place = (table: Table, row: string) => ({ table, row, column: 'sealed' });

/** Seals what a row of casework says, bound to that row. */
export const sealRow = (key: DataKey, table: Table, id: string, value: unknown) =>
  seal(key, place(table, id), value);

/** Opens what a row of casework says. */
export const openRow = <Value>(key: DataKey, table: Table, row: { id: string; sealed: Buffer }) =>
  open<Value>(key, place(table, row.id), row.sealed);
