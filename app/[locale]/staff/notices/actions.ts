'use server';

import { textIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { markSeen } from '@/lib/notify/outbox/commands';
import { isUuid } from '@/lib/uuid';
import { beginAct, finishAct } from '../_desk/act';

/** Marks one notice, or all that the page showed and no other that came meanwhile, as seen. */
export async function markSeenAction(form: FormData): Promise<void> {
  const place = { path: '/staff/notices', kept: 'notices' };
  const begun = await beginAct({
    form,
    place,
    name: 'seen',
    permission: 'queue.view',
    fields: [],
    known: false,
  });
  const chosen = textIn(form, 'seen');
  const ids = chosen === 'ALL' ? form.getAll('notice').map(String) : [chosen];
  await markSeen(database(), begun.actor.id, ids.filter(isUuid).slice(0, 100));
  return finishAct(begun, { ok: true });
}
