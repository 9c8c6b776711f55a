'use server';

import { redirect } from 'next/navigation';
import { textIn } from '@/app/_request/posted';
import { letBackToReport, recuseFromReport } from '@/lib/cases/team/stepping-back/from-report/commands';
import { database } from '@/lib/database';
import { forgetTyped } from '@/lib/staff/kept/commands';
import { finishAct, keptPlace } from '../../_desk/act';
import { rowIdIn } from '../../_desk/edited';
import { beginOnReport } from './begin';

/** Whoever steps back themselves can no longer see the page: they land on the queue. */
export async function recuseAction(form: FormData): Promise<void> {
  const fields = ['recuse', 'recuse_reason', 'submission'];
  const begun = await beginOnReport({ form, name: 'recuse', permission: 'report.read', fields });
  const { actor, locale, reference } = begun;
  if (textIn(form, 'recuse_confirmed') !== 'YES')
    return finishAct(begun, { ok: false, reason: 'not-confirmed' });
  const back = {
    staffId: rowIdIn(form, 'recuse'),
    reason: textIn(form, 'recuse_reason'),
    submission: textIn(form, 'submission'),
  };
  const result = await recuseFromReport(database(), actor, reference, back);
  const isGone = result.ok ? back.staffId === actor.id : result.reason === 'recused';
  if (isGone) {
    await forgetTyped(database(), actor.id, keptPlace(begun.place, begun.name));
    redirect(`/${locale}/staff?done=recuse`);
  }
  if (!result.ok && result.reason === 'empty') return finishAct(begun, { ok: false, reason: 'no-reason' });
  return finishAct(begun, result);
}

export async function letBackAction(form: FormData): Promise<void> {
  const begun = await beginOnReport({ form, name: 'lift', permission: 'case.assign', fields: [] });
  const staffId = rowIdIn(form, 'staff');
  return finishAct(begun, await letBackToReport(database(), begun.actor, begun.reference, staffId));
}
