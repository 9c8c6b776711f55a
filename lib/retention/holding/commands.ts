import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { notes, reports } from '@/db/schema/reports';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { lockReportFor } from '@/lib/reports/desk/recusal/queries';
import { messageProblem } from '@/lib/reports/mailbox/commands';
import { maskResidentNumbers } from '@/lib/resident-number';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';

type Held = { ok: true; masked: number };

/**
 * Keeps a report from being erased by anybody and anything, or lets go of it again: a court or the prosecution asks. For one that is in no case; a case's hold
 * keeps its reports too. The reason is a note that every reader of the report sees. Set twice, it stands.
 */
export async function setReportHold(
  db: Db,
  actor: StaffActor,
  { reference, held, reason }: { reference: string; held: boolean; reason: string },
): Promise<Held | Refusal<'forbidden' | 'unknown' | 'empty' | 'too-long' | 'unreadable'>> {
  if (!can(actor.roles, 'case.hold-legally')) return refuse('forbidden');
  const problem = messageProblem(reason);
  if (problem) return problem;
  const { text, masked } = maskResidentNumbers(reason.trim());
  return withAudit(db, async (tx, record) => {
    const report = await lockReportFor(tx, actor, reference);
    if (!report) return refuse('unknown');
    if (report.legalHold === held) return { ok: true as const, masked };
    const note = randomUUID();
    const key = await openDataKey(tx, { kind: 'report', id: report.id });
    await tx.insert(notes).values({
      id: note,
      reportId: report.id,
      authorId: actor.id,
      sealed: seal(key, { table: 'notes', row: note, column: 'sealed' }, { text }),
      writtenAt: now(),
      submissionKey: randomUUID(),
    });
    await tx.update(reports).set({ legalHold: held }).where(eq(reports.id, report.id));
    const detail = { held, note };
    await record(
      { kind: 'report', id: report.id },
      { kind: 'staff', id: actor.id },
      'report.legal-hold',
      detail,
    );
    return { ok: true as const, masked };
  });
}
