import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staffDuty } from '@/db/schema/approvals';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { mayDo } from '../queries';
import { can } from '../roles';
import type { StaffActor } from '../session';

/** Marks somebody on duty or off it: oneself, or as a supervisor somebody else. Only who may see the queue can be on duty. */
export async function setDuty(
  db: Db,
  actor: StaffActor,
  staffId: string,
  onDuty: boolean,
): Promise<{ ok: true } | Refusal<'forbidden' | 'unknown'>> {
  if (!can(actor.roles, staffId === actor.id ? 'duty.self' : 'duty.set')) return refuse('forbidden');
  return withAudit(db, async (tx, record) => {
    if (onDuty && !(await mayDo(tx, staffId, 'duty.self'))) return refuse('unknown');
    const changed = onDuty
      ? await tx
          .insert(staffDuty)
          .values({ staffId, since: now(), markedBy: actor.id })
          .onConflictDoNothing()
          .returning({ id: staffDuty.staffId })
      : await tx.delete(staffDuty).where(eq(staffDuty.staffId, staffId)).returning({ id: staffDuty.staffId });
    if (changed.length > 0)
      await record(
        { kind: 'staff', id: staffId },
        { kind: 'staff', id: actor.id },
        onDuty ? 'duty.on' : 'duty.off',
      );
    return { ok: true as const };
  });
}
