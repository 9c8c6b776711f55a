import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseNumbers, caseReports, cases } from '@/db/schema/cases';
import { reports, reportTransitions } from '@/db/schema/reports';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { tell } from '@/lib/notify/outbox/commands';
import type { ReportState } from '@/lib/reports/code-lists';
import { lockReportFor } from '@/lib/reports/desk/recusal/queries';
import { mergeParts } from '@/lib/reports/merge-parts';
import { reassessReport } from '@/lib/reports/reassessing/commands';
import { isReference } from '@/lib/reports/reference-shape';
import { openSections } from '@/lib/reports/stored/queries';
import { mayDo } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { createDataKey, openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { caseNumber, caseYear } from '../case-number';
import {
  type CaseGone,
  type CaseRow,
  type CaseWork,
  type Conflict,
  caseWork,
  lockCase,
  type OnCase,
  workOnCase,
} from '../case-work/commands';
import { meetReportClocks, startCaseClocks } from '../clock-keeping/commands';
import { followWord } from '../clock-keeping/word/commands';
import { insertPerson } from '../people/commands';
import { personIn } from '../person-records';
import { reassessCase } from '../reassessing/commands';
import { recomputeLevel, refreshCase } from '../refreshing/commands';
import { carryRecusals } from '../team/stepping-back/commands';
import { takeRecusalsAlong } from '../team/stepping-back/from-report/commands';
import { REPORT_STEPS } from '../transitions';
import { readTyped, type TextProblem } from '../typed-text';

type ReportRow = typeof reports.$inferSelect;
type WrongState = Refusal<'report-conflict'> & { state: ReportState; case: string | null };

/**
 * Makes a case of a report: the case with its clocks, which count from the report's receipt, the person the report is about, if it says who,
 * and the report's step, in one transaction. The same form sent twice finds the case that the first one made.
 */
export async function promoteReport(
  db: Db,
  actor: StaffActor,
  reference: string,
): Promise<{ ok: true; number: string; again: boolean } | Refusal<'forbidden' | 'unknown'> | WrongState> {
  if (!can(actor.roles, REPORT_STEPS.PROMOTE.permission)) return refuse('forbidden');
  if (!isReference(reference)) return refuse('unknown');
  return withAudit(db, async (tx, record) => {
    const report = await lockReportFor(tx, actor, reference);
    if (!report) return refuse('unknown');
    if (report.state !== 'SCREENING') {
      const found = await caseOfReport(tx, report.id);
      if (report.state === 'PROMOTED' && found?.linkedBy === actor.id)
        return { ok: true as const, number: found.row.number, again: true };
      return wrongState(report, found?.row ?? null);
    }
    const work = await openCase(tx, record, actor, report);
    await join(work, report, 'PROMOTED');
    const person = personIn(await answersOf(tx, report.id));
    if (person) await insertPerson(work, person);
    await refreshCase(tx, work.row);
    return { ok: true as const, number: work.row.number, again: false };
  });
}

/**
 * Adds a report to a case there is. The case's level rises with it when the report is the more urgent, also over a level set by hand: who set that
 * did not know of this report.
 */
export async function linkReport(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  reference: string,
): Promise<
  { ok: true; again?: true } | Refusal<CaseGone | 'unknown-report' | 'closed'> | Conflict | WrongState
> {
  if (!isReference(reference)) return refuse('unknown-report');
  return workOnCase(db, actor, REPORT_STEPS.LINK.permission, on, async (work) => {
    const { tx, row } = work;
    if (row.state === 'CLOSED') return refuse('closed');
    const report = await lockReportFor(tx, actor, reference);
    if (!report) return refuse('unknown-report');
    if (report.state !== 'SCREENING')
      return wrongState(report, (await caseOfReport(tx, report.id))?.row ?? null);
    const left = await join(work, report, 'LINKED');
    await reassessCase(tx, work.record, row.id, { by: { kind: 'staff', id: actor.id } });
    const earlier = report.receivedAt < row.receivedAt ? { receivedAt: report.receivedAt } : {};
    const leveled = await recomputeLevel(tx, row, work.at, { joining: report.id });
    await followWord(tx, { ...row, ...leveled }, work.at);
    await refreshCase(tx, row, { ...leveled, ...earlier, ...(left ? { assignedTo: null } : {}) });
    return { ok: true as const };
  });
}

/**
 * Takes a report out of its case, back to screening: no grouping is for good. The last report of an open case stays: a case without any
 * report would be about nothing. Close it first. A case at U1 or U2 stays there, as if it had been set by hand, until two people lower it.
 */
export async function unlinkReport(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  reference: string,
  why: string,
): Promise<
  | { ok: true; again?: true; masked?: number }
  | Refusal<CaseGone | TextProblem | 'unknown-report' | 'last-report' | 'withdrawn'>
  | Conflict
> {
  const typed = readTyped(why, REPORT_STEPS.UNLINK.needsReason);
  if (!typed.ok) return typed;
  if (!isReference(reference)) return refuse('unknown-report');
  return workOnCase(db, actor, REPORT_STEPS.UNLINK.permission, on, async (work) => {
    const { tx, row, at } = work;
    const report = await lockReportFor(tx, actor, reference);
    const here = and(eq(caseReports.caseId, row.id), isNull(caseReports.unlinkedAt));
    const linked = await tx.select().from(caseReports).where(here);
    const link = linked.find((one) => one.reportId === report?.id);
    if (!report || !link) return refuse('unknown-report');
    // It comes back into the case first: else its way back would lead into a case that it is no longer in.
    if (report.state === 'WITHDRAWN') return refuse('withdrawn');
    if (linked.length === 1 && row.state !== 'CLOSED') return refuse('last-report');
    await tx.update(caseReports).set({ unlinkedAt: at }).where(eq(caseReports.id, link.id));
    await stepReport(work, report, 'SCREENING', typed.text);
    await takeRecusalsAlong(work, report);
    await work.note({
      kind: 'REPORT_UNLINKED',
      refId: report.id,
      words: { reason: typed.text },
      detail: { report: report.id },
    });
    const by = { kind: 'staff', id: actor.id } as const;
    // Nobody looked at it while its case was closed.
    await reassessReport(tx, work.record, report, { by, linkedLure: false, due: row.state === 'CLOSED' });
    await reassessCase(tx, work.record, row.id, { by });
    const leveled = await recomputeLevel(tx, row, at, { byOne: true });
    if (leveled.levelManual) {
      const { linkedBy, linkedAt } = link;
      const kept = { keptWithout: report.reference, linkedBy, linkedAt: linkedAt.toISOString() };
      await work.note({
        ...{ kind: 'LEVEL', from: row.level, to: row.level },
        words: { ...kept, reason: typed.text },
      });
    }
    await followWord(tx, { ...row, ...leveled }, at);
    await refreshCase(tx, row, leveled);
    return { ok: true as const, masked: typed.masked };
  });
}

const wrongState = (report: ReportRow, found: CaseRow | null): WrongState => ({
  ...refuse('report-conflict'),
  state: report.state as ReportState,
  case: found?.number ?? null,
});

/** The case a report is in now. */
async function caseOfReport(tx: Tx, reportId: string) {
  const [found] = await tx
    .select({ row: cases, linkedBy: caseReports.linkedBy })
    .from(caseReports)
    .innerJoin(cases, eq(cases.id, caseReports.caseId))
    .where(and(eq(caseReports.reportId, reportId), isNull(caseReports.unlinkedAt)));
  return found ?? null;
}

async function openCase(
  tx: Tx,
  record: RecordAudit,
  actor: StaffActor,
  report: ReportRow,
): Promise<CaseWork> {
  const at = now();
  const id = randomUUID();
  const year = caseYear(at);
  const [counted] = await tx
    .insert(caseNumbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: caseNumbers.year, set: { last: sql`${caseNumbers.last} + 1` } })
    .returning();
  await createDataKey(tx, { kind: 'case', id });
  const keeper = await keeperOf(tx, report);
  await tx.insert(cases).values({
    id,
    number: caseNumber(year, counted?.last ?? 1),
    state: 'NEW',
    stateChangedAt: at,
    level: report.level,
    computedLevel: report.level,
    levelManual: report.levelManual,
    points: report.points,
    province: report.province,
    openedAt: at,
    receivedAt: report.receivedAt,
    assignedTo: keeper,
  });
  const row = await lockCase(tx, id);
  if (!row) throw new Error('a new case vanished');
  await startCaseClocks(tx, { id, level: report.level as Level, receivedAt: report.receivedAt }, at);
  const work = await caseWork(tx, record, actor, row, null);
  const event = await work.note({ kind: 'OPENED', to: 'NEW', detail: { level: report.level } });
  if (keeper && keeper !== actor.id)
    await tell(tx, {
      kind: 'ASSIGNED',
      staffIds: [keeper],
      subject: { kind: 'case', id },
      dedupe: `assigned/${event}`,
    });
  return work;
}

