'use server';

import { redirect } from 'next/navigation';
import { textIn } from '@/app/_request/posted';
import { isCaseNumber } from '@/lib/cases/case-number';
import { linkReport, promoteReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { setReportLevel } from '@/lib/cases/levels/commands';
import { assignReport } from '@/lib/cases/team/commands';
import { database } from '@/lib/database';
import { isLevel } from '@/lib/urgency/levels';
import { finishAct } from '../../_desk/act';
import { beginOnReport } from './begin';

/** Makes a case of the report and goes there. */
export async function promoteAction(form: FormData): Promise<void> {
  const begun = await beginOnReport({ form, name: 'promote', permission: 'case.promote', fields: [] });
  const result = await promoteReport(database(), begun.actor, begun.reference);
  if (!result.ok) return finishAct(begun, result);
  redirect(`/${begun.locale}/staff/cases/${result.number}`);
}

/** The key of the form, which is among what was typed, with all the rest of it: sent again with other words it is another form. */
const submissionOf = ({ name, reference, typed }: Awaited<ReturnType<typeof beginOnReport>>) =>
  JSON.stringify([name, reference, typed]);

/** Links the report to the case whose button was pressed, or else to the number typed. */
export async function linkAction(form: FormData): Promise<void> {
  const fields = ['link', 'submission'];
  const begun = await beginOnReport({ form, name: 'link', permission: 'case.link', fields });
  const number = (textIn(form, 'choice') || textIn(form, 'link')).trim().toUpperCase();
  if (!isCaseNumber(number)) return finishAct(begun, { ok: false, reason: 'no-case-number' });
  const on = { number, seen: null, submission: submissionOf(begun) };
  return finishAct(begun, await linkReport(database(), begun.actor, on, begun.reference));
}

export async function unlinkAction(form: FormData): Promise<void> {
  const fields = ['unlink_reason', 'submission'];
  const begun = await beginOnReport({ form, name: 'unlink', permission: 'case.link', fields });
  const on = { number: textIn(form, 'case'), seen: null, submission: submissionOf(begun) };
  const why = textIn(form, 'unlink_reason');
  const result = await unlinkReport(database(), begun.actor, on, begun.reference, why);
  return finishAct(
    begun,
    !result.ok && result.reason === 'empty' ? { ok: false, reason: 'no-reason' } : result,
  );
}

const NOBODY = 'NOBODY';

/** Takes the report, gives it up, or, for who may, gives it to another. */
export async function assignAction(form: FormData): Promise<void> {
  const begun = await beginOnReport({ form, name: 'assign', permission: 'report.screen', fields: [] });
  const { actor, reference } = begun;
  const act = textIn(form, 'act');
  const chosen = act === 'take' ? actor.id : act === 'drop' ? NOBODY : textIn(form, 'staff');
  if (!chosen) return finishAct(begun, { ok: false, reason: 'no-staff' });
  const assigning = {
    staffId: chosen === NOBODY ? null : chosen,
    seen: textIn(form, 'seen') || null,
  };
  return finishAct(begun, await assignReport(database(), actor, reference, assigning));
}

/** Raises the level, or asks for a second person to lower it. */
export async function setLevelAction(form: FormData): Promise<void> {
  const fields = ['level', 'level_reason'];
  const begun = await beginOnReport({ form, name: 'level', permission: 'level.change', fields });
  const [level, seen] = [textIn(form, 'level'), textIn(form, 'seen')];
  if (!isLevel(level) || !isLevel(seen)) return finishAct(begun, { ok: false, reason: 'no-level' });
  const setting = { level, seen, reason: textIn(form, 'level_reason') };
  const result = await setReportLevel(database(), begun.actor, begun.reference, setting);
  return finishAct(
    begun,
    !result.ok && result.reason === 'empty' ? { ok: false, reason: 'no-reason' } : result,
  );
}
