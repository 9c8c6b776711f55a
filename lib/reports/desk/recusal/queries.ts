import 'server-only';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseRecusals, caseReports } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import type { StaffActor } from '@/lib/staff/session';

/**
 * Whether somebody has stepped back from the case that a report is in: then its reports are no more theirs than the case. Asked of the rows
 * themselves, because reports know nothing of the rules of cases. A report that was taken out of the case again is not bound by it.
 */
export async function isRecusedFromReport(db: Db | Tx, reportId: string, staffId: string): Promise<boolean> {
  const [found] = await db
    .select({ caseId: caseRecusals.caseId })
    .from(caseRecusals)
    .innerJoin(caseReports, eq(caseReports.caseId, caseRecusals.caseId))
    .where(
      and(
        eq(caseReports.reportId, reportId),
        isNull(caseReports.unlinkedAt),
        eq(caseRecusals.staffId, staffId),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** Everybody who has stepped back from the case that a report is in. */
export async function recusedFromReport(db: Db | Tx, reportId: string): Promise<string[]> {
  const rows = await db
    .select({ id: caseRecusals.staffId })
    .from(caseRecusals)
    .innerJoin(caseReports, eq(caseReports.caseId, caseRecusals.caseId))
    .where(and(eq(caseReports.reportId, reportId), isNull(caseReports.unlinkedAt)));
  return rows.map((row) => row.id);
}

type ReportRow = typeof reports.$inferSelect;

/** Locks a report for somebody at the desk. Null when there is none, or it is in a case that they have stepped back from. */
export async function lockReportFor(tx: Tx, actor: StaffActor, reference: string): Promise<ReportRow | null> {
  const [report] = await tx.select().from(reports).where(eq(reports.reference, reference)).for('update');
  return report && !(await isRecusedFromReport(tx, report.id, actor.id)) ? report : null;
}

/** For a list of reports: leaves out those of cases that this person has stepped back from. */
export const notRecusedFromReport = (staffId: string): SQL<boolean> =>
  sql<boolean>`not exists (select 1 from ${caseRecusals} join ${caseReports} on ${caseReports.caseId} = ${caseRecusals.caseId}
  where ${caseReports.reportId} = ${reports.id} and ${caseReports.unlinkedAt} is null and ${caseRecusals.staffId} = ${staffId})`;
