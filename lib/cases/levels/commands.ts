import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { levelChanges } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { lockReportFor } from '@/lib/reports/desk/recusal/queries';
import { isReportInCase } from '@/lib/reports/queries';
import { isReference } from '@/lib/reports/reference-shape';
import { cancelOvertaken, requestApproval, type Subject } from '@/lib/staff/approvals/commands';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { lowersGravely } from '@/lib/urgency/standing';
import { openDataKey } from '@/lib/vault/commands';
import {
  type CaseGone,
  type CaseRow,
  type CaseWork,
  type Conflict,
  head,
  lockCase,
  type OnCase,
  workOnCase,
} from '../case-work/commands';
import { relevelClocks } from '../clock-keeping/commands';
import { sealRow } from '../places';
import { recomputeLevel, refreshCase } from '../refreshing/commands';
import { readTyped, type TextProblem } from '../typed-text';

type Waits = { ok: true; waits: true; approvalId: string; expiresAt: Date };
type LevelProblem = Refusal<TextProblem | 'same-level' | 'already-asked' | 'forbidden' | 'closed'>;
/** `agreedBy`: the second person. */
export type LevelSetting = { level: Level; reason: string; setBy: string; agreedBy: string | null };

/** Sets a case's level by hand, with a reason. Lowering from U1 or U2 asks for a second person and changes nothing until there is one. */
export async function setCaseLevel(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { level, reason }: { level: Level; reason: string },
): Promise<{ ok: true; again?: true } | Waits | LevelProblem | Refusal<CaseGone> | Conflict> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, 'level.change', on, async (work) => {
    if (work.row.state === 'CLOSED') return refuse('closed');
    // What was added to its reports first: who judges the level has to have seen what it comes to, and is told of a conflict where it changes.
    const followed = await followIn(work.tx, work.record, work.row);
    if (followed !== work.row) return { ...refuse('conflict'), seen: work.row.version, now: head(followed) };
    const standing = work.row.level as Level;
    if (level === standing) return refuse('same-level');
    if (lowersGravely(standing, level)) {
      const asked = await ask(
        work.tx,
        work.record,
        actor,
        { kind: 'case', id: work.row.id },
        { from: standing, level },
        typed.text,
      );
      if (asked.ok)
        await work.note({
          kind: 'APPROVAL_ASKED',
          refId: asked.approvalId,
          words: { act: 'LOWER_LEVEL', level },
        });
      return asked;
    }
    await applyCaseLevel(work, { level, reason: typed.text, setBy: actor.id, agreedBy: null });
    return { ok: true as const };
  });
}

/**
 * The same for a report that is not in a case. A report in one has its level set there. The same form sent twice by the same person is done once.
 */
export async function setReportLevel(
  db: Db,
  actor: StaffActor,
  reference: string,
  { level, seen, reason }: { level: Level; seen: Level; reason: string },
): Promise<
  | { ok: true; again?: true }
  | Waits
  | LevelProblem
  | Refusal<'unknown' | 'in-case'>
  | (Refusal<'level-conflict'> & { seen: Level; level: Level })
> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  if (!can(actor.roles, 'level.change')) return refuse('forbidden');
  if (!isReference(reference)) return refuse('unknown');
  return withAudit(db, async (tx, record) => {
    const report = await lockReportFor(tx, actor, reference);
    if (!report) return refuse('unknown');
    const standing = report.level as Level;
    if (standing !== seen) {
      const again =
        standing === level && (await wasSetBy(tx, report.id, actor.id, { from: seen, to: level }));
      return again
        ? { ok: true as const, again: true as const }
        : { ...refuse('level-conflict'), seen, level: standing };
    }
    if (level === standing) return refuse('same-level');
    if (await isReportInCase(tx, report.id)) return refuse('in-case');
    if (lowersGravely(standing, level))
      return ask(tx, record, actor, { kind: 'report', id: report.id }, { from: standing, level }, typed.text);
    await applyReportLevel(tx, record, actor, report, {
      level,
      reason: typed.text,
      setBy: actor.id,
      agreedBy: null,
    });
    return { ok: true as const };
  });
}

