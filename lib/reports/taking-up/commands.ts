import 'server-only';
import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { clocks } from '@/db/schema/cases';
import { reports, reportTransitions } from '@/db/schema/reports';
import type { RecordAudit } from '@/lib/audit/commands';
import { dueOf } from '@/lib/clocks/clock-state';
import { nextStageAt } from '@/lib/clocks/escalation';
import { tell } from '@/lib/notify/outbox/commands';
import { staffOnDuty, staffWithRole } from '@/lib/staff/duty/queries';
import { mayDo } from '@/lib/staff/queries';
import type { Level } from '@/lib/urgency/levels';
import type { DataKey } from '@/lib/vault/seal';
import { seal } from '@/lib/vault/seal';
import type { ReportState } from '../code-lists';
import { recusedFromReport } from '../desk/recusal/queries';
import { isReportInCase } from '../queries';
import { TAKEN_UP_FROM, TAKEN_UP_TO } from '../transitions';

type ReportRow = typeof reports.$inferSelect;

/**
 * Puts a report that staff had decided back to screening, because grave danger was added to it: by no person, in the transaction that stores
 * the addition. Its triage counts from then, and supervisors, whoever is on duty and whoever has it are told at once; where none of them may see
 * it, all who work on cases, and failing them intake. One that is in a case is the case's
 * (lib/cases/escalating/danger). `level`: what it came to. The caller holds the lock of the report.
 */
export async function takeUpAgain(
  tx: Tx,
  record: RecordAudit,
  report: ReportRow,
  { key, level, at }: { key: DataKey; level: Level; at: Date },
): Promise<void> {
  const from = report.state as ReportState;
  if (!TAKEN_UP_FROM.includes(from) || (await isReportInCase(tx, report.id))) return;
  const [decided] = await tx
    .select()
    .from(reportTransitions)
    .where(eq(reportTransitions.reportId, report.id))
    .orderBy(desc(reportTransitions.changedAt))
    .limit(1);
  // What was added matters more than a history that is not whole.
  if (!decided) return;
  const id = randomUUID();
  // Never at the moment of the step before: which of the two is the newer one has to be plain.
  const changedAt = new Date(Math.max(at.getTime(), decided.changedAt.getTime() + 1));
  await tx.insert(reportTransitions).values({
    id,
    reportId: report.id,
    fromState: from,
    toState: TAKEN_UP_TO,
    staffId: decided.staffId,
    sealed: seal(key, { table: 'report_transitions', row: id, column: 'sealed' }, BY_ITSELF),
    changedAt,
  });
  await tx
    .update(reports)
    .set({ state: TAKEN_UP_TO, stateChangedAt: changedAt })
    .where(eq(reports.id, report.id));
  const detail = { action: 'TAKE_UP', from, to: TAKEN_UP_TO };
  await record({ kind: 'report', id: report.id }, { kind: 'system', id: null }, 'report.state', detail);
  await triageFrom(tx, report.id, level, at);
  await tellAtOnce(tx, report, level, id);
}

/** What such a step holds instead of a reason. */
const BY_ITSELF = { reason: '', byItself: true };

/** Its clock anew: whoever decided had done what it asked before. */
export async function triageFrom(tx: Tx, reportId: string, level: Level, startedAt: Date): Promise<void> {
  const state = { kind: 'TRIAGE' as const, level, startedAt, pausedAt: null, pausedMs: 0, ownMs: null };
  const columns = {
    ...state,
    metAt: null,
    dueAt: dueOf(state),
    stage: 0,
    nextStageAt: nextStageAt(state, 0),
  };
  await tx
    .insert(clocks)
    .values({ id: randomUUID(), reportId, ...columns })
    .onConflictDoUpdate({ target: [clocks.reportId, clocks.kind], set: columns });
}

async function tellAtOnce(tx: Tx, report: ReportRow, level: Level, step: string): Promise<void> {
  const keeper = report.assignedTo;
  const able = keeper !== null && (await mayDo(tx, keeper, 'report.screen'));
  const back = await recusedFromReport(tx, report.id);
  const seeing = (ids: readonly string[]) => ids.filter((id) => !back.includes(id));
  const places = [
    [...(able ? [keeper] : []), ...(await staffWithRole(tx, 'SUPERVISOR')), ...(await staffOnDuty(tx))],
    await staffWithRole(tx, 'CASEWORKER'),
    await staffWithRole(tx, 'INTAKE'),
  ];
  await tell(tx, {
    kind: 'DANGER',
    staffIds: places.map(seeing).find((ids) => ids.length > 0) ?? [],
    subject: { kind: 'report', id: report.id },
    detail: { level },
    dedupe: `danger/${step}`,
  });
}
