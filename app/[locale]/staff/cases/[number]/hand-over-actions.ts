'use server';

import { shortIn, textIn } from '@/app/_request/posted';
import { caseExists } from '@/lib/cases/reading/queries';
import { readSeen, writeSeen } from '@/lib/cases/seen-case';
import { database } from '@/lib/database';
import { draftReferral, releaseToBlocked, sendReferral, stepReferral } from '@/lib/referrals/commands';
import { isBasis } from '@/lib/referrals/masks';
import { isReferralState, isReferralStep } from '@/lib/referrals/transitions';
import type { Permission } from '@/lib/staff/roles';
import { type Begun, beginAct, finishAct } from '../../_desk/act';
import { abroadField, type HandOverForm, handOverPlace, reasonField, wordsField } from './hand-over-place';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TICK = /^(report|person)-[0-9a-f-]{36}$/;

type Posted = { form: FormData; name: HandOverForm; permission: Permission; fields: readonly string[] };

/** The key of the form holds what was typed and chosen: another step or another agency after "back" is another form. */
async function begin({ form, ...posted }: Posted) {
  const number = shortIn(form, 'number', 20);
  const place = handOverPlace(number, textIn(form, 'page') === 'case' ? 'case' : 'hand-overs');
  const known = await caseExists(database(), number);
  const begun = await beginAct({ form, place, known, ...posted });
  const submission = JSON.stringify([posted.name, textIn(form, 'submission'), begun.typed]);
  return { ...begun, on: { number, submission } };
}

/** The id of the hand-over that a form is about; null for what cannot be one. */
const referralIn = (form: FormData) =>
  UUID.test(textIn(form, 'referral')) ? textIn(form, 'referral') : null;
const notThere = (begun: Begun) => finishAct(begun, { ok: false, reason: 'unknown-referral' });

const ticked = (form: FormData, what: 'report' | 'person') =>
  [...form.keys()].filter((key) => TICK.test(key) && key.startsWith(what)).map((key) => key.slice(7));

export async function draftReferralAction(form: FormData): Promise<void> {
  const boxes = [...form.keys()].filter((key) => TICK.test(key)).slice(0, 200);
  const begun = await begin({
    form,
    name: 'hand-over-draft',
    permission: 'referral.write',
    fields: ['agency', 'basis', 'hand_over_message', 'submission', ...boxes],
  });
  const [agencyId, basis] = [textIn(form, 'agency'), textIn(form, 'basis')];
  if (!UUID.test(agencyId)) return finishAct(begun, { ok: false, reason: 'unknown-agency' });
  if (!isBasis(basis)) return finishAct(begun, { ok: false, reason: 'no-basis' });
  const result = await draftReferral(database(), begun.actor, begun.on, {
    agencyId,
    basis,
    message: textIn(form, 'hand_over_message'),
    reportIds: ticked(form, 'report'),
    personIds: ticked(form, 'person'),
  });
  return finishAct(begun, result);
}

export async function sendReferralAction(form: FormData): Promise<void> {
  const begun = await begin({
    form,
    name: 'hand-over-send',
    permission: 'referral.send',
    fields: ['referral', abroadField(shortIn(form, 'referral', 36))],
  });
  const [id, seen] = [referralIn(form), readSeen(textIn(form, 'seen'))];
  if (!id) return notThere(begun);
  // Version 0 never was: whoever does not say what they saw has seen nothing.
  const on = { ...begun.on, seen: seen?.version ?? 0 };
  const result = await sendReferral(database(), begun.actor, on, id, textIn(form, abroadField(id)));
  if (result.ok) return finishAct(begun, { ok: true, waits: 'waits' in result });
  if (result.reason === 'empty') return finishAct(begun, { ok: false, reason: 'no-reason' });
  return finishAct(begun, result, result.reason === 'conflict' && seen ? { seen: writeSeen(seen) } : {});
}

/** A supervisor lifts the block of an agency for one hand-over. */
export async function releaseToBlockedAction(form: FormData): Promise<void> {
  const begun = await begin({
    form,
    name: 'hand-over-release',
    permission: 'agency.release',
    fields: ['referral', reasonField(shortIn(form, 'referral', 36)), 'submission'],
  });
  const referralId = referralIn(form);
  if (!referralId) return notThere(begun);
  const release = { referralId, reason: textIn(form, reasonField(referralId)) };
  const result = await releaseToBlocked(database(), begun.actor, begun.on, release);
  if (!result.ok && result.reason === 'empty') return finishAct(begun, { ok: false, reason: 'no-reason' });
  return finishAct(begun, result);
}

export async function stepReferralAction(form: FormData): Promise<void> {
  const begun = await begin({
    form,
    name: 'hand-over-step',
    permission: 'referral.write',
    fields: ['referral', 'action', wordsField(shortIn(form, 'referral', 36)), 'submission'],
  });
  const [referralId, action, seen] = [referralIn(form), textIn(form, 'action'), textIn(form, 'seen')];
  if (!referralId || !isReferralState(seen)) return notThere(begun);
  if (!isReferralStep(action)) return finishAct(begun, { ok: false, reason: 'no-action' });
  const change = { referralId, action, seen, words: textIn(form, wordsField(referralId)) };
  return finishAct(begun, await stepReferral(database(), begun.actor, begun.on, change));
}
