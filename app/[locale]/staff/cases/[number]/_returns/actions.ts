'use server';

import { redirect } from 'next/navigation';
import { shortIn, textIn } from '@/app/_request/posted';
import { readObserved } from '@/lib/cases/observed-moment';
import { caseExists } from '@/lib/cases/reading/queries';
import { joinReturn, planReturn } from '@/lib/cases/returns/commands';
import { readMoment } from '@/lib/cases/typed-moment';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { forgetTyped } from '@/lib/staff/kept/commands';
import { type Begun, beginAct, finishAct, keptPlace } from '../../../_desk/act';
import { PLAN_FIELDS, planIn } from '../../../_desk/posted-plan';
import { planPlace } from './place';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function begin(form: FormData, name: string, fields: readonly string[]) {
  const number = shortIn(form, 'number', 20);
  const known = await caseExists(database(), number);
  const begun = await beginAct({
    form,
    place: planPlace(number),
    name,
    permission: 'case.work',
    fields,
    known,
  });
  const personIds = form.getAll('return_person').filter((id): id is string => UUID.test(String(id)));
  const chosen = [personIds, textIn(form, 'return_id')];
  const submission = JSON.stringify([name, textIn(form, 'submission'), begun.typed, ...chosen]);
  return { ...begun, on: { number, seen: null, submission }, personIds };
}

async function goToReturn({ actor, locale, place, name }: Begun, id: string): Promise<never> {
  await forgetTyped(database(), actor.id, keptPlace(place, name));
  redirect(`/${locale}/staff/returns/${id}?done=${name}`);
}

export async function planReturnAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'return-plan', ['return_decided_at', ...PLAN_FIELDS]);
  const decidedAt = readObserved(textIn(form, 'return_decided_at'), now());
  const planned = textIn(form, 'return_planned_at').trim();
  const plannedAt = planned ? readMoment(planned, now()) : null;
  if (!decidedAt || (planned && !plannedAt)) return finishAct(begun, { ok: false, reason: 'no-moment' });
  const { actor, on, personIds } = begun;
  const deciding = { plan: planIn(form), dates: { decidedAt, plannedAt }, personIds };
  const result = await planReturn(database(), actor, on, deciding);
  if (!result.ok) return finishAct(begun, result);
  if ('returnId' in result && result.returnId) return goToReturn(begun, result.returnId);
  redirect(`/${begun.locale}/staff/returns?done=return-plan`);
}

export async function joinReturnAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'return-join', []);
  const returnId = textIn(form, 'return_id');
  if (!UUID.test(returnId)) return finishAct(begun, { ok: false, reason: 'unknown-return' });
  const { actor, on, personIds } = begun;
  const result = await joinReturn(database(), actor, on, { returnId, personIds });
  return result.ok ? goToReturn(begun, returnId) : finishAct(begun, result);
}
