import 'server-only';
import { and, asc, count, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { messages, reportReaders, reportRequests, reportSections, reports } from '@/db/schema/reports';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { ReporterKind } from '@/lib/urgency/answers';
import type { Level } from '@/lib/urgency/levels';
import { findDataKey } from '@/lib/vault/commands';
import { open } from '@/lib/vault/seal';
import type { ReportState } from '../code-lists';
import { isReference } from '../reference-shape';
import { OPEN_STATES } from '../transitions';
import type { QueueCursor } from './cursor';
import { notRecusedFromReport } from './recusal/queries';

const PAGE = 50;

/**
 * `state`: one state, every state, or OPEN: those that nobody has decided yet, and any whose reporter wrote or
 * added something nobody has read, or asked for something nobody has answered. */
export type QueueFilters = {
  state: ReportState | 'OPEN' | 'ALL';
  level: Level | null;
  after: QueueCursor | null;
};

export type QueueRow = {
  reference: string;
  kind: ReporterKind;
  viaSos: boolean;
  level: Level;
  points: number;
  /** A code, only for reports that this person has opened: it is an answer. */
  situation: string | null;
  openedByMe: boolean;
  opened: boolean;
  /** The reporter wrote something that nobody at the desk has read. */
  newMessage: boolean;
  /** Something was added by receipt code that nobody at the desk has read. */
  newAddition: boolean;
  /** The reporter asked to withdraw or to change a consent, and waits for an answer. */
  openRequest: boolean;
  province: string | null;
  contactRisk: string | null;
  receivedAt: Date;
  state: ReportState;
};

export type Queue = { rows: QueueRow[]; total: number; next: QueueCursor | null };

/** The queue: the most urgent level first, inside it whoever waits longest. Cut by key, so that a report that arrives moves no page. */
export async function listQueue(db: Db, actor: StaffActor, filters: QueueFilters): Promise<Queue> {
  if (!can(actor.roles, 'queue.view')) return { rows: [], total: 0, next: null };
  const wanted = and(
    stateFilter(filters.state),
    filters.level ? eq(reports.level, filters.level) : undefined,
    notRecusedFromReport(actor.id),
  );
  const [found, [counted]] = await Promise.all([
    db
      .select({
        report: reports,
        readAt: reportReaders.lastReadAt,
        ...reportNews,
      })
      .from(reports)
      .leftJoin(
        reportReaders,
        and(eq(reportReaders.reportId, reports.id), eq(reportReaders.staffId, actor.id)),
      )
      .where(and(wanted, filters.after ? isAfter(filters.after) : undefined))
      .orderBy(asc(reports.level), asc(reports.receivedAt), asc(reports.id))
      .limit(PAGE + 1),
    db.select({ total: count() }).from(reports).where(wanted),
  ]);
  const page = found.slice(0, PAGE);
  const situations = await situationsOf(
    db,
    page.filter((row) => row.readAt).map((row) => row.report.id),
  );
  const last = page.at(-1)?.report;
  const more = found.length > PAGE && last;
  return {
    rows: page.map(({ report, readAt, newMessage, newAddition, openRequest }) => ({
      reference: report.reference,
      kind: report.kind as ReporterKind,
      viaSos: report.viaSos,
      level: report.level as Level,
      points: report.points,
      situation: situations.get(report.id) ?? null,
      openedByMe: readAt !== null,
      opened: report.openedAt !== null,
      newMessage,
      newAddition,
      openRequest,
      province: report.province,
      contactRisk: report.contactRisk,
      receivedAt: report.receivedAt,
      state: report.state as ReportState,
    })),
    total: counted?.total ?? 0,
    next: more ? { level: last.level as Level, receivedAt: last.receivedAt, id: last.id } : null,
  };
}

/** Reading a report marks its messages as read. */
const hasNewMessage = sql<boolean>`exists (select 1 from ${messages} where ${messages.reportId} = ${reports.id}
  and ${messages.direction} = 'FROM_REPORTER' and ${messages.readAt} is null)`;

/** What its reporter added after the last person at the desk had opened the report. */
const hasNewAddition = sql<boolean>`exists (select 1 from ${reportSections} where ${reportSections.reportId} = ${reports.id}
  and ${reportSections.part} > 0 and not ${reportSections.byStaff} and not exists (select 1 from ${reportReaders}
  where ${reportReaders.reportId} = ${reports.id} and ${reportReaders.lastReadAt} > ${reportSections.addedAt}))`;

const hasOpenRequest = sql<boolean>`exists (select 1 from ${reportRequests} where ${reportRequests.reportId} = ${reports.id}
  and ${reportRequests.decision} is null)`;

/** What a row of `reports` has that nobody at the desk has seen or answered yet. */
export const reportNews = {
  newMessage: hasNewMessage,
  newAddition: hasNewAddition,
  openRequest: hasOpenRequest,
};

/** Whether a row of `reports` has any of it. */
export const hasNews = sql`(${hasNewMessage} or ${hasNewAddition} or ${hasOpenRequest})`;

function stateFilter(state: QueueFilters['state']): SQL | undefined {
  if (state === 'ALL') return undefined;
  return state === 'OPEN' ? or(inArray(reports.state, [...OPEN_STATES]), hasNews) : eq(reports.state, state);
}

function isAfter({ level, receivedAt, id }: QueueCursor): SQL {
  return sql`(${reports.level}, ${reports.receivedAt}, ${reports.id}) > (${level}, ${receivedAt.toISOString()}::timestamptz, ${id}::uuid)`;
}

/** Whether there is a report of this reference. It is for the app to know, before it keeps anything for one, and not for whoever asks. */
export async function reportExists(db: Db, reference: string): Promise<boolean> {
  if (!isReference(reference)) return false;
  const [row] = await db.select({ id: reports.id }).from(reports).where(eq(reports.reference, reference));
  return row !== undefined;
}

/** The situation answered in S1, by report: for reports that whoever asks has opened before. */
export async function situationsOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (ids.length === 0) return found;
  const sections = await db
    .select()
    .from(reportSections)
    .where(and(inArray(reportSections.reportId, ids), eq(reportSections.section, 'S1')))
    .orderBy(asc(reportSections.part));
  for (const row of sections) {
    const key = await findDataKey(db, { kind: 'report', id: row.reportId });
    if (!key) continue;
    const place = { table: 'report_sections', row: row.id, column: 'sealed' };
    const { answers } = open<{ answers: Record<string, string[]> }>(key, place, row.sealed);
    const situation = answers.situation?.[0];
    if (situation) found.set(row.reportId, situation);
  }
  return found;
}
