'use server';

import { textIn } from '@/app/_request/posted';
import { linkReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { addCaseNote, addTask, finishTask, setRecontact } from '@/lib/cases/team/commands';
import { readMoment } from '@/lib/cases/typed-moment';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { beginOnCase, finishOnCase, finishWithReason, idIn } from './begin';

export async function addCaseNoteAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({ form, name: 'note', permission: 'case.work', fields: ['note'] });
  return finishOnCase(begun, await addCaseNote(database(), begun.actor, begun.on, textIn(form, 'note')));
}

export async function addTaskAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({
    form,
    name: 'task',
    permission: 'case.work',
    fields: ['task', 'task_owner', 'task_due'],
  });
  const typed = textIn(form, 'task_due');
  const dueAt = readMoment(typed, now());
  if (typed.trim() && !dueAt) return finishOnCase(begun, { ok: false, reason: 'no-moment' });
  const task = { text: textIn(form, 'task'), ownerId: idIn(form, 'task_owner'), dueAt };
  return finishOnCase(begun, await addTask(database(), begun.actor, begun.on, task));
}

export async function finishTaskAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({ form, name: 'finish', permission: 'case.work', fields: [] });
  const taskId = idIn(form, 'task_id');
  if (!taskId) return finishOnCase(begun, { ok: false, reason: 'unknown-task' });
  return finishOnCase(begun, await finishTask(database(), begun.actor, begun.on, taskId));
}

/** Sets the date to contact again, or clears it. */
export async function setRecontactAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({
    form,
    name: 'recontact',
    permission: 'case.work',
    fields: ['recontact'],
    chosen: textIn(form, 'clear'),
  });
  const cleared = textIn(form, 'clear') === 'YES';
  const at = readMoment(textIn(form, 'recontact'), now());
  if (!cleared && !at) return finishOnCase(begun, { ok: false, reason: 'no-moment' });
  if (!cleared && at && at.getTime() <= now().getTime())
    return finishOnCase(begun, { ok: false, reason: 'date-past' });
  return finishOnCase(begun, await setRecontact(database(), begun.actor, begun.on, cleared ? null : at));
}

export async function linkReportAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({ form, name: 'link', permission: 'case.link', fields: ['link'] });
  const reference = textIn(form, 'link').normalize('NFKC').trim().toUpperCase();
  return finishOnCase(begun, await linkReport(database(), begun.actor, begun.on, reference));
}

export async function unlinkReportAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({
    form,
    name: 'unlink',
    permission: 'case.link',
    fields: ['unlink', 'unlink_reason'],
  });
  const reference = textIn(form, 'unlink');
  if (!reference) return finishOnCase(begun, { ok: false, reason: 'no-report' });
  const why = textIn(form, 'unlink_reason');
  return finishWithReason(begun, await unlinkReport(database(), begun.actor, begun.on, reference, why));
}
