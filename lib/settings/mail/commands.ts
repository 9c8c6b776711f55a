import 'server-only';
import type { Db } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { GIVEN_UP } from './queries';

const MAIL = { kind: 'setting' as const, id: '00000000-0000-4000-8000-000000000012' };

/** Tries what was given up again, as if it had just been put out. */
export async function retryMail(
  db: Db,
  actor: StaffActor,
): Promise<{ ok: true } | Refusal<'forbidden' | 'nothing-dead'>> {
  if (!can(actor.roles, 'settings.edit')) return refuse('forbidden');
  return withAudit(db, async (tx, record) => {
    const again = await tx
      .update(outbox)
      .set({ nextTryAt: now(), tries: 0 })
      .where(GIVEN_UP)
      .returning({ id: outbox.id });
    if (again.length === 0) return refuse('nothing-dead');
    await record(MAIL, { kind: 'staff', id: actor.id }, 'mail.retried', { notices: again.length });
    return { ok: true as const };
  });
}
