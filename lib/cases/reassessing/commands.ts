import 'server-only';
import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseReports } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import type { AuditActor } from '@/lib/audit/entry';
import { HOUR, now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { lureTellers, reassessReport } from '@/lib/reports/reassessing/commands';
import { lockCase } from '../case-work/commands';
import { OPEN_REPORT } from '../queue/queries';
import { provinceTold, refreshCase } from '../refreshing/commands';

/** The states in which a report's urgency still orders somebody's work. */
const AT_WORK = ['RECEIVED', 'SCREENING', 'PROMOTED', 'LINKED'];
/** What one round looks at, so that it never keeps the clocks waiting for long; the rest is told and left to the next. */
const A_ROUND = 200;
/** As far as is counted what is left: more than this is told as this. */
const COUNTS_TO = 1_000;

/** `looked`: reports whose urgency was worked out again. `changed`: that came to something else. `left`: due, and left to the next round; 1,000 stands for that many and more. */
export type LookRound = { looked: number; changed: number; left: number };

type Looking = {
  by: AuditActor;
  /** Everything of which time makes it due by then is worked out again too. */
  dueBy?: Date;
};

/**
 * Works out again the urgency of the reports of a case whose row the caller has locked, each with what the others tell. Answers how many came
 * to something else.
 */
export async function reassessCase(
  tx: Tx,
  record: RecordAudit,
  caseId: string,
  { by, dueBy }: Looking,
): Promise<number> {
  const rows = await tx
    .select()
    .from(reports)
    .where(inArray(reports.id, linkedTo(tx, caseId)))
    .orderBy(asc(reports.id))
    .for('update');
  const tellers = await lureTellers(tx, rows);
  let changed = 0;
  for (const report of rows) {
    const linkedLure = [...tellers].some((id) => id !== report.id);
    const due = dueBy !== undefined && report.lookAgainAt !== null && report.lookAgainAt <= dueBy;
    if (await reassessReport(tx, record, report, { by, linkedLure, due })) changed += 1;
  }
  return changed;
}

/** The reports of a case that is open again: time went on while it was closed, and nobody looked. */
export async function lookAtReopened(tx: Tx, caseId: string, at: Date): Promise<void> {
  await tx
    .update(reports)
    .set({ lookAgainAt: at })
    .where(inArray(reports.id, linkedTo(tx, caseId)));
}

/**
 * Looks again at what time may have made more urgent: reports at work whose dates have come close, and cases in which a report told something
 * new of a lure. First those that nobody
 * has decided, the most urgent of them first, then those of cases; of one level, what waited longest. What one breaks on is logged, tried again after
 * an hour, and keeps no other waiting.
 */
export async function lookAgain(db: Db): Promise<LookRound> {
  const at = now();
  const isDue = and(lte(reports.lookAgainAt, at), inArray(reports.state, AT_WORK));
  const due = await db
    .select({ id: reports.id })
    .from(reports)
    .where(isDue)
    .orderBy(sql`(${OPEN_REPORT}) desc`, asc(reports.level), asc(reports.lookAgainAt))
    .limit(A_ROUND);
  let changed = 0;
  for (const { id } of due)
    try {
      changed += await withAudit(db, (tx, record) => lookAt(tx, record, id, at));
    } catch (error) {
      log.error('levels.look-failed', { report: id, ...describeError(error) });
      await db
        .update(reports)
        .set({ lookAgainAt: new Date(at.getTime() + HOUR) })
        .where(eq(reports.id, id));
    }
  const rest = db.select({ id: reports.id }).from(reports).where(isDue).limit(COUNTS_TO).as('rest');
  const left = due.length < A_ROUND ? 0 : await db.$count(rest);
  if (left > 0) log.warn('levels.left', { looked: due.length, left });
  return { looked: due.length, changed, left };
}

/** Whoever locks several reports locks their case first. A closed case is left alone until it is open again. */
async function lookAt(tx: Tx, record: RecordAudit, reportId: string, at: Date): Promise<number> {
  const by: AuditActor = { kind: 'system', id: null };
  const [link] = await tx
    .select({ caseId: caseReports.caseId })
    .from(caseReports)
    .where(and(eq(caseReports.reportId, reportId), isNull(caseReports.unlinkedAt)));
  const row = link ? await lockCase(tx, link.caseId) : null;
  if (row && row.state !== 'CLOSED') {
    if (!row.province && (await provinceTold(tx, row.id))) await refreshCase(tx, row);
    return reassessCase(tx, record, row.id, { by, dueBy: at });
  }
  const [report] = await tx.select().from(reports).where(eq(reports.id, reportId)).for('update');
  if (!report?.lookAgainAt || report.lookAgainAt > at) return 0;
  if (!row) return Number(await reassessReport(tx, record, report, { by, linkedLure: false, due: true }));
  await tx.update(reports).set({ lookAgainAt: null }).where(eq(reports.id, reportId));
  return 0;
}

const linkedTo = (tx: Tx, caseId: string) =>
  tx
    .select({ id: caseReports.reportId })
    .from(caseReports)
    .where(and(eq(caseReports.caseId, caseId), isNull(caseReports.unlinkedAt)));
