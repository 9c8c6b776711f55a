import 'server-only';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Db, Tx } from '@/db/client';
import { caseRecusals, caseReports } from '@/db/schema/cases';
import { reportRecusals, reports } from '@/db/schema/reports';
import type { StaffActor } from '@/lib/staff/session';

/**
 * Whether somebody has stepped back from a report, or from the case that it is in: then it is no more theirs. Asked of the rows themselves,
 * because reports know nothing of the rules of cases. A report that is taken out of a case takes the case's along.
 */
export async function isRecusedFromReport(db: Db | Tx, reportId: string, staffId: string): Promise<boolean> {
  const [found] = await db
    .select({ back: sql<boolean>`not ${notRecusedFromReport(staffId)}` })
    .from(reports)
    .where(eq(reports.id, reportId));
  return found?.back ?? false;
}

/** Everybody who has stepped back from a report or from the case that it is in. */
export async function recusedFromReport(db: Db | Tx, reportId: string): Promise<string[]> {
  const itself = db
    .select({ id: reportRecusals.staffId })
    .from(reportRecusals)
    .where(eq(reportRecusals.reportId, reportId));
  const ofCase = db
    .select({ id: caseRecusals.staffId })
    .from(caseRecusals)
    .innerJoin(caseReports, eq(caseReports.caseId, caseRecusals.caseId))
    .where(and(eq(caseReports.reportId, reportId), isNull(caseReports.unlinkedAt)));
  return (await union(itself, ofCase)).map((row) => row.id);
}

type ReportRow = typeof reports.$inferSelect;

/** Locks a report for somebody at the desk. Null when there is none, or they have stepped back from it or from its case. */
export async function lockReportFor(tx: Tx, actor: StaffActor, reference: string): Promise<ReportRow | null> {
  const [report] = await tx.select().from(reports).where(eq(reports.reference, reference)).for('update');
  return report && !(await isRecusedFromReport(tx, report.id, actor.id)) ? report : null;
}

/** For a list of reports that are in no case: leaves out those that this person has stepped back from. */
export const notRecusedFromItself = (staffId: string): SQL<boolean> =>
  sql<boolean>`not exists (select 1 from ${reportRecusals}
  where ${reportRecusals.reportId} = ${reports.id} and ${reportRecusals.staffId} = ${staffId})`;

/** For any list of reports: leaves out those, and those of cases that this person has stepped back from. */
export const notRecusedFromReport = (staffId: string): SQL<boolean> =>
  sql<boolean>`(${notRecusedFromItself(staffId)} and not exists (select 1 from ${caseRecusals} join ${caseReports} on ${caseReports.caseId} = ${caseRecusals.caseId}
  where ${caseReports.reportId} = ${reports.id} and ${caseReports.unlinkedAt} is null and ${caseRecusals.staffId} = ${staffId}))`;
