'use server';

import { shortIn, textIn } from '@/app/_request/posted';
import { isReturnAction, isReturnAnswer } from '@/lib/cases/return-transitions';
import { answerReturn, changeReturn, leaveReturn, stepReturn } from '@/lib/cases/returns/commands';
import { returnExists } from '@/lib/cases/returns/queries';
import { readMoment } from '@/lib/cases/typed-moment';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { type ActResult, beginAct, finishAct } from '../../_desk/act';
import { PLAN_FIELDS, planIn } from '../../_desk/posted-plan';
import { type ReturnForm, returnPlace } from './form-place';

async function begin(form: FormData, name: ReturnForm, fields: readonly string[]) {
  const returnId = shortIn(form, 'return', 36);
  const known = await returnExists(database(), returnId);
  const posted = {
    form,
    place: returnPlace(returnId),
    name,
    permission: 'case.work',
    fields,
    known,
  } as const;
  const seen = Number(textIn(form, 'seen'));
  const personId = shortIn(form, 'person', 36);
  return { ...(await beginAct(posted)), on: { returnId, seen }, personId };
}

const withReason = (result: ActResult): ActResult =>
  !result.ok && result.reason === 'empty' ? { ok: false, reason: 'no-reason' } : result;

export async function changeReturnAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'return-change', PLAN_FIELDS);
  const planned = textIn(form, 'return_planned_at').trim();
  const plannedAt = planned ? readMoment(planned, now()) : null;
  if (planned && !plannedAt) return finishAct(begun, { ok: false, reason: 'no-moment' });
  const change = { plan: planIn(form), plannedAt };
  return finishAct(begun, await changeReturn(database(), begun.actor, begun.on, change));
}

export async function stepReturnAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'return-step', ['action', 'step_reason']);
  const action = textIn(form, 'action');
  if (!isReturnAction(action)) return finishAct(begun, { ok: false, reason: 'no-action' });
  const step = { action, reason: textIn(form, 'step_reason') };
  return finishAct(begun, withReason(await stepReturn(database(), begun.actor, begun.on, step)));
}

export async function answerReturnAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'return-answer', ['person', 'answer', 'answer_note']);
  const answer = textIn(form, 'answer');
  if (!isReturnAnswer(answer)) return finishAct(begun, { ok: false, reason: 'no-answer' });
  const { actor, on, personId } = begun;
  const said = { personId, answer, note: textIn(form, 'answer_note') };
  return finishAct(begun, await answerReturn(database(), actor, on, said));
}

export async function leaveReturnAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'return-leave', ['person', 'leave_reason']);
  const { actor, on, personId } = begun;
  const leaving = { personId, reason: textIn(form, 'leave_reason') };
  return finishAct(begun, withReason(await leaveReturn(database(), actor, on, leaving)));
}