/** Whose the case is: theirs whose the report was, if cases are their work. Else it is nobody's, so that everybody sees that it is to be taken. */
async function keeperOf(tx: Tx, { assignedTo }: ReportRow): Promise<string | null> {
  return assignedTo && (await mayDo(tx, assignedTo, 'case.work')) ? assignedTo : null;
}

/** Answers whose the case was, when they have stepped back from the report. */
async function join(work: CaseWork, report: ReportRow, to: 'PROMOTED' | 'LINKED'): Promise<string | null> {
  const { tx, row, at, actor } = work;
  await tx
    .insert(caseReports)
    .values({ id: randomUUID(), caseId: row.id, reportId: report.id, linkedBy: actor.id, linkedAt: at });
  await stepReport(work, report, to, '');
  await meetReportClocks(tx, report.id, at);
  await work.note({ kind: 'REPORT_LINKED', refId: report.id, detail: { report: report.id } });
  return carryRecusals(work, report);
}

/** Moves a report along REPORT_STEPS, as its own history tells it. */
async function stepReport(work: CaseWork, report: ReportRow, to: ReportState, reason: string): Promise<void> {
  const { tx, at, actor, record, row } = work;
  const id = randomUUID();
  const key = await openDataKey(tx, { kind: 'report', id: report.id });
  const place = { table: 'report_transitions', row: id, column: 'sealed' };
  await tx.insert(reportTransitions).values({
    id,
    reportId: report.id,
    fromState: report.state,
    toState: to,
    staffId: actor.id,
    sealed: reason ? seal(key, place, { reason }) : null,
    changedAt: at,
  });
  await tx.update(reports).set({ state: to, stateChangedAt: at }).where(eq(reports.id, report.id));
  const detail = { from: report.state, to, case: row.id };
  await record({ kind: 'report', id: report.id }, { kind: 'staff', id: actor.id }, 'report.state', detail);
}

/** The answers of a report with everything that was added; never S6, which has a key and readers of its own. */
async function answersOf(tx: Tx, reportId: string) {
  const key = await openDataKey(tx, { kind: 'report', id: reportId });
  return mergeParts(await openSections(tx, reportId, key)).answers;
}
