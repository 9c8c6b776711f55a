import 'server-only';
import { and, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { caseRecusals, cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { notRecusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { isReference } from '@/lib/reports/reference-shape';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { isUuid } from '@/lib/uuid';
import { isCaseNumber } from '../case-number';
import {
  assigneeOf,
  type BulkOrder,
  type BulkSubject,
  type LeftOut,
  leftOutOf,
  MOST_AT_ONCE,
  seenOf,
} from './acts';

export type BulkPlan = {
  /** What would be done, in the order the rows were asked for. */
  doable: { subject: BulkSubject; seen: string }[];
  /** `subject` null: there is no such row, or it is not theirs to know of. */
  leftOut: { ref: string; subject: BulkSubject | null; why: LeftOut }[];
};

/** What an act would do to which rows, and which it would leave out. Changes nothing, and reads nothing that is sealed. */
export async function planBulk(
  db: Db,
  actor: StaffActor,
  order: BulkOrder,
  refs: readonly string[],
): Promise<BulkPlan> {
  const plan: BulkPlan = { doable: [], leftOut: [] };
  if (!can(actor.roles, 'report.screen')) return plan;
  const wanted = [...new Set(refs)].slice(0, MOST_AT_ONCE);
  const target = assigneeOf(order, actor.id) ?? null;
  const found = await subjectsOf(db, actor, wanted, target);
  for (const ref of wanted) {
    const subject = found.get(ref) ?? null;
    const why = subject ? leftOutOf(order, subject, actor) : 'unknown';
    // Of a case that somebody has stepped back from they learn nothing but that.
    if (subject && !why) plan.doable.push({ subject, seen: seenOf(subject) });
    else plan.leftOut.push({ ref, subject: why === 'recused' ? null : subject, why: why ?? 'unknown' });
  }
  return plan;
}

async function subjectsOf(
  db: Db,
  actor: StaffActor,
  refs: readonly string[],
  target: string | null,
): Promise<Map<string, BulkSubject>> {
  const found = new Map<string, BulkSubject>();
  const references = refs.filter(isReference);
  if (references.length > 0)
    for (const { row, barred } of await db
      .select({ row: reports, barred: isBarredTo(target) })
      .from(reports)
      .where(and(inArray(reports.reference, references), notRecusedFromReport(actor.id))))
      found.set(row.reference, {
        kind: 'REPORT',
        ref: row.reference,
        state: row.state,
        level: row.level as Level,
        assignedTo: row.assignedTo,
        version: null,
        recused: false,
        targetRecused: barred,
      });
  const numbers = refs.filter(isCaseNumber);
  if (numbers.length === 0 || !can(actor.roles, 'case.read')) return found;
  const rows = await db.select().from(cases).where(inArray(cases.number, numbers));
  const recused = await recusalsAmong(
    db,
    rows.map((row) => row.id),
    [actor.id, ...(target && isUuid(target) ? [target] : [])],
  );
  for (const row of rows)
    found.set(row.number, {
      kind: 'CASE',
      ref: row.number,
      state: row.state,
      level: row.level as Level,
      assignedTo: row.assignedTo,
      version: row.version,
      recused: recused.has(`${row.id}/${actor.id}`),
      targetRecused: target !== null && recused.has(`${row.id}/${target}`),
    });
  return found;
}

/** Whether a report is closed to whom it would be given to. */
const isBarredTo = (target: string | null) =>
  target && isUuid(target) ? sql<boolean>`not ${notRecusedFromReport(target)}` : sql<boolean>`false`;

async function recusalsAmong(db: Db, caseIds: string[], staffIds: string[]): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set();
  const rows = await db
    .select()
    .from(caseRecusals)
    .where(and(inArray(caseRecusals.caseId, caseIds), inArray(caseRecusals.staffId, staffIds)));
  return new Set(rows.map((row) => `${row.caseId}/${row.staffId}`));
}
