import 'server-only';
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { caseReports } from '@/db/schema/cases';
import { reportReaders, reports } from '@/db/schema/reports';
import { reportNews, situationsOf } from '@/lib/reports/desk/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { ReporterKind } from '@/lib/urgency/answers';
import type { WorkItem } from '../queries';

/** What a row of the queue says besides how urgent it is. */
export type WorkSigns = {
  /** Of a report: who reports. Null for a case. */
  reporter: ReporterKind | null;
  viaSos: boolean;
  /** A code, only for a report that this person has opened: it is an answer. */
  situation: string | null;
  openedByMe: boolean;
  /** Of a case: of any report in it. */
  newMessage: boolean;
  newAddition: boolean;
  openRequest: boolean;
};

const NO_SIGNS: WorkSigns = {
  reporter: null,
  viaSos: false,
  situation: null,
  openedByMe: false,
  newMessage: false,
  newAddition: false,
  openRequest: false,
};

/** The signs of a page of the queue, by the items' ids. */
export async function signsOf(
  db: Db,
  actor: StaffActor,
  items: readonly WorkItem[],
): Promise<(id: string) => WorkSigns> {
  if (!can(actor.roles, 'queue.view') || items.length === 0) return () => NO_SIGNS;
  const ids = (kind: WorkItem['kind']) => items.filter((item) => item.kind === kind).map(({ id }) => id);
  const [ofReports, ofCases] = await Promise.all([
    signsOfReports(db, actor, ids('REPORT')),
    signsOfCases(db, ids('CASE')),
  ]);
  return (id) => ofReports.get(id) ?? ofCases.get(id) ?? NO_SIGNS;
}

async function signsOfReports(db: Db, actor: StaffActor, ids: string[]): Promise<Map<string, WorkSigns>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: reports.id,
      kind: reports.kind,
      viaSos: reports.viaSos,
      readAt: reportReaders.lastReadAt,
      ...reportNews,
    })
    .from(reports)
    .leftJoin(reportReaders, and(eq(reportReaders.reportId, reports.id), eq(reportReaders.staffId, actor.id)))
    .where(inArray(reports.id, ids));
  const opened = rows.filter((row) => row.readAt).map((row) => row.id);
  const situations = await situationsOf(db, opened);
  return new Map(
    rows.map(({ id, kind, readAt, ...row }) => [
      id,
      {
        ...row,
        reporter: kind as ReporterKind,
        situation: situations.get(id) ?? null,
        openedByMe: readAt !== null,
      },
    ]),
  );
}

async function signsOfCases(db: Db, ids: string[]): Promise<Map<string, WorkSigns>> {
  if (ids.length === 0) return new Map();
  const any = (condition: SQL) => sql<boolean>`bool_or(${condition})`;
  const rows = await db
    .select({
      id: caseReports.caseId,
      newMessage: any(reportNews.newMessage),
      newAddition: any(reportNews.newAddition),
      openRequest: any(reportNews.openRequest),
    })
    .from(caseReports)
    .innerJoin(reports, eq(reports.id, caseReports.reportId))
    .where(and(inArray(caseReports.caseId, ids), isNull(caseReports.unlinkedAt)))
    .groupBy(caseReports.caseId);
  return new Map(rows.map(({ id, ...row }) => [id, { ...NO_SIGNS, ...row }]));
}