/** `from`: the level that the person who asks has judged. Once another stands, the request is overtaken, and makes way for the next. */
async function ask(
  tx: Tx,
  record: RecordAudit,
  actor: StaffActor,
  subject: Subject,
  lowering: { from: Level; level: Level },
  reason: string,
): Promise<Waits | Refusal<'forbidden' | 'already-asked'>> {
  const act = 'LOWER_LEVEL';
  await cancelOvertaken(tx, record, actor, { act, subject }, ({ from }) => from !== lowering.from);
  const asked = await requestApproval(tx, record, actor, { act, subject, payload: lowering, reason });
  return asked.ok ? { ok: true, waits: true, approvalId: asked.id, expiresAt: asked.expiresAt } : asked;
}

/** Writes a level set by hand on a case: history, clocks, timeline. */
export async function applyCaseLevel(work: CaseWork, setting: LevelSetting): Promise<void> {
  const { tx, row, at, key } = work;
  const id = randomUUID();
  await tx.insert(levelChanges).values({
    id,
    caseId: row.id,
    source: 'MANUAL',
    fromLevel: row.level,
    toLevel: setting.level,
    staffId: setting.setBy,
    secondId: setting.agreedBy,
    at,
    sealed: sealRow(key, 'level_changes', id, { reason: setting.reason }),
  });
  await relevelClocks(tx, row.id, setting.level, row.state === 'ON_HOLD', at);
  await work.note({
    kind: 'LEVEL',
    from: row.level,
    to: setting.level,
    refId: id,
    words: { reason: setting.reason },
    detail: setting.agreedBy ? { agreed: setting.agreedBy } : {},
  });
  await refreshCase(tx, row, { level: setting.level, levelManual: true });
}

type ReportRow = typeof reports.$inferSelect;

/** Writes a level set by hand on a report. */
export async function applyReportLevel(
  tx: Tx,
  record: RecordAudit,
  actor: StaffActor,
  report: ReportRow,
  setting: LevelSetting,
): Promise<void> {
  const id = randomUUID();
  const key = await openDataKey(tx, { kind: 'report', id: report.id });
  await tx.insert(levelChanges).values({
    id,
    reportId: report.id,
    source: 'MANUAL',
    fromLevel: report.level,
    toLevel: setting.level,
    staffId: setting.setBy,
    secondId: setting.agreedBy,
    at: now(),
    sealed: sealRow(key, 'level_changes', id, { reason: setting.reason }),
  });
  await tx.update(reports).set({ level: setting.level, levelManual: true }).where(eq(reports.id, report.id));
  const detail = {
    from: report.level,
    to: setting.level,
    ...(setting.agreedBy ? { agreed: setting.agreedBy } : {}),
  };
  await record({ kind: 'report', id: report.id }, { kind: 'staff', id: actor.id }, 'report.level', detail);
}

/** Whether the newest level set by hand is this person's, from the one level to the other: their answer was lost, or they pressed twice. */
async function wasSetBy(
  tx: Tx,
  reportId: string,
  staffId: string,
  { from, to }: { from: Level; to: Level },
): Promise<boolean> {
  const [last] = await tx
    .select()
    .from(levelChanges)
    .where(and(eq(levelChanges.reportId, reportId), eq(levelChanges.source, 'MANUAL')))
    .orderBy(desc(levelChanges.at))
    .limit(1);
  return last?.staffId === staffId && last.fromLevel === from && last.toLevel === to;
}

/** Brings a case's level up to its reports', for the job that follows new facts in a report. Answers whether it changed. */
export async function followReports(db: Db, caseId: string): Promise<boolean> {
  return withAudit(db, async (tx, record) => {
    const row = await lockCase(tx, caseId);
    return row !== null && (await followIn(tx, record, row)) !== row;
  });
}

/**
 * Brings a locked case's level up to its reports', in the transaction that judges it. Answers the case's row as it then is: the very same where nothing
 * changed. The level is worked out, so nobody is named.
 */
export async function followIn(tx: Tx, record: RecordAudit, row: CaseRow): Promise<CaseRow> {
  if (row.state === 'CLOSED') return row;
  const patch = await recomputeLevel(tx, row, now());
  if (Object.keys(patch).length === 0) return row;
  const followed = await refreshCase(tx, row, patch);
  const detail = { from: row.level, to: followed.level };
  await record({ kind: 'case', id: row.id }, { kind: 'system', id: null }, 'case.level.computed', detail);
  return followed;
}
