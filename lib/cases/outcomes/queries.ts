import 'server-only';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { caseEvents, caseReports, cases } from '@/db/schema/cases';
import { keptCounts } from '@/db/schema/erasures';
import { reports } from '@/db/schema/reports';
import { seoulDay } from '@/lib/seoul-time';

/**
 * What had become of cases by a moment, for the published numbers: how many were closed, and in how many somebody is not known to be safe, open
 * or closed. Only cases with a report that may be counted (K6); one closed as a duplicate is counted where it was grouped to. Whether people
 * are safe is counted as it is known now: what was known then is sealed person by person.
 */
export async function countOutcomes(
  tx: Tx,
  before: Date,
): Promise<Record<'CLOSED' | 'SAFETY_UNCONFIRMED', number>> {
  const moment = sql`${before.toISOString()}::timestamptz`;
  const mayBeCounted = sql`exists (select 1 from ${caseReports}
    join ${reports} on ${reports.id} = ${caseReports.reportId}
    where ${caseReports.caseId} = ${cases.id} and ${caseReports.unlinkedAt} is null and ${reports.inStatistics})`;
  // Only those that have moved since are looked up in their timeline.
  const stateThen = sql`case when ${cases.stateChangedAt} < ${moment} then ${cases.state} else (
    select ${caseEvents.toCode} from ${caseEvents}
    where ${caseEvents.caseId} = ${cases.id} and ${caseEvents.kind} = 'STATE' and ${caseEvents.at} < ${moment}
    order by ${caseEvents.seq} desc limit 1) end`;
  const notGrouped = sql`${cases.disposition} is distinct from 'DUPLICATE_GROUPED'`;
  // Of a case that was erased since only this is left (lib/retention).
  const erased = (what: string) =>
    tx.$count(keptCounts, and(eq(keptCounts.what, what), lt(keptCounts.day, seoulDay(before))));
  const counted = and(lt(cases.openedAt, before), mayBeCounted, notGrouped);
  return {
    CLOSED: (await tx.$count(cases, and(counted, sql`${stateThen} = 'CLOSED'`))) + (await erased('CLOSED')),
    SAFETY_UNCONFIRMED:
      (await tx.$count(cases, and(counted, sql`${cases.safetyUnconfirmed}`))) +
      (await erased('SAFETY_UNCONFIRMED')),
  };
}
