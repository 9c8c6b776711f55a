'use server';

import { textIn } from '@/app/_request/posted';
import { isCaseCode } from '@/lib/cases/code-lists';
import { setCaseLevel } from '@/lib/cases/levels/commands';
import { isCaseAction } from '@/lib/cases/transitions';
import { readMoment } from '@/lib/cases/typed-moment';
import { closeCase, holdCase, stepCase } from '@/lib/cases/workflow/commands';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { isLevel } from '@/lib/urgency/levels';
import { beginOnCase, finishOnCase, finishWithReason } from './begin';

/** One step of the workflow. What each asks for beyond being at work on cases, the command knows. */
export async function stepCaseAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({
    form,
    name: 'step',
    permission: 'case.work',
    fields: ['step_reason', 'action'],
  });
  const action = textIn(form, 'action');
  if (!isCaseAction(action) || action === 'CLOSE' || action === 'HOLD')
    return finishOnCase(begun, { ok: false, reason: 'no-action' });
  const step = { action, reason: textIn(form, 'step_reason') };
  return finishWithReason(begun, await stepCase(database(), begun.actor, begun.on, step));
}

export async function holdCaseAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({
    form,
    name: 'hold',
    permission: 'case.work',
    fields: ['hold_until', 'hold_reason'],
  });
  const until = readMoment(textIn(form, 'hold_until'), now());
  if (!until) return finishOnCase(begun, { ok: false, reason: 'no-moment' });
  const hold = { until, reason: textIn(form, 'hold_reason') };
  return finishWithReason(begun, await holdCase(database(), begun.actor, begun.on, hold));
}

export async function closeCaseAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({
    form,
    name: 'close',
    permission: 'case.close',
    fields: ['disposition', 'close_reason'],
  });
  const disposition = textIn(form, 'disposition');
  if (!isCaseCode('disposition', disposition))
    return finishOnCase(begun, { ok: false, reason: 'no-disposition' });
  const closing = { disposition, reason: textIn(form, 'close_reason') };
  return finishWithReason(begun, await closeCase(database(), begun.actor, begun.on, closing));
}

export async function setLevelAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({
    form,
    name: 'level',
    permission: 'level.change',
    fields: ['level', 'level_reason'],
  });
  const level = textIn(form, 'level');
  if (!isLevel(level)) return finishOnCase(begun, { ok: false, reason: 'no-level' });
  const setting = { level, reason: textIn(form, 'level_reason') };
  return finishWithReason(begun, await setCaseLevel(database(), begun.actor, begun.on, setting));
}
