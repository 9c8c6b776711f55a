'use server';

import { redirect } from 'next/navigation';
import { textIn } from '@/app/_request/posted';
import { askToEraseCase } from '@/lib/cases/erasing/commands';
import { assignCase, liftRecusal, recuse, setLegalHold } from '@/lib/cases/team/commands';
import { database } from '@/lib/database';
import { beginOnCase, finishOnCase, finishWithReason, idIn } from './begin';

/** Gives the case to somebody, or (NOBODY) to no one. */
export async function assignCaseAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({ form, name: 'assign', permission: 'case.work', fields: ['assign'] });
  const staffId = idIn(form, 'assign');
  if (!staffId && textIn(form, 'assign') !== 'NOBODY')
    return finishOnCase(begun, { ok: false, reason: 'no-staff' });
  return finishOnCase(begun, await assignCase(database(), begun.actor, begun.on, staffId));
}

/** Whoever steps back themselves can no longer see the page: they land on the list. */
export async function recuseAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({
    form,
    name: 'recuse',
    permission: 'case.read',
    fields: ['recuse', 'recuse_reason'],
  });
  const { actor, locale, on } = begun;
  const staffId = idIn(form, 'recuse');
  if (!staffId) return finishOnCase(begun, { ok: false, reason: 'no-staff' });
  if (textIn(form, 'recuse_confirmed') !== 'YES')
    return finishOnCase(begun, { ok: false, reason: 'not-confirmed' });
  const reason = textIn(form, 'recuse_reason');
  const result = await recuse(database(), actor, on, { staffId, reason });
  const isGone = result.ok ? staffId === actor.id : result.reason === 'recused';
  if (isGone) redirect(`/${locale}/staff/cases?recused=1`);
  return finishWithReason(begun, result);
}

export async function liftRecusalAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({ form, name: 'lift', permission: 'case.assign', fields: [] });
  const staffId = idIn(form, 'staff');
  if (!staffId) return finishOnCase(begun, { ok: false, reason: 'no-staff' });
  return finishOnCase(begun, await liftRecusal(database(), begun.actor, begun.on, staffId));
}

export async function setLegalHoldAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({
    form,
    name: 'legal',
    permission: 'case.hold-legally',
    fields: ['legal_reason'],
  });
  const hold = { held: textIn(form, 'held') === 'YES', reason: textIn(form, 'legal_reason') };
  return finishWithReason(begun, await setLegalHold(database(), begun.actor, begun.on, hold));
}

/** Asks a second person to erase a closed case with everything in it. */
export async function askToEraseCaseAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({ form, name: 'erase', permission: 'erase.ask', fields: ['erase_reason'] });
  const reason = textIn(form, 'erase_reason');
  return finishWithReason(begun, await askToEraseCase(database(), begun.actor, begun.on, reason));
}
