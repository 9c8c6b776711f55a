import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseRecusals, caseTasks } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import type { AuditDetail } from '@/lib/audit/entry';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { tell } from '@/lib/notify/outbox/commands';
import { isRecusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { isReference } from '@/lib/reports/reference-shape';
import { mayDo } from '@/lib/staff/queries';
import { can, type Permission } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import {
  type CaseGone,
  type CaseWork,
  type Conflict,
  isRecused,
  type OnCase,
  workOnCase,
} from '../case-work/commands';
import { sealRow } from '../places';
import { refreshCase } from '../refreshing/commands';
import { readTyped, type TextProblem } from '../typed-text';
import { leaveUndone, letBackToReports } from './stepping-back/commands';

type Done = { ok: true; again?: true; masked?: number };

/** Gives a case to somebody, or to nobody. Taking what nobody has is everybody's who works on cases; giving to others is a supervisor's. */
export async function assignCase(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  staffId: string | null,
): Promise<Done | Refusal<CaseGone | 'unknown-staff'> | Conflict> {
  return workOnCase(db, actor, 'case.work', on, async (work) => {
    const mine = staffId === actor.id && work.row.assignedTo === null;
    const dropped = staffId === null && work.row.assignedTo === actor.id;
    if (!mine && !dropped && !can(actor.roles, 'case.assign')) return refuse('forbidden');
    if (staffId && !(await canTake(work.tx, work.row.id, staffId))) return refuse('unknown-staff');
    await giveCase(work, staffId);
    return { ok: true as const };
  });
}

/** Who may be given a case: an account that works on cases and has not stepped back from this one. */
async function canTake(tx: Tx, caseId: string, staffId: string): Promise<boolean> {
  return (await mayDo(tx, staffId, 'case.work')) && !(await isRecused(tx, caseId, staffId));
}

/** The assignment itself. No clock is touched: handing over buys no time. */
export async function giveCase(work: CaseWork, staffId: string | null): Promise<void> {
  const detail: AuditDetail = staffId ? { staff: staffId } : {};
  const event = await work.note({ kind: 'ASSIGNED', ...(staffId ? { refId: staffId } : {}), detail });
  if (staffId && staffId !== work.actor.id)
    await tell(work.tx, {
      kind: 'ASSIGNED',
      staffIds: [staffId],
      subject: { kind: 'case', id: work.row.id },
      dedupe: `assigned/${event}`,
    });
  await refreshCase(work.tx, work.row, { assignedTo: staffId });
}

/** The same for a report that is not in a case. `seen`: who had it when the person decided. */
export async function assignReport(
  db: Db,
  actor: StaffActor,
  reference: string,
  { staffId, seen }: { staffId: string | null; seen: string | null },
): Promise<
  | { ok: true }
  | Refusal<'forbidden' | 'unknown' | 'unknown-staff'>
  | (Refusal<'assign-conflict'> & { seen: string | null; assignedTo: string | null })
> {
  const own = (staffId === actor.id && seen === null) || (staffId === null && seen === actor.id);
  if (!can(actor.roles, own ? 'report.screen' : 'case.assign')) return refuse('forbidden');
  if (!isReference(reference)) return refuse('unknown');
  return withAudit(db, async (tx, record) => {
    const [report] = await tx.select().from(reports).where(eq(reports.reference, reference)).for('update');
    if (!report || (await isRecusedFromReport(tx, report.id, actor.id))) return refuse('unknown');
    if (report.assignedTo === staffId) return { ok: true as const };
    if (report.assignedTo !== seen)
      return { ...refuse('assign-conflict'), seen, assignedTo: report.assignedTo };
    if (staffId && !(await canScreen(tx, report.id, staffId))) return refuse('unknown-staff');
    await giveReport(tx, record, actor, report, staffId);
    return { ok: true as const };
  });
}

/** Who may be given a report: an account that screens reports and has not stepped back from this one. */
async function canScreen(tx: Tx, reportId: string, staffId: string): Promise<boolean> {
  return (await mayDo(tx, staffId, 'report.screen')) && !(await isRecusedFromReport(tx, reportId, staffId));
}

/** The assignment itself, of a report whose row the caller has locked. */
export async function giveReport(
  tx: Tx,
  record: RecordAudit,
  actor: StaffActor,
  { id }: { id: string },
  staffId: string | null,
): Promise<void> {
  await tx.update(reports).set({ assignedTo: staffId }).where(eq(reports.id, id));
  const detail: AuditDetail = staffId ? { staff: staffId } : {};
  await record({ kind: 'report', id }, { kind: 'staff', id: actor.id }, 'report.assigned', detail);
  if (staffId && staffId !== actor.id)
    await tell(tx, {
      kind: 'REPORT_ASSIGNED',
      staffIds: [staffId],
      subject: { kind: 'report', id },
      dedupe: `report-assigned/${id}/${now().getTime()}`,
    });
}

/**
 * Steps back from a case: somebody they know is in it. They can no longer read it nor work on it. Was it theirs, it is nobody's until somebody
 * takes it, and supervisors are told. A supervisor can do it for another. From a report that is in no case: stepping-back/from-report.
 */
export async function recuse(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { staffId, reason }: { staffId: string; reason: string },
): Promise<Done | Refusal<CaseGone | TextProblem> | Conflict> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  const permission: Permission = staffId === actor.id ? 'case.read' : 'case.assign';
  return workOnCase(db, actor, permission, { ...on, seen: null }, async (work) => {
    const { tx, row, at } = work;
    await tx.insert(caseRecusals).values({ caseId: row.id, staffId, at, by: actor.id }).onConflictDoNothing();
    const event = await work.note({
      kind: 'RECUSED',
      refId: staffId,
      words: { reason: typed.text },
      detail: { staff: staffId },
    });
    await leaveUndone(work, staffId, event);
    return { ok: true as const, masked: typed.masked };
  });
}

