import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseRecusals, caseReports } from '@/db/schema/cases';
import { notes, reportRecusals, reports } from '@/db/schema/reports';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { isRecusedFromReport, lockReportFor, recusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { submissionKeyOf } from '@/lib/reports/desk/submission-key';
import { isReference } from '@/lib/reports/reference-shape';
import { othersWho } from '@/lib/staff/duty/queries';
import { mayDo } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import type { CaseWork } from '../../../case-work/commands';
import { readTyped, type TextProblem } from '../../../typed-text';
import { giveReport } from '../../commands';
import { tellThatNobodyHas } from '../../letting-go/commands';

type ReportRow = typeof reports.$inferSelect;
type Gone = 'forbidden' | 'unknown' | 'recused' | 'in-a-case';
type SteppingBack = { staffId: string; reason: string; submission: string };

/**
 * Steps back from a report that is in no case: somebody they know is in it. As from a case: they can no longer read it nor work on it, nor on a
 * case that it comes into; was it theirs, it is nobody's, and supervisors are told. The reason is a note. A supervisor can do it for another.
 * Whoever is the last to screen it stays: somebody has to know of it.
 */
export async function recuseFromReport(
  db: Db,
  actor: StaffActor,
  reference: string,
  { staffId, reason, submission }: SteppingBack,
): Promise<{ ok: true; masked: number } | Refusal<Gone | 'unknown-staff' | 'nobody-left' | TextProblem>> {
  if (!can(actor.roles, staffId === actor.id ? 'report.read' : 'case.assign')) return refuse('forbidden');
  if (!isReference(reference)) return refuse('unknown');
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  const submissionKey = await submissionKeyOf(db, { reference, text: `${staffId}/${reason}`, submission });
  return withAudit(db, async (tx, record) => {
    const [report] = await tx.select().from(reports).where(eq(reports.reference, reference)).for('update');
    if (!report) return refuse('unknown');
    if (await isRecusedFromReport(tx, report.id, actor.id)) return refuse('recused');
    if (await isInCase(tx, report.id)) return refuse('in-a-case');
    if (!(await mayDo(tx, staffId, 'report.read'))) return refuse('unknown-staff');
    if (!(await isLeftToOthers(tx, report.id, staffId))) return refuse('nobody-left');
    const at = now();
    const [back] = await tx
      .insert(reportRecusals)
      .values({ reportId: report.id, staffId, at, by: actor.id })
      .onConflictDoNothing()
      .returning();
    if (!back) return { ok: true as const, masked: typed.masked };
    const note = await keepReason(tx, actor, report, typed.text, submissionKey);
    const about = { kind: 'report', id: report.id } as const;
    await record(about, { kind: 'staff', id: actor.id }, 'report.recused', { staff: staffId, note });
    if (report.assignedTo === staffId) await leaveUndone(tx, record, actor, report);
    return { ok: true as const, masked: typed.masked };
  });
}

/** Lets somebody back who had stepped back from a report that is in no case. A supervisor's, and never for oneself. */
export async function letBackToReport(
  db: Db,
  actor: StaffActor,
  reference: string,
  staffId: string,
): Promise<{ ok: true } | Refusal<Gone>> {
  if (!can(actor.roles, 'case.assign') || staffId === actor.id) return refuse('forbidden');
  if (!isReference(reference)) return refuse('unknown');
  return withAudit(db, async (tx, record) => {
    const report = await lockReportFor(tx, actor, reference);
    if (!report) return refuse('unknown');
    if (await isInCase(tx, report.id)) return refuse('in-a-case');
    const which = and(eq(reportRecusals.reportId, report.id), eq(reportRecusals.staffId, staffId));
    const lifted = await tx.delete(reportRecusals).where(which).returning();
    const about = { kind: 'report', id: report.id } as const;
    if (lifted.length > 0)
      await record(about, { kind: 'staff', id: actor.id }, 'report.let-back', { staff: staffId });
    return { ok: true as const };
  });
}

/**
 * Who has stepped back from a case has stepped back from a report that leaves it: they may have read it there. Was it theirs, it is nobody's,
 * and supervisors are told.
 */
export async function takeRecusalsAlong(
  { tx, row, at, record, actor }: CaseWork,
  report: ReportRow,
): Promise<void> {
  const ofCase = await tx.select().from(caseRecusals).where(eq(caseRecusals.caseId, row.id));
  for (const { staffId, by } of ofCase) {
    const [taken] = await tx
      .insert(reportRecusals)
      .values({ reportId: report.id, staffId, at, by })
      .onConflictDoNothing()
      .returning();
    if (!taken) continue;
    const detail = { staff: staffId, case: row.id };
    await record(
      { kind: 'report', id: report.id },
      { kind: 'staff', id: actor.id },
      'report.recused',
      detail,
    );
  }
  if (ofCase.some(({ staffId }) => staffId === report.assignedTo))
    await leaveUndone(tx, record, actor, report);
}

/** Whether somebody else may screen a report, once this person has stepped back from it. */
async function isLeftToOthers(tx: Tx, reportId: string, staffId: string): Promise<boolean> {
  const back = await recusedFromReport(tx, reportId);
  return (await othersWho(tx, 'report.screen', staffId)).some((id) => !back.includes(id));
}

const isInCase = async (tx: Tx, reportId: string): Promise<boolean> =>
  (await tx.$count(caseReports, and(eq(caseReports.reportId, reportId), isNull(caseReports.unlinkedAt)))) > 0;

async function keepReason(
  tx: Tx,
  actor: StaffActor,
  { id: reportId }: ReportRow,
  text: string,
  submissionKey: string,
): Promise<string> {
  const id = randomUUID();
  const key = await openDataKey(tx, { kind: 'report', id: reportId });
  const sealed = seal(key, { table: 'notes', row: id, column: 'sealed' }, { text, about: 'recusal' });
  const [stored] = await tx
    .insert(notes)
    .values({ id, reportId, authorId: actor.id, sealed, writtenAt: now(), submissionKey })
    .onConflictDoNothing({ target: notes.submissionKey })
    .returning({ id: notes.id });
  // Let back and stepping back again with the same form: the reason stands there already.
  const found = stored ?? (await noteUnder(tx, submissionKey));
  return found.id;
}

async function noteUnder(tx: Tx, submissionKey: string): Promise<{ id: string }> {
  const [note] = await tx.select({ id: notes.id }).from(notes).where(eq(notes.submissionKey, submissionKey));
  if (!note) throw new Error('a note that was stored is not there');
  return note;
}

async function leaveUndone(tx: Tx, record: RecordAudit, actor: StaffActor, report: ReportRow): Promise<void> {
  await giveReport(tx, record, actor, report, null);
  const what = `${report.assignedTo}/${now().getTime()}`;
  await tellThatNobodyHas(tx, { kind: 'report', id: report.id }, report.level as Level, what);
}
