'use server';

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { shortIn, textIn } from '@/app/_request/posted';
import { changeLevel, doBulk, undoActs } from '@/lib/cases/bulk/commands';
import { takeNext } from '@/lib/cases/queue/commands';
import { recuse } from '@/lib/cases/team/commands';
import { recuseFromReport } from '@/lib/cases/team/stepping-back/from-report/commands';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { isReference } from '@/lib/reports/reference-shape';
import type { Permission } from '@/lib/staff/roles';
import { isLevel } from '@/lib/urgency/levels';
import { type ActResult, type Begun, beginAct, finishAct } from './act';
import { onceKey } from './once-key';
import { askedFields, itemAddress, readAsked } from './queue-asked';
import { forgetUndo, readUndo, rememberUndo } from './undo-cookie';

const place = { path: '/staff', kept: 'queue' };

/** The queue, for the forms on it; `back` holds what its address asked for, read again and never trusted. */
async function begin(form: FormData, name: string, permission: Permission, fields: readonly string[] = []) {
  const asked = readAsked(Object.fromEntries(new URLSearchParams(shortIn(form, 'back', 400))));
  const begun = await beginAct({ form, place, name, permission, fields, known: true });
  return { ...begun, back: askedFields(asked), ref: shortIn(form, 'ref', 20) };
}

const finish = (begun: Begun & { back: Record<string, string> }, result: ActResult, more = {}) =>
  finishAct(begun, result, { ...begun.back, ...more });

/** Takes what is to be done next, and goes there. */
export async function takeNextAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'take', 'report.screen');
  const key = form.has('submission') ? onceKey(form, begun.name, begun.typed) : randomUUID();
  const taken = await takeNext(database(), begun.actor, key);
  if (!taken.ok) return finish(begun, taken);
  redirect(itemAddress(begun.locale, taken.ref));
}

/** Gives one row to somebody, or to nobody. */
export async function assignAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'assign', 'report.screen');
  const [seen, to] = [textIn(form, 'seen'), textIn(form, 'to')];
  const order = {
    act: to === 'me' ? ('ASSIGN_ME' as const) : ('ASSIGN' as const),
    staffId: to === 'nobody' ? null : to,
    reason: '',
    submission: onceKey(form, begun.name, begun.typed, to),
  };
  const given = await doBulk(database(), begun.actor, order, [{ ref: begun.ref, seen }]);
  if (!given.ok) return finish(begun, given);
  const [left] = given.left;
  if (left)
    return finish(begun, { ok: false, reason: left.why === 'changed' ? 'conflict' : `left-${left.why}` });
  await rememberUndo(given.undo);
  return finish(begun, { ok: true });
}

/** Sets the level of one row, with a reason. */
export async function changeLevelAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'level', 'level.change', ['reason', 'ref', 'level']);
  const [level, was, version] = [textIn(form, 'level'), textIn(form, 'was'), textIn(form, 'version')];
  if (!isLevel(level) || !isLevel(was)) return finish(begun, { ok: false, reason: 'no-level' });
  const changed = await changeLevel(database(), begun.actor, {
    ref: begun.ref,
    level,
    was,
    version: /^\d{1,9}$/.test(version) ? Number(version) : null,
    reason: textIn(form, 'reason'),
    submission: onceKey(form, begun.name, begun.typed),
  });
  if (!changed.ok) {
    const reason = changed.reason === 'empty' ? 'no-reason' : changed.reason;
    return finish(begun, { ok: false, reason }, { open: begun.ref });
  }
  await rememberUndo(changed.undo);
  return finish(begun, changed);
}

/** Steps back from a case, or from a report that is in none. It cannot be opened any more, so nothing is. */
export async function recuseAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'recuse', 'case.read', ['recusal', 'ref']);
  const { actor, ref } = begun;
  const submission = onceKey(form, begun.name, begun.typed);
  const who = { staffId: actor.id, reason: textIn(form, 'recusal') };
  const stepped = isReference(ref)
    ? await recuseFromReport(database(), actor, ref, { ...who, submission })
    : await recuse(database(), actor, { number: ref, seen: null, submission }, who);
  if (!stepped.ok)
    return finish(begun, stepped.reason === 'empty' ? { ok: false, reason: 'no-reason' } : stepped);
  const { open: _open, ...back } = begun.back;
  return finish({ ...begun, back }, stepped);
}

/** Takes back the last act of the queue. */
export async function undoAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'undo', 'report.screen');
  const { reason } = words(begun.locale).desk.queue.undo;
  const undone = await undoActs(database(), begun.actor, await readUndo(), reason);
  await forgetUndo();
  if (!undone.ok) return finish(begun, undone);
  const left = undone.left.map(({ ref }) => ref).join('.');
  const count = `${undone.done.length}`;
  if (undone.done.length === 0) return finish(begun, { ok: false, reason: 'conflict' }, { left });
  return finish(begun, { ok: true }, { count, ...(left ? { left } : {}) });
}
