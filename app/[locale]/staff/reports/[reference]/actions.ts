'use server';

import { redirect } from 'next/navigation';
import { localeIn, textIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { addNote, changeState, sendMessage } from '@/lib/reports/desk/commands';
import { openCompartment } from '@/lib/reports/desk/compartment/commands';
import { reportExists } from '@/lib/reports/desk/queries';
import { decideRequest } from '@/lib/reports/requests/commands';
import { isReportAction, isReportState } from '@/lib/reports/transitions';
import { forgetTyped, keepTyped } from '@/lib/staff/kept/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { Permission } from '@/lib/staff/roles';
import { requireStaff, type StaffActor } from '@/lib/staff/session';
import { type DeskForm, formPlace } from './form-place';

type Result = { ok: true; masked?: number } | { ok: false; reason: string };
type Posted = { form: FormData; name: DeskForm; permission: Permission; fields: readonly string[] };

/** Who asks, with what was typed kept should the session have run out. The reference is posted: nothing is kept for one that is made up. */
async function begin({ form, name, permission, fields }: Posted) {
  const reference = textIn(form, 'reference').slice(0, 12);
  const typed: KeptFields = Object.fromEntries(fields.map((field) => [field, textIn(form, field)]));
  const place = formPlace(reference, name);
  const known = await reportExists(database(), reference);
  const actor = await requireStaff(permission, known ? { typed: { place, fields: typed } } : {});
  return { actor, reference, typed, place, locale: localeIn(form), name };
}

type Begun = {
  actor: StaffActor;
  reference: string;
  typed: KeptFields;
  place: string;
  locale: Locale;
  name: DeskForm;
};

/** Back to the report. What could not be taken is kept and stands in its form again. */
async function finish(begun: Begun, result: Result, more: Record<string, string> = {}): Promise<never> {
  const { actor, reference, typed, place, locale, name } = begun;
  const { submission: _submission, action: _action, ...texts } = typed;
  const taken = result.ok || result.reason === 'unknown' || result.reason === 'forbidden';
  const worthKeeping = !taken && Object.values(texts).some((text) => text.trim() !== '');
  if (worthKeeping) await keepTyped(database(), actor.id, place, typed);
  else await forgetTyped(database(), actor.id, place);
  const query = result.ok
    ? { done: name, ...(result.masked ? { masked: '1' } : {}) }
    : { form: name, problem: result.reason, ...more };
  redirect(`/${locale}/staff/reports/${encodeURIComponent(reference)}?${new URLSearchParams(query)}`);
}

export async function changeStateAction(form: FormData): Promise<void> {
  const begun = await begin({
    form,
    name: 'state',
    permission: 'report.screen',
    fields: ['action', 'reason'],
  });
  const action = textIn(form, 'action');
  const seen = textIn(form, 'seen');
  if (!isReportAction(action) || !isReportState(seen))
    return finish(begun, { ok: false, reason: 'no-action' });
  const change = { reference: begun.reference, action, seen, reason: textIn(form, 'reason') };
  const result = await changeState(database(), begun.actor, change);
  if (!result.ok && result.reason === 'empty') return finish(begun, { ok: false, reason: 'no-reason' });
  return finish(begun, result, { seen });
}

export async function addNoteAction(form: FormData): Promise<void> {
  const begun = await begin({
    form,
    name: 'note',
    permission: 'report.note',
    fields: ['note', 'submission'],
  });
  const { reference, actor } = begun;
  const writing = { reference, text: textIn(form, 'note'), submission: textIn(form, 'submission') };
  return finish(begun, await addNote(database(), actor, writing));
}

/** Opens what the person was made to do, for one reading on a page of its own. */
export async function openCompartmentAction(form: FormData): Promise<void> {
  const begun = await begin({
    form,
    name: 'compartment',
    permission: 'report.compartment',
    fields: ['compartment', 'submission'],
  });
  const { reference, actor, locale, place } = begun;
  const writing = { reference, text: textIn(form, 'compartment'), submission: textIn(form, 'submission') };
  const result = await openCompartment(database(), actor, writing);
  if (!result.ok)
    return finish(begun, result.reason === 'empty' ? { ok: false, reason: 'no-reason' } : result);
  await forgetTyped(database(), actor.id, place);
  const query = new URLSearchParams({ opening: result.opening });
  redirect(`/${locale}/staff/reports/${encodeURIComponent(reference)}/made-to-do?${query}`);
}

export async function sendMessageAction(form: FormData): Promise<void> {
  const begun = await begin({
    form,
    name: 'message',
    permission: 'report.message',
    fields: ['message', 'submission'],
  });
  const { reference, actor } = begun;
  const writing = { reference, text: textIn(form, 'message'), submission: textIn(form, 'submission') };
  return finish(begun, await sendMessage(database(), actor, writing));
}

/** Grants or declines what the reporter asked for by receipt code. */
export async function decideRequestAction(form: FormData): Promise<void> {
  const kind = textIn(form, 'request_kind') === 'WITHDRAW' ? 'WITHDRAW' : 'CONSENT';
  const begun = await begin({
    form,
    name: 'request',
    permission: 'report.screen',
    fields: [`answer_${kind}`, 'request'],
  });
  const decision = textIn(form, 'decision');
  if (decision !== 'GRANTED' && decision !== 'DECLINED')
    return finish(begun, { ok: false, reason: 'no-decision' });
  const { reference, actor } = begun;
  const text = textIn(form, `answer_${kind}`);
  const deciding = { reference, request: textIn(form, 'request'), decision, text } as const;
  return finish(begun, await decideRequest(database(), actor, deciding));
}