/** Lets somebody back who had stepped back, also from the reports that are in the case. A supervisor's, and never for oneself. */
export async function liftRecusal(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  staffId: string,
): Promise<Done | Refusal<CaseGone> | Conflict> {
  if (staffId === actor.id) return refuse('forbidden');
  return workOnCase(db, actor, 'case.assign', { ...on, seen: null }, async (work) => {
    const which = and(eq(caseRecusals.caseId, work.row.id), eq(caseRecusals.staffId, staffId));
    await work.tx.delete(caseRecusals).where(which);
    await letBackToReports(work, staffId);
    await work.note({ kind: 'RECUSED', refId: staffId, to: 'LIFTED', detail: { staff: staffId } });
    return { ok: true as const };
  });
}

/** Adds a note to a case. It conflicts with nothing. */
export async function addCaseNote(
  db: Db,
  actor: StaffActor,
  on: Omit<OnCase, 'seen'>,
  text: string,
): Promise<Done | Refusal<CaseGone | TextProblem> | Conflict> {
  const typed = readTyped(text, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, 'case.work', { ...on, seen: null }, async (work) => {
    await work.note({ kind: 'NOTE', words: { text: typed.text } });
    return { ok: true as const, masked: typed.masked };
  });
}

/** Adds something to be done, by whom and by when. */
export async function addTask(
  db: Db,
  actor: StaffActor,
  on: Omit<OnCase, 'seen'>,
  task: { text: string; ownerId: string | null; dueAt: Date | null },
): Promise<(Done & { taskId?: string }) | Refusal<CaseGone | TextProblem | 'unknown-staff'> | Conflict> {
  const typed = readTyped(task.text, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, 'case.work', { ...on, seen: null }, async (work) => {
    const { tx, row, at, key } = work;
    const { ownerId, dueAt } = task;
    if (ownerId && !(await canTake(tx, row.id, ownerId))) return refuse('unknown-staff');
    const id = randomUUID();
    const sealed = sealRow(key, 'case_tasks', id, { text: typed.text });
    await tx
      .insert(caseTasks)
      .values({ id, caseId: row.id, ownerId, dueAt, sealed, createdBy: actor.id, createdAt: at });
    await work.note({ kind: 'TASK', refId: id });
    if (ownerId && ownerId !== actor.id)
      await tell(tx, {
        kind: 'TASK',
        staffIds: [ownerId],
        subject: { kind: 'case', id: row.id },
        dedupe: `task/${id}`,
      });
    return { ok: true as const, taskId: id, masked: typed.masked };
  });
}

/** Marks a task done. Done twice it stays done by the first. */
export async function finishTask(
  db: Db,
  actor: StaffActor,
  on: Omit<OnCase, 'seen'>,
  taskId: string,
): Promise<Done | Refusal<CaseGone | 'unknown-task'> | Conflict> {
  return workOnCase(db, actor, 'case.work', { ...on, seen: null }, async (work) => {
    const mine = and(eq(caseTasks.id, taskId), eq(caseTasks.caseId, work.row.id));
    const [task] = await work.tx.select().from(caseTasks).where(mine);
    if (!task) return refuse('unknown-task');
    const done = await work.tx
      .update(caseTasks)
      .set({ doneBy: actor.id, doneAt: work.at })
      .where(and(mine, isNull(caseTasks.doneAt)))
      .returning({ id: caseTasks.id });
    if (done.length > 0) await work.note({ kind: 'TASK_DONE', refId: taskId });
    return { ok: true as const };
  });
}

/** When the people of a case are to be asked again; null: no longer. */
export async function setRecontact(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  at: Date | null,
): Promise<Done | Refusal<CaseGone | 'closed'> | Conflict> {
  return workOnCase(db, actor, 'case.work', on, async (work) => {
    if (work.row.state === 'CLOSED') return refuse('closed');
    await work.note({ kind: 'RECONTACT', words: { at: at?.toISOString() ?? null } });
    await refreshCase(work.tx, work.row, { recontactAt: at });
    return { ok: true as const };
  });
}

/** Keeps everything of a case from being erased, or lets go of it again: a court or the prosecution asks. */
export async function setLegalHold(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { held, reason }: { held: boolean; reason: string },
): Promise<Done | Refusal<CaseGone | TextProblem> | Conflict> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, 'case.hold-legally', on, async (work) => {
    await work.note({
      kind: 'LEGAL_HOLD',
      to: held ? 'HELD' : 'RELEASED',
      words: { reason: typed.text },
    });
    await refreshCase(work.tx, work.row, { legalHold: held });
    return { ok: true as const, masked: typed.masked };
  });
}
