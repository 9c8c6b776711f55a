import 'server-only';
import { createHash } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { approvals } from '@/db/schema/approvals';
import { caseEvents, casePersons, caseReports, personFacts } from '@/db/schema/cases';
import { messages, notes, reportRequests, reportSections } from '@/db/schema/reports';
import type { Approval } from '@/lib/staff/approvals/queries';
import type { StaffActor } from '@/lib/staff/session';
import { isTheirPerson } from '../../people/queries';

/** What has come to a report or a case since a second person was asked about it: counts, their sum, and what it is compared by. */
export type News = {
  messages: number;
  additions: number;
  requests: number;
  /** Staff's notes on the reports. */
  notes: number;
  entries: number;
  /** What was established about the case's people through another case. */
  facts: number;
  all: number;
  /** Stands for exactly these: another one once anything more came, or anything of it went. Empty while nothing has come. */
  mark: string;
};
/** A request, and what has come since where it still waits. `withheld`: why it was asked and what was answered are not told. */
export type ApprovalWithNews = Approval & { news: News; withheld?: boolean };

export const NO_NEWS: News = {
  ...{ messages: 0, additions: 0, requests: 0, notes: 0 },
  ...{ entries: 0, facts: 0, all: 0, mark: '' },
};

type Came = { id: string; what: Kind; count: number; items: string };
type Kind = Exclude<keyof News, 'all' | 'mark'>;

/**
 * What has come since each of some requests was made: from the reporters (of every report in the case) and in notes on what they sent, in the case's
 * own timeline, and about its people who are theirs to know of; of a request about a person, what was established about them and changed of them.
 * Compared by what it is, and not by when it came or how much of it there is, so that neither what was being stored while somebody looked nor what was
 * erased meanwhile hides anything. What came of a report or a person that was taken out since still counts.
 */
export async function newsOf(
  tx: Db | Tx,
  actor: StaffActor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, News>> {
  if (ids.length === 0) return new Map();
  const { rows } = (await tx.execute(sql`
    with asked as (
      select ${approvals.id} as id, ${approvals.subjectId} as subject, ${approvals.requestedAt} as since, ${approvals.subjectKind} as kind
      from ${approvals} where ${inArray(approvals.id, [...ids])}
    ), told as (
      select asked.id, asked.since, asked.subject as report from asked where asked.kind = 'report'
      union all select distinct asked.id, asked.since, ${caseReports.reportId} from asked
        join ${caseReports} on ${caseReports.caseId} = asked.subject and (${caseReports.unlinkedAt} is null or ${caseReports.unlinkedAt} > asked.since)
        where asked.kind = 'case'
    ), parts as (
      select distinct told.id, told.report, ${reportSections.part} from told
        join ${reportSections} on ${reportSections.reportId} = told.report
        where ${reportSections.part} > 0 and ${reportSections.addedAt} > told.since
    )
    select news.id, news.what, count(*)::int as count, string_agg(news.item, ' ' order by news.item) as items from (
      select told.id, 'messages' as what, ${messages.id}::text as item from told join ${messages} on ${messages.reportId} = told.report
        where ${messages.direction} = 'FROM_REPORTER' and ${messages.sentAt} > told.since
      union all select parts.id, 'additions', parts.report || '/' || parts.part from parts
      union all select told.id, 'requests', ${reportRequests.id}::text from told join ${reportRequests} on ${reportRequests.reportId} = told.report
        where ${reportRequests.askedAt} > told.since
      union all select told.id, 'notes', ${notes.id}::text from told join ${notes} on ${notes.reportId} = told.report
        where ${notes.writtenAt} > told.since
      union all select asked.id, 'facts', ${personFacts.id}::text from asked join ${personFacts} on ${personFacts.recordedAt} > asked.since
        where ${personFacts.personId} in (select ${casePersons.personId} from ${casePersons} where ${casePersons.caseId} = asked.subject
          and (${casePersons.removedAt} is null or ${casePersons.removedAt} > asked.since))
        and ${isTheirPerson(actor, personFacts.personId)}
        and not exists (select 1 from ${caseEvents} where ${caseEvents.caseId} = asked.subject and ${caseEvents.refId} = ${personFacts.id})
      union all select asked.id, 'facts', ${personFacts.id}::text from asked join ${personFacts} on ${personFacts.personId} = asked.subject
        where asked.kind = 'person' and ${personFacts.recordedAt} > asked.since
      union all select asked.id, 'entries', ${caseEvents.id}::text from asked join ${caseEvents} on ${caseEvents.refId} = asked.subject
        where asked.kind = 'person' and ${caseEvents.at} > asked.since
          and ${caseEvents.caseId} in (select ${casePersons.caseId} from ${casePersons} where ${casePersons.personId} = asked.subject)
      union all select asked.id, 'entries', ${caseEvents.id}::text from asked join ${caseEvents} on ${caseEvents.caseId} = asked.subject
        where ${caseEvents.at} > asked.since and ${caseEvents.kind} <> 'APPROVAL_ASKED'
    ) news group by news.id, news.what order by news.what`)) as unknown as { rows: Came[] };
  const found = new Map<string, News>();
  for (const { id, what, count, items } of rows) {
    const before = found.get(id) ?? NO_NEWS;
    const mark = createHash('sha256').update(`${before.mark}${what} ${items}`).digest('base64url');
    found.set(id, { ...before, [what]: Number(count), all: before.all + Number(count), mark });
  }
  return found;
}

/** Requests with what has come since those that wait. */
export async function withNews<One extends Approval>(
  tx: Db | Tx,
  actor: StaffActor,
  found: readonly One[],
): Promise<(One & { news: News })[]> {
  const news = await newsOf(
    tx,
    actor,
    found.filter(({ state }) => state === 'PENDING').map(({ id }) => id),
  );
  return found.map((one) => ({ ...one, news: news.get(one.id) ?? NO_NEWS }));
}
