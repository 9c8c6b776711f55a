import 'server-only';
import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { caseReaders, caseReports, cases } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { messages, reportReaders, reportRequests, reportSections, reports } from '@/db/schema/reports';
import { DAY, now } from '@/lib/clock';
import { tell } from '@/lib/notify/outbox/commands';
import { OPEN_CASE, OPEN_REPORT } from '../../queue/queries';
import { whomToTell } from '../whom/queries';

/** How far back a round looks for what was added: much longer than rounds are ever apart. */
const LOOKS_BACK = 7 * DAY;

type News = { reportId: string; caseId: string | null; at: Date };

/**
 * Tells of what reporters have sent since: a message, an addition, a request. The assignee of the case or report; where it has none, who is on duty, for
 * U1 and U2 and for what staff had decided or closed. Somebody who was told, and has not opened the report since, is not told again: a
 * reporter who writes often floods nobody. Answers of how many reports it told.
 */
export async function tellOfNews(db: Db): Promise<number> {
  let told = 0;
  for (const news of await untold(db)) told += await withTransaction(db, (tx) => tellOf(tx, news));
  return told;
}

/** The newest of each report that nobody was told of, read by the partial indexes of what is unread, open and added. */
async function untold(db: Db): Promise<News[]> {
  const since = new Date(now().getTime() - LOOKS_BACK).toISOString();
  const sent = sql`(
    select ${messages.reportId} as report_id, ${messages.sentAt} as at from ${messages}
      where ${messages.direction} = 'FROM_REPORTER' and ${messages.readAt} is null
    union all select ${reportRequests.reportId}, ${reportRequests.askedAt} from ${reportRequests}
      where ${reportRequests.decision} is null
    union all select ${reportSections.reportId}, ${reportSections.addedAt} from ${reportSections}
      where ${reportSections.part} > 0 and not ${reportSections.byStaff})`;
  const newest = sql`(select report_id, max(at) as at from ${sent} as sent
    where at > ${since}::timestamptz group by report_id)`;
  const known = sql`exists (select 1 from ${outbox} where ${outbox.subjectId} in (${reports.id}, ${cases.id})
    and ${outbox.kind} in ('NEWS','DANGER') and ${outbox.detail}->>'left' is null and ${outbox.createdAt} >= news.at)`;
  const isTold = sql`(coalesce(${cases.assignedTo}, case when ${cases.id} is null then ${reports.assignedTo} end) is not null
    or coalesce(${cases.level}, ${reports.level}) in ('U1','U2')
    or (${cases.id} is null and not (${OPEN_REPORT})) or not (${OPEN_CASE}))`;
  const { rows } =
    (await db.execute(sql`select ${reports.id} as report_id, ${cases.id} as case_id, news.at as at
    from ${newest} as news join ${reports} on ${reports.id} = news.report_id
    left join ${caseReports} on ${caseReports.reportId} = ${reports.id} and ${caseReports.unlinkedAt} is null
    left join ${cases} on ${cases.id} = ${caseReports.caseId}
    where ${isTold} and not ${known}`)) as unknown as {
      rows: { report_id: string; case_id: string | null; at: Date | string }[];
    };
  return rows.map((row) => ({ reportId: row.report_id, caseId: row.case_id, at: new Date(row.at) }));
}

async function tellOf(tx: Tx, { reportId, caseId, at }: News): Promise<number> {
  const of = caseId ? ({ kind: 'case', id: caseId } as const) : ({ kind: 'report', id: reportId } as const);
  const whom: string[] = [];
  for (const staffId of await whomToTell(tx, ['ASSIGNEE', 'ON_DUTY'], of))
    if (!(await waitsAlready(tx, staffId, reportId, caseId, at))) whom.push(staffId);
  await tell(tx, {
    kind: 'NEWS',
    staffIds: whom,
    subject: { kind: 'report', id: reportId },
    dedupe: `news/${reportId}/${at.getTime()}`,
  });
  return whom.length > 0 ? 1 : 0;
}

/** Whether somebody has seen it already, or was told of something earlier that they have not looked at. */
async function waitsAlready(
  tx: Tx,
  staffId: string,
  reportId: string,
  caseId: string | null,
  at: Date,
): Promise<boolean> {
  const [reader] = await tx
    .select({ at: reportReaders.lastReadAt })
    .from(reportReaders)
    .where(and(eq(reportReaders.reportId, reportId), eq(reportReaders.staffId, staffId)));
  const [ofCase] = caseId
    ? await tx
        .select({ at: caseReaders.lastReadAt })
        .from(caseReaders)
        .where(and(eq(caseReaders.caseId, caseId), eq(caseReaders.staffId, staffId)))
    : [];
  const looked = new Date(Math.max(reader?.at.getTime() ?? 0, ofCase?.at.getTime() ?? 0));
  if (looked >= at) return true;
  const earlier = and(
    eq(outbox.staffId, staffId),
    eq(outbox.subjectId, reportId),
    eq(outbox.kind, 'NEWS'),
    isNull(outbox.seenAt),
    gte(outbox.createdAt, looked),
  );
  return (await tx.$count(outbox, earlier)) > 0;
}
