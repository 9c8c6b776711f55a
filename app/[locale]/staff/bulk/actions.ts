'use server';

import { redirect } from 'next/navigation';
import { shortIn, textIn } from '@/app/_request/posted';
import { isBulkAct, MOST_AT_ONCE } from '@/lib/cases/bulk/acts';
import { doBulk } from '@/lib/cases/bulk/commands';
import { database } from '@/lib/database';
import { keepTyped } from '@/lib/staff/kept/commands';
import { beginAct, finishAct, keptPlace } from '../_desk/act';
import { onceKey } from '../_desk/once-key';
import { askedFields, readAsked } from '../_desk/queue-asked';
import { rememberUndo } from '../_desk/undo-cookie';
import { bulkPlace } from './bulk-place';

const many = (form: FormData, name: string) =>
  form
    .getAll(name)
    .filter((one) => typeof one === 'string')
    .slice(0, MOST_AT_ONCE);

/** Does what was previewed. A reason that cannot be taken leads back to the same preview. */
export async function doBulkAction(form: FormData): Promise<void> {
  const begun = await beginAct({
    form,
    place: bulkPlace,
    name: 'bulk',
    permission: 'report.screen',
    fields: ['reason'],
    known: true,
  });
  const { actor, locale, typed } = begun;
  const back = askedFields(readAsked(Object.fromEntries(new URLSearchParams(shortIn(form, 'back', 400)))));
  const queue = { ...begun, place: { path: '/staff', kept: bulkPlace.kept } };
  const act = textIn(form, 'act');
  if (!isBulkAct(act)) return finishAct(queue, { ok: false, reason: 'nothing-done' }, back);
  const staffId = shortIn(form, 'to', 36) || null;
  const submission = onceKey(form, begun.name, typed, act, staffId);
  const order = { act, staffId, reason: textIn(form, 'reason'), submission };
  const rows = many(form, 'row').map((row) => {
    const [ref = '', seen = ''] = row.slice(0, 100).split('=');
    return { ref, seen };
  });
  const result = await doBulk(database(), actor, order, rows);
  if (!result.ok) {
    const reason = result.reason === 'empty' ? 'no-reason' : result.reason;
    await keepTyped(database(), actor.id, keptPlace(bulkPlace, 'bulk'), typed);
    const query = new URLSearchParams({
      ...back,
      act,
      to: order.staffId ?? '',
      form: 'bulk',
      problem: reason,
    });
    for (const ref of many(form, 'all')) query.append('item', ref.slice(0, 20));
    redirect(`/${locale}${bulkPlace.path}?${query}`);
  }
  const left = result.left.map(({ ref }) => ref).join('.');
  const more = { ...back, ...(left ? { left } : {}) };
  if (result.done.length === 0) return finishAct(queue, { ok: false, reason: 'nothing-done' }, more);
  await rememberUndo(result.undo);
  return finishAct(queue, { ok: true }, { ...more, count: `${result.done.length}` });
}
