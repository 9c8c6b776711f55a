import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/client';
import { keptCounts } from '@/db/schema/erasures';
import { now } from '@/lib/clock';
import { seoulDay } from '@/lib/seoul-time';
import type { Why } from '../../ledger/line';
import type { CaseRow, ReportRow } from '../locking/commands';

/**
 * Keeps what published numbers go on counting of a report that is erased: no id, no reference, no time of day. One whose sender asked for it to be
 * erased is counted no more by its codes than one that was never to be counted.
 */
export async function keepCount(tx: Tx, report: ReportRow, why: Why): Promise<void> {
  await tx.insert(keptCounts).values(countOf(report, why !== 'REQUEST' && report.inStatistics));
}

/** The same of a case: only with a report that may be counted, and not where it was grouped to another, as lib/cases/outcomes counts them. */
export async function keepOutcomes(tx: Tx, row: CaseRow, inIt: readonly ReportRow[]): Promise<void> {
  if (!inIt.some((one) => one.inStatistics) || row.disposition === 'DUPLICATE_GROUPED') return;
  const day = seoulDay(row.closedAt ?? now());
  const outcomes = ['CLOSED', ...(row.safetyUnconfirmed ? ['SAFETY_UNCONFIRMED'] : [])];
  await tx
    .insert(keptCounts)
    .values(outcomes.map((what) => ({ id: randomUUID(), what, day, included: true })));
}

type Kept = typeof keptCounts.$inferInsert;

function countOf(report: ReportRow, included: boolean): Kept {
  const { periodId, kind, level, province, state, receivedAt } = report;
  const row = { id: randomUUID(), what: 'REPORT', day: seoulDay(receivedAt), included };
  return included ? { ...row, periodId, kind, level, province, state } : row;
}
