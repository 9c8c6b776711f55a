import 'server-only';
import type { Db } from '@/db/client';
import { withAudit } from '@/lib/audit/commands';
import { type Refusal, refuse } from '@/lib/errors';
import { isRecusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { isReference } from '@/lib/reports/reference-shape';
import { lockClosedCase, lockPerson, lockReport, type Stays } from '@/lib/retention/erasing/locking/commands';
import type { Why } from '@/lib/retention/ledger/line';
import { requestApproval } from '@/lib/staff/approvals/commands';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import {
  type CaseGone,
  type Conflict,
  caseWork,
  lockCasesOf,
  type OnCase,
  workOnCase,
} from '../case-work/commands';
import { lockReportAndCase } from '../contact/commands';
import { isInCase, isTheirs } from '../people/queries';
import { readTyped, type TextProblem } from '../typed-text';

type Waits = { ok: true; waits: true; masked: number };

/**
 * Asks a second person to erase a report. Refused at once where something says that it stays, which is asked again when they agree. `why`:
 * because the reporter asked, or for another reason.
 */
export async function askToEraseReport(
  db: Db,
  actor: StaffActor,
  reference: string,
  { reason, why }: { reason: string; why: Exclude<Why, 'PERIOD'> },
): Promise<Waits | Refusal<CaseGone | TextProblem | 'already-asked' | Stays>> {
  if (!can(actor.roles, 'erase.ask')) return refuse('forbidden');
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  if (!isReference(reference)) return refuse('unknown');
  return withAudit(db, async (tx, record) => {
    const found = await lockReportAndCase(tx, { reference });
    if (!found) return refuse('unknown');
    if (await isRecusedFromReport(tx, found.report.id, actor.id)) return refuse('recused');
    const subject = { kind: 'report' as const, id: found.report.id };
    const stays = await lockReport(tx, subject.id);
    if (!stays.ok) return stays;
    const asked = await requestApproval(tx, record, actor, {
      act: 'ERASE',
      subject,
      payload: { why },
      reason: typed.text,
    });
    return asked.ok ? { ok: true as const, waits: true as const, masked: typed.masked } : asked;
  });
}

/** Asks a second person to erase a closed case with its reports and the people who are in no other. */
export async function askToEraseCase(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  reason: string,
): Promise<
  Waits | { ok: true; again: true } | Refusal<CaseGone | TextProblem | 'already-asked' | Stays> | Conflict
> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, 'erase.ask', on, async (work) => {
    const subject = { kind: 'case' as const, id: work.row.id };
    const stays = await lockClosedCase(work.tx, subject.id);
    if (!stays.ok) return stays;
    const asked = await requestApproval(work.tx, work.record, actor, {
      act: 'ERASE',
      subject,
      payload: { why: 'DESK' },
      reason: typed.text,
    });
    if (!asked.ok) return asked;
    await work.note({ kind: 'APPROVAL_ASKED', refId: asked.id, words: { act: 'ERASE' } });
    return { ok: true as const, waits: true as const, masked: typed.masked };
  });
}

/**
 * Asks a second person to erase somebody with everything that was established about them, from every case. Refused while a case that they are or
 * were in goes on or is held, which is asked again when the second person agrees. Every case that they stand in says that it was asked. What reports
 * and cases say of them in words is not theirs alone and stays with those. `why`: because they asked for it themselves, or for another reason.
 */
export async function askToErasePerson(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { personId, reason, why }: { personId: string; reason: string; why: Exclude<Why, 'PERIOD'> },
): Promise<
  | Waits
  | { ok: true; again: true }
  | Refusal<CaseGone | TextProblem | 'unknown-person' | 'already-asked' | Stays>
  | Conflict
> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, 'erase.ask', { ...on, seen: null }, async (work) => {
    const { tx, record } = work;
    if (!(await isInCase(tx, on.number, personId)) || !(await isTheirs(tx, actor, personId)))
      return refuse('unknown-person');
    const stays = await lockPerson(tx, personId);
    if (!stays.ok) return stays;
    const asked = await requestApproval(tx, record, actor, {
      act: 'ERASE',
      subject: { kind: 'person', id: personId },
      payload: { why, of: 'person' },
      reason: typed.text,
    });
    if (!asked.ok) return asked;
    const event = { kind: 'APPROVAL_ASKED', refId: asked.id, words: { act: 'ERASE', of: 'person' } } as const;
    for (const row of await lockCasesOf(tx, personId))
      await (row.id === work.row.id ? work : await caseWork(tx, record, actor, row, null)).note(event);
    return { ok: true as const, waits: true as const, masked: typed.masked };
  });
}
