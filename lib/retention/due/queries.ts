import 'server-only';
import { and, asc, eq, gt, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { auditEntries } from '@/db/schema/audit';
import { caseReports, cases, clocks } from '@/db/schema/cases';
import { erasures } from '@/db/schema/erasures';
import { outbox } from '@/db/schema/outbox';
import { messages, reportRequests, reportSections, reports } from '@/db/schema/reports';
import { returnPersons, returns } from '@/db/schema/returns';
import { staffInvitations, staffSessions } from '@/db/schema/staff';
import { BACKUPS } from '@/lib/audit/entry';
import { DAY, now } from '@/lib/clock';
import { hasNews } from '@/lib/reports/desk/queries';
import { type RetentionClass, type RetentionDays, SHORTENED_AFTER } from '@/lib/settings/retention';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';

/** Reports that are in no case go by the state they ended in. */
export const REPORT_CLASSES = ['WITHDRAWN', 'OUT_OF_SCOPE', 'ABUSE', 'INTEL_ONLY'] as const;
export type ReportClass = (typeof REPORT_CLASSES)[number];
/** Cases go by how they ended; whatever is named nowhere else has simply ended. */
export const CASE_CLASSES = ['CASE_UNFOUNDED', 'CASE_DORMANT', 'CASE_ENDED'] as const;
export type CaseClass = (typeof CASE_CLASSES)[number];

const DISPOSITIONS_OF: Readonly<Record<Exclude<CaseClass, 'CASE_ENDED'>, readonly string[]>> = {
  CASE_UNFOUNDED: [
    'FALSE_REPORT',
    'NEVER_DEPARTED',
    'NO_IDENTIFIABLE_PERSON',
    'DUPLICATE_GROUPED',
    'WITHDRAWN',
  ],
  CASE_DORMANT: ['UNRESOLVED_DORMANT', 'DECEASED_CONFIRMED'],
};

/** Before when something has to have ended for its days to be over. */
export const cutoff = (days: number) => new Date(now().getTime() - days * DAY);

/** A legal hold of the report, or of any case that it is or was in. */
const reportHeld = sql`(${reports.legalHold} or exists (select 1 from ${caseReports} join ${cases} on ${cases.id} = ${caseReports.caseId}
  where ${caseReports.reportId} = ${reports.id} and ${cases.legalHold}))`;
const reportInCase = sql`exists (select 1 from ${caseReports}
  where ${caseReports.reportId} = ${reports.id} and ${caseReports.unlinkedAt} is null)`;

/** Nobody at the desk has seen or answered what the reporter sent last, or the reporter sent it after `ended`: the days count from then. */
const stillHeardFrom = (ended: Date) => {
  const since = sql`${ended.toISOString()}::timestamptz`;
  return sql`(${hasNews}
    or exists (select 1 from ${messages} where ${messages.reportId} = ${reports.id}
      and ${messages.direction} = 'FROM_REPORTER' and ${messages.sentAt} >= ${since})
    or exists (select 1 from ${reportSections} where ${reportSections.reportId} = ${reports.id}
      and ${reportSections.part} > 0 and not ${reportSections.byStaff} and ${reportSections.addedAt} >= ${since}))`;
};

/** Staff recorded danger after the end (lib/cases/report-facts/danger), and nobody has answered it yet. */
const dangerWaits = sql`exists (select 1 from ${clocks} where ${clocks.reportId} = ${reports.id}
  and ${clocks.kind} = 'TRIAGE' and ${clocks.metAt} is null)`;

/** Reports whose time is over; the state is named on its own too, for the sake of the partial index. */
export const reportsDue = (name: ReportClass, days: number): SQL | undefined =>
  and(
    inArray(reports.state, [...REPORT_CLASSES]),
    eq(reports.state, name),
    lt(reports.stateChangedAt, cutoff(days)),
    sql`not ${reportInCase}`,
    sql`not ${reportHeld}`,
    sql`not ${stillHeardFrom(cutoff(days))}`,
    sql`not ${dangerWaits}`,
  );

/** A hold on the case, on a report in it, or on another case that one of its reports was in. */
const caseHeld = sql`(${cases.legalHold} or exists (select 1 from case_reports here join reports held on held.id = here.report_id
  where here.case_id = ${cases.id} and here.unlinked_at is null and (held.legal_hold or exists (select 1 from case_reports there
    join cases other on other.id = there.case_id where there.report_id = here.report_id and other.legal_hold))))`;
const inOpenReturn = sql`exists (select 1 from ${returnPersons} join ${returns} on ${returns.id} = ${returnPersons.returnId}
  where ${returnPersons.caseId} = ${cases.id} and ${returns.state} in ('PLANNED','UNDERWAY'))`;
const named = Object.values(DISPOSITIONS_OF).flat();

export const casesDue = (name: CaseClass, days: number): SQL | undefined =>
  and(
    eq(cases.state, 'CLOSED'),
    lt(cases.closedAt, cutoff(days)),
    name === 'CASE_ENDED'
      ? sql`${cases.disposition} not in (${sql.join(
          named.map((one) => sql`${one}`),
          sql`, `,
        )})`
      : inArray(cases.disposition, [...DISPOSITIONS_OF[name]]),
    sql`not ${caseHeld}`,
    sql`not ${inOpenReturn}`,
    sql`not exists (select 1 from ${caseReports} join ${reports} on ${reports.id} = ${caseReports.reportId}
      where ${caseReports.caseId} = ${cases.id} and ${caseReports.unlinkedAt} is null and (${stillHeardFrom(cutoff(days))} or ${dangerWaits}))`,
  );

/** Granted changes of consent whose refused values are still there; that they were erased is what the audit says. */
export const refusedDue = (days: number): SQL | undefined =>
  and(
    eq(reportRequests.kind, 'CONSENT'),
    eq(reportRequests.decision, 'GRANTED'),
    lt(reportRequests.decidedAt, cutoff(days)),
    sql`not exists (select 1 from audit_entries done where done.object_kind = 'report' and done.object_id = ${reportRequests.reportId}
      and done.act = 'report.refused-erased' and done.detail->>'request' = ${reportRequests.id}::text)`,
    sql`not exists (select 1 from ${reports} where ${reports.id} = ${reportRequests.reportId} and ${reportHeld})`,
  );

export const noticesDue = (days: number): SQL => lt(outbox.createdAt, cutoff(days));
export const sessionsDue = (days: number): SQL => lt(staffSessions.expiresAt, cutoff(days));
export const invitationsDue = (days: number): SQL => lt(staffInvitations.expiresAt, cutoff(days));
export const toldDue = (days: number): SQL | undefined =>
  and(isNotNull(erasures.receiptDigest), lt(erasures.erasedAt, cutoff(days)));

/** Whether this database was put back from a backup in the last week. */
export async function wasRestoredLately(db: Db): Promise<boolean> {
  const restored = and(
    eq(auditEntries.objectKind, BACKUPS.kind),
    eq(auditEntries.objectId, BACKUPS.id),
    eq(auditEntries.act, 'backup.restored'),
    gt(auditEntries.at, cutoff(SHORTENED_AFTER / DAY)),
  );
  return (await db.$count(auditEntries, restored)) > 0;
}

/** Ids of what is due, the longest over first. */
export async function listReportsDue(db: Db, name: ReportClass, days: number, most: number) {
  return db
    .select({ id: reports.id })
    .from(reports)
    .where(reportsDue(name, days))
    .orderBy(asc(reports.stateChangedAt))
    .limit(most);
}

export async function listCasesDue(db: Db, name: CaseClass, days: number, most: number) {
  return db
    .select({ id: cases.id })
    .from(cases)
    .where(casesDue(name, days))
    .orderBy(asc(cases.closedAt))
    .limit(most);
}

export async function isReportDue(tx: Tx, id: string, name: ReportClass, days: number): Promise<boolean> {
  return (await tx.$count(reports, and(eq(reports.id, id), reportsDue(name, days)))) > 0;
}

export async function isCaseDue(tx: Tx, id: string, name: CaseClass, days: number): Promise<boolean> {
  return (await tx.$count(cases, and(eq(cases.id, id), casesDue(name, days)))) > 0;
}

/** How much the next rounds would erase by these periods, for whoever sets them: counts, and no word of what it is. */
export async function countDue(
  db: Db,
  actor: StaffActor,
  days: RetentionDays,
): Promise<Partial<Record<RetentionClass, number>>> {
  if (!can(actor.roles, 'settings.edit')) return {};
  const counts: Partial<Record<RetentionClass, number>> = {};
  for (const name of REPORT_CLASSES) counts[name] = await db.$count(reports, reportsDue(name, days[name]));
  for (const name of CASE_CLASSES) counts[name] = await db.$count(cases, casesDue(name, days[name]));
  counts.REFUSED = await db.$count(reportRequests, refusedDue(days.REFUSED));
  counts.TOLD = await db.$count(erasures, toldDue(days.TOLD));
  counts.NOTICES = await db.$count(outbox, noticesDue(days.NOTICES));
  counts.SESSIONS =
    (await db.$count(staffSessions, sessionsDue(days.SESSIONS))) +
    (await db.$count(staffInvitations, invitationsDue(days.SESSIONS)));
  return counts;
}
