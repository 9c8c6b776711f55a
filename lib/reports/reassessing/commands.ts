import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { caseReports, levelChanges } from '@/db/schema/cases';
import { reports, reportUrgency } from '@/db/schema/reports';
import type { RecordAudit } from '@/lib/audit/commands';
import type { AuditActor } from '@/lib/audit/entry';
import { now } from '@/lib/clock';
import type { ReporterKind } from '@/lib/urgency/answers';
import type { Assessment, Cause } from '@/lib/urgency/assess';
import type { Facts } from '@/lib/urgency/facts';
import type { Level } from '@/lib/urgency/levels';
import { lookAgainAt } from '@/lib/urgency/look-again';
import { reassess, type Stand, tellsMore } from '@/lib/urgency/reassess';
import { lure } from '@/lib/urgency/windows';
import { openDataKey } from '@/lib/vault/commands';
import { type DataKey, open, seal } from '@/lib/vault/seal';
import { mergeParts } from '../merge-parts';
import { openSections } from '../stored/queries';

type ReportRow = typeof reports.$inferSelect;

/** Whose lure counts for the other reports of a case: they tell of the same recruiters before, or after, it came to harm. */
const TELLERS: readonly ReporterKind[] = ['OFFER', 'RETURNEE'];

/** Which of these reports tell of a lure. Opens those that could, and no others. */
export async function lureTellers(tx: Tx, rows: readonly ReportRow[]): Promise<Set<string>> {
  const tellers = new Set<string>();
  for (const row of rows.filter(({ kind }) => TELLERS.includes(kind as ReporterKind)))
    if (lure(await factsOf(tx, row, await keyOf(tx, row.id)))) tellers.add(row.id);
  return tellers;
}

/** Whether another report of the case that a report is in tells of a lure. */
export async function isLinkedToLure(tx: Tx, reportId: string): Promise<boolean> {
  return (await lureTellers(tx, await linkedWith(tx, reportId))).size > 0;
}

/** The other reports of the case that a report is in. */
async function linkedWith(tx: Tx, reportId: string): Promise<ReportRow[]> {
  const here = tx
    .select({ id: caseReports.caseId })
    .from(caseReports)
    .where(and(eq(caseReports.reportId, reportId), isNull(caseReports.unlinkedAt)));
  const rows = await tx
    .select({ report: reports })
    .from(caseReports)
    .innerJoin(reports, eq(reports.id, caseReports.reportId))
    .where(
      and(
        inArray(caseReports.caseId, here),
        isNull(caseReports.unlinkedAt),
        ne(caseReports.reportId, reportId),
      ),
    );
  return rows.map(({ report }) => report);
}

/**
 * When a report that something was added to is to be looked at again: at once where that may tell of a lure to others in its case, by the
 * round of the jobs, because whoever locks several reports locks their case first.
 */
export async function nextLook(tx: Tx, report: ReportRow, facts: Facts): Promise<Date | null> {
  const tells = TELLERS.includes(facts.kind) && (await linkedWith(tx, report.id)).length > 0;
  return tells ? facts.at : lookAgainAt(facts);
}

/**
 * Works out a report's urgency again from what it says, and keeps it in the history when that comes to something else (lib/urgency/reassess.ts):
 * where the other reports of its case began or ceased to tell of a lure, and where time makes it `due`. The caller holds the lock of the
 * report. Answers whether it came to something else.
 */
export async function reassessReport(
  tx: Tx,
  record: RecordAudit,
  report: ReportRow,
  { by, linkedLure, due }: { by: AuditActor; linkedLure: boolean; due: boolean },
): Promise<boolean> {
  const key = await keyOf(tx, report.id);
  const stand = await standOf(tx, key, report);
  const wasLinked = stand.assessment.withoutLinked !== undefined;
  if (!due && wasLinked === linkedLure) return false;
  const cause: Cause = wasLinked === linkedLure ? 'TIME_PASSED' : linkedLure ? 'LINKED' : 'UNLINKED';
  // Never at the moment of the computation before: which of the two is the newer one has to be plain.
  const at = new Date(Math.max(now().getTime(), stand.since.getTime() + 1));
  const facts = { ...(await factsOf(tx, report, key)), at, linkedLure };
  const assessment = reassess(stand, facts, cause);
  const isMore = tellsMore(stand, assessment);
  const { level, points } = assessment;
  if (isMore) {
    await storeAssessment(tx, key, report.id, at, assessment);
    await record({ kind: 'report', id: report.id }, by, 'report.reassessed', {
      cause,
      from: report.level,
      level,
    });
  }
  await tx
    .update(reports)
    .set({ ...(isMore ? { level, points } : {}), lookAgainAt: lookAgainAt(facts) })
    .where(eq(reports.id, report.id));
  return isMore;
}

/** How a report stands: its newest assessment, and since when. */
export async function standOf(tx: Tx, key: DataKey, report: ReportRow): Promise<Stand> {
  const [newest] = await tx
    .select()
    .from(reportUrgency)
    .where(eq(reportUrgency.reportId, report.id))
    .orderBy(desc(reportUrgency.computedAt))
    .limit(1);
  if (!newest) throw new Error('a report whose urgency was never worked out');
  const [byHand] = await tx
    .select({ at: levelChanges.at })
    .from(levelChanges)
    .where(and(eq(levelChanges.reportId, report.id), eq(levelChanges.source, 'MANUAL')))
    .orderBy(desc(levelChanges.at))
    .limit(1);
  return {
    assessment: open<Assessment>(key, urgencyPlace(newest.id), newest.sealed),
    level: report.level as Level,
    manual: report.levelManual,
    since: byHand && byHand.at > newest.computedAt ? byHand.at : newest.computedAt,
  };
}

/** Keeps a computation in the history of a report. */
export async function storeAssessment(
  tx: Tx,
  key: DataKey,
  reportId: string,
  computedAt: Date,
  assessment: Assessment,
): Promise<void> {
  const id = randomUUID();
  const { level, points } = assessment;
  const sealed = seal(key, urgencyPlace(id), assessment);
  await tx.insert(reportUrgency).values({ id, reportId, computedAt, level, points, sealed });
}

const urgencyPlace = (row: string) => ({ table: 'report_urgency', row, column: 'sealed' });
const keyOf = (tx: Tx, id: string) => openDataKey(tx, { kind: 'report', id });

/** What a report says now, by itself. Never the compartment. */
async function factsOf(tx: Tx, report: ReportRow, key: DataKey): Promise<Facts> {
  const { answers } = mergeParts(await openSections(tx, report.id, key));
  return { kind: report.kind as ReporterKind, viaSos: report.viaSos, answers, at: now() };
}
