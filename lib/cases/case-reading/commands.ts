import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { cases } from '@/db/schema/cases';
import { type RecordEntry, withAudit } from '@/lib/audit/commands';
import { mergeParts } from '@/lib/reports/merge-parts';
import type { SectionAnswers } from '@/lib/reports/posted';
import { openSections } from '@/lib/reports/stored/queries';
import { can, type Permission } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import { isCaseNumber } from '../case-number';
import { type CaseRow, isRecused } from '../case-work/commands';
import { markCaseRead } from '../reading/commands';
import { reportsOfCase } from '../reading/queries';

/**
 * One way to what hangs on a case for every page that shows a part of it: permission, no recusal, and the reading recorded on the case in the transaction
 * that reads. Null when there is no such case for this person.
 */
export async function readingCase<Result>(
  db: Db,
  actor: StaffActor,
  permission: Permission,
  number: string,
  read: (tx: Tx, row: CaseRow, record: RecordEntry) => Promise<Result | null>,
): Promise<Result | null> {
  if (!can(actor.roles, permission) || !isCaseNumber(number)) return null;
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(cases).where(eq(cases.number, number));
    if (!row || (await isRecused(tx, row.id, actor.id))) return null;
    // The case's chain before those of what is in it, as whoever works on it locks them.
    const others: Parameters<RecordEntry>[] = [];
    const found = await read(tx, row, async (...entry) => void others.push(entry));
    if (found === null) return null;
    await markCaseRead(tx, row.id, actor);
    await record({ kind: 'case', id: row.id }, { kind: 'staff', id: actor.id }, 'case.read');
    for (const entry of others) await record(...entry);
    return found;
  });
}

/** A report of a case that something can be taken from. */
export type CaseSource = { reference: string; receivedAt: Date };

/** The reports of a case, and the answers of one of them when it is named: opening it is recorded. Never S6, which has readers of its own. */
export async function sourcesOf(
  tx: Tx,
  row: CaseRow,
  record: RecordEntry,
  actor: StaffActor,
  reference: string | undefined,
): Promise<{ sources: CaseSource[]; answers: SectionAnswers | null }> {
  const linked = await reportsOfCase(tx, row.id);
  const sources = linked.map(({ reference: ref, receivedAt }) => ({ reference: ref, receivedAt }));
  const chosen = linked.find((one) => one.reference === reference);
  if (!chosen) return { sources, answers: null };
  await record({ kind: 'report', id: chosen.id }, { kind: 'staff', id: actor.id }, 'report.read', {
    case: row.id,
  });
  const key = await openDataKey(tx, { kind: 'report', id: chosen.id });
  return { sources, answers: mergeParts(await openSections(tx, chosen.id, key)).answers };
}
