import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { type Refusal, refuse } from '@/lib/errors';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { workOnCase } from '../case-work/commands';
import { assignReport, giveCase } from '../team/commands';
import { NOBODY } from './assigned';
import { listWork, type WorkItem } from './queries';

/**
 * Takes what is to be done next and belongs to nobody: the head of the queue that this person may work on. Two who ask at once get two
 * different things.
 */
export async function takeNext(
  db: Db,
  actor: StaffActor,
): Promise<{ ok: true; kind: WorkItem['kind']; ref: string } | Refusal<'forbidden' | 'nothing-left'>> {
  if (!can(actor.roles, 'report.screen')) return refuse('forbidden');
  const kind = can(actor.roles, 'case.work') ? null : ('REPORT' as const);
  const wanted = { view: 'all', level: null, kind, province: null, assigned: NOBODY } as const;
  let after = null;
  for (;;) {
    const page = await listWork(db, actor, { ...wanted, after });
    for (const item of page.items)
      if (item.state !== 'ON_HOLD' && (await take(db, actor, item)))
        return { ok: true, kind: item.kind, ref: item.ref };
    if (!page.next) return refuse('nothing-left');
    after = page.next;
  }
}

async function take(db: Db, actor: StaffActor, item: WorkItem): Promise<boolean> {
  if (item.kind === 'REPORT')
    return (await assignReport(db, actor, item.ref, { staffId: actor.id, seen: null })).ok;
  const form = { number: item.ref, seen: null, submission: randomUUID() };
  const taken = await workOnCase(db, actor, 'case.work', form, async (work) => {
    if (work.row.assignedTo !== null) return refuse('taken');
    await giveCase(work, actor.id);
    return { ok: true as const };
  });
  return taken.ok;
}
