import 'server-only';
import { and, desc, eq, lt, ne, notExists, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { caseRecusals, cases } from '@/db/schema/cases';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import type { CaseState, Disposition } from '../code-lists';
import type { ListCursor } from './cursor';

const PAGE = 50;

export type ListedCase = {
  id: string;
  number: string;
  state: CaseState;
  stateChangedAt: Date;
  disposition: Disposition | null;
  level: Level;
  province: string | null;
  assignedName: string | null;
};
export type CaseListFilters = { state: CaseState | 'OPEN' | 'ALL'; after: ListCursor | null };

/** Every case there is, closed ones too: the last change of state first, cut by key. Never one that the person has stepped back from. */
export async function listCases(
  db: Db,
  actor: StaffActor,
  { state, after }: CaseListFilters,
): Promise<{ rows: ListedCase[]; next: ListCursor | null }> {
  if (!can(actor.roles, 'case.read')) return { rows: [], next: null };
  const recused = db
    .select({ one: sql`1` })
    .from(caseRecusals)
    .where(and(eq(caseRecusals.caseId, cases.id), eq(caseRecusals.staffId, actor.id)));
  const found = await db
    .select()
    .from(cases)
    .where(
      and(
        state === 'ALL' ? undefined : state === 'OPEN' ? ne(cases.state, 'CLOSED') : eq(cases.state, state),
        after
          ? or(
              lt(cases.stateChangedAt, after.at),
              and(eq(cases.stateChangedAt, after.at), lt(cases.id, after.id)),
            )
          : undefined,
        notExists(recused),
      ),
    )
    .orderBy(desc(cases.stateChangedAt), desc(cases.id))
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE);
  const names = await staffNames(
    db,
    page.flatMap((row) => row.assignedTo ?? []),
  );
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: row.id,
      number: row.number,
      state: row.state as CaseState,
      stateChangedAt: row.stateChangedAt,
      disposition: row.disposition as Disposition | null,
      level: row.level as Level,
      province: row.province,
      assignedName: row.assignedTo ? (names.get(row.assignedTo) ?? '–') : null,
    })),
    next: found.length > PAGE && last ? { at: last.stateChangedAt, id: last.id } : null,
  };
}
