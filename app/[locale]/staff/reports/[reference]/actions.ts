'use server';

import { redirect } from 'next/navigation';
import { textIn } from '@/app/_request/posted';
import { listTemplates } from '@/lib/cases/templates/queries';
import { database } from '@/lib/database';
import { addNote, changeState, sendMessage } from '@/lib/reports/desk/commands';
import { openCompartment } from '@/lib/reports/desk/compartment/commands';
import { decideRequest } from '@/lib/reports/requests/commands';
import { readSeenReport } from '@/lib/reports/seen-report';
import { isReportAction } from '@/lib/reports/transitions';
import { forgetTyped, keepTyped } from '@/lib/staff/kept/commands';
import type { StaffActor } from '@/lib/staff/session';
import { finishAct, keptPlace } from '../../_desk/act';
import { beginOnReport } from './begin';

export async function changeStateAction(form: FormData): Promise<void> {
  const begun = await beginOnReport({
    form,
    name: 'state',
    permission: 'report.screen',
    fields: ['action', 'reason'],
  });
  const action = textIn(form, 'action');
  const read = readSeenReport(textIn(form, 'seen'));
  if (!isReportAction(action) || !read) return finishAct(begun, { ok: false, reason: 'no-action' });
  const seen = read.state;
  const change = { reference: begun.reference, action, seen, read, reason: textIn(form, 'reason') };
  const result = await changeState(database(), begun.actor, change);
  if (!result.ok && result.reason === 'empty') return finishAct(begun, { ok: false, reason: 'no-reason' });
  return finishAct(begun, result, { seen });
}

export async function addNoteAction(form: FormData): Promise<void> {
  const begun = await beginOnReport({
    form,
    name: 'note',
    permission: 'report.note',
    fields: ['note', 'submission'],
  });
  const { reference, actor } = begun;
  const writing = { reference, text: textIn(form, 'note'), submission: textIn(form, 'submission') };
  return finishAct(begun, await addNote(database(), actor, writing));
}

/** Opens what the person was made to do, for one reading on a page of its own. */
export async function openCompartmentAction(form: FormData): Promise<void> {
  const begun = await beginOnReport({
    form,
    name: 'compartment',
    permission: 'report.compartment',
    fields: ['compartment', 'submission'],
  });
  const { reference, actor, locale, place } = begun;
  const writing = { reference, text: textIn(form, 'compartment'), submission: textIn(form, 'submission') };
  const result = await openCompartment(database(), actor, writing);
  if (!result.ok)
    return finishAct(begun, result.reason === 'empty' ? { ok: false, reason: 'no-reason' } : result);
  await forgetTyped(database(), actor.id, keptPlace(place, 'compartment'));
  const query = new URLSearchParams({ opening: result.opening });
  redirect(`/${locale}/staff/reports/${encodeURIComponent(reference)}/made-to-do?${query}`);
}

/** Sends a message; or, without script, puts a template's text behind what is typed and sends nothing. */
export async function sendMessageAction(form: FormData): Promise<void> {
  const begun = await beginOnReport({
    form,
    name: 'message',
    permission: 'report.message',
    fields: ['message', 'submission'],
  });
  const { reference, actor, typed, place, locale } = begun;
  if (textIn(form, 'act') === 'template') {
    const text = await templateText(actor, textIn(form, 'template'), textIn(form, 'reporter'));
    const message = [textIn(form, 'message').trimEnd(), text].filter(Boolean).join('\n\n');
    await keepTyped(database(), actor.id, keptPlace(place, 'message'), { ...typed, message });
    redirect(`/${locale}${place.path}?done=template#message`);
  }
  const writing = { reference, text: textIn(form, 'message'), submission: textIn(form, 'submission') };
  return finishAct(begun, await sendMessage(database(), actor, writing));
}

async function templateText(actor: StaffActor, slug: string, language: string): Promise<string> {
  const reporter = language === 'en' ? 'en' : 'ko';
  const found = await listTemplates(database(), actor, { desk: reporter, reporter });
  return found.find((one) => one.slug === slug)?.text ?? '';
}

/** Grants or declines what the reporter asked for by receipt code. */
export async function decideRequestAction(form: FormData): Promise<void> {
  const kind = textIn(form, 'request_kind') === 'WITHDRAW' ? 'WITHDRAW' : 'CONSENT';
  const begun = await beginOnReport({
    form,
    name: 'request',
    permission: 'report.screen',
    fields: [`answer_${kind}`, 'request'],
  });
  const decision = textIn(form, 'decision');
  if (decision !== 'GRANTED' && decision !== 'DECLINED')
    return finishAct(begun, { ok: false, reason: 'no-decision' });
  const { reference, actor } = begun;
  const text = textIn(form, `answer_${kind}`);
  const deciding = { reference, request: textIn(form, 'request'), decision, text } as const;
  return finishAct(begun, await decideRequest(database(), actor, deciding));
}
