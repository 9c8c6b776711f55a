import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseReports } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';

/** Whether any report has ever been stored here. */
export async function hasReports(db: Db): Promise<boolean> {
  return (await db.select({ id: reports.id }).from(reports).limit(1)).length > 0;
}

/** When a report was received; null when there is none. */
export async function receivedAtOf(db: Db, id: string): Promise<Date | null> {
  const [row] = await db.select({ at: reports.receivedAt }).from(reports).where(eq(reports.id, id));
  return row?.at ?? null;
}

/** Whether a report is in a case now. */
export async function isReportInCase(tx: Tx, reportId: string): Promise<boolean> {
  const here = and(eq(caseReports.reportId, reportId), isNull(caseReports.unlinkedAt));
  return (await tx.$count(caseReports, here)) > 0;
}
