import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { caseRecusals, caseReports } from '@/db/schema/cases';
import { reportRecusals } from '@/db/schema/reports';
import type { Level } from '@/lib/urgency/levels';
import type { CaseWork } from '../../case-work/commands';
import { refreshCase } from '../../refreshing/commands';
import { tellThatNobodyHas } from '../letting-go/commands';

/** A case that was theirs who has stepped back is nobody's, and supervisors are told. `event`: the entry that says so. */
export async function leaveUndone({ tx, row }: CaseWork, staffId: string, event: string): Promise<void> {
  const wasTheirs = row.assignedTo === staffId;
  await refreshCase(tx, row, wasTheirs ? { assignedTo: null } : {});
  if (wasTheirs) await tellThatNobodyHas(tx, { kind: 'case', id: row.id }, row.level as Level, event);
}

/** Who has stepped back from a report has stepped back from the case that it comes into. Whoever the case was of in that is answered. */
export async function carryRecusals(
  work: CaseWork,
  report: { id: string; reference: string },
): Promise<string | null> {
  const { tx, row, at } = work;
  let left: { staffId: string; event: string } | null = null;
  for (const { staffId, by } of await tx
    .select()
    .from(reportRecusals)
    .where(eq(reportRecusals.reportId, report.id))) {
    const [carried] = await tx
      .insert(caseRecusals)
      .values({ caseId: row.id, staffId, at, by })
      .onConflictDoNothing()
      .returning();
    if (!carried) continue;
    const event = await work.note({
      ...{ kind: 'RECUSED', refId: staffId },
      words: { from: report.reference },
      detail: { staff: staffId, report: report.id },
    });
    if (row.assignedTo === staffId) left = { staffId, event };
  }
  // Told only now: who is carried in after them is not told either.
  if (left) await tellThatNobodyHas(tx, { kind: 'case', id: row.id }, row.level as Level, left.event);
  return left?.staffId ?? null;
}

/** Who is let back to a case is let back to the reports that are in it. */
export async function letBackToReports({ tx, row, record, actor }: CaseWork, staffId: string): Promise<void> {
  const here = tx
    .select({ id: caseReports.reportId })
    .from(caseReports)
    .where(and(eq(caseReports.caseId, row.id), isNull(caseReports.unlinkedAt)));
  const lifted = await tx
    .delete(reportRecusals)
    .where(and(eq(reportRecusals.staffId, staffId), inArray(reportRecusals.reportId, here)))
    .returning({ id: reportRecusals.reportId });
  for (const { id } of lifted)
    await record({ kind: 'report', id }, { kind: 'staff', id: actor.id }, 'report.let-back', {
      staff: staffId,
    });
}
