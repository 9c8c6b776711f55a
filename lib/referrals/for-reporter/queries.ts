import 'server-only';
import { and, asc, eq, isNotNull, isNull, notInArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { referrals } from '@/db/schema/agencies';
import { caseReports, cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { openRow } from '@/lib/cases/places';
import { findDataKey } from '@/lib/vault/commands';
import type { ReferralWords } from '../records';

/** What has become of a report in its case, as far as its reporter is told: that it was handed over and that the case is closed, and when. */
export type ReporterStanding = { handedOverAt: Date | null; closedAt: Date | null };

const NOWHERE: ReporterStanding = { handedOverAt: null, closedAt: null };

/**
 * For whoever holds the receipt code of a report. Worked out from the case at each look, so that there is no second truth to fall behind.
 * Handed over is what named this very report, and was neither refused nor recalled; never to whom, nor how the case ended. Nothing while contact
 * is barred: a captor who holds the code must not learn from it that somebody was told.
 */
export async function standingForReporter(db: Db, reportId: string): Promise<ReporterStanding> {
  const here = and(eq(caseReports.reportId, reportId), isNull(caseReports.unlinkedAt));
  const [row] = await db
    .select({
      id: cases.id,
      closedAt: cases.closedAt,
      risk: reports.contactRisk,
      released: reports.contactReleasedAt,
    })
    .from(caseReports)
    .innerJoin(cases, eq(cases.id, caseReports.caseId))
    .innerJoin(reports, eq(reports.id, caseReports.reportId))
    .where(here);
  if (!row || (row.risk === 'RISKY' && !row.released)) return NOWHERE;
  const sent = await db
    .select()
    .from(referrals)
    .where(
      and(
        eq(referrals.caseId, row.id),
        isNotNull(referrals.sentAt),
        notInArray(referrals.state, ['REJECTED', 'RECALLED']),
      ),
    )
    .orderBy(asc(referrals.sentAt));
  const key = sent.length > 0 ? await findDataKey(db, { kind: 'case', id: row.id }) : null;
  const named = sent.find(
    (one) => key && openRow<ReferralWords>(key, 'referrals', one).reportIds.includes(reportId),
  );
  return { handedOverAt: named?.sentAt ?? null, closedAt: row.closedAt };
}
