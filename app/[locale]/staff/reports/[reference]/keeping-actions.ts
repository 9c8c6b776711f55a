'use server';

import { textIn } from '@/app/_request/posted';
import { askToEraseReport } from '@/lib/cases/erasing/commands';
import { database } from '@/lib/database';
import { setReportHold } from '@/lib/retention/holding/commands';
import { type ActResult, finishAct } from '../../_desk/act';
import { beginOnReport } from './begin';

const ofReason = (result: ActResult): ActResult =>
  !result.ok && result.reason === 'empty' ? { ok: false, reason: 'no-reason' } : result;

/** Sets a legal hold on a report, or lifts it. */
export async function setReportHoldAction(form: FormData): Promise<void> {
  const begun = await beginOnReport({
    form,
    name: 'hold',
    permission: 'case.hold-legally',
    fields: ['hold_reason'],
  });
  const { reference, actor } = begun;
  const held = textIn(form, 'held') === 'YES';
  const reason = textIn(form, 'hold_reason');
  return finishAct(begun, ofReason(await setReportHold(database(), actor, { reference, held, reason })));
}

/** Asks a second person to erase the report. */
export async function askToEraseAction(form: FormData): Promise<void> {
  const begun = await beginOnReport({
    form,
    name: 'erase',
    permission: 'erase.ask',
    fields: ['erase_reason'],
  });
  const why = textIn(form, 'asked') === 'YES' ? 'REQUEST' : 'DESK';
  const asking = { reason: textIn(form, 'erase_reason'), why } as const;
  const result = await askToEraseReport(database(), begun.actor, begun.reference, asking);
  return finishAct(begun, ofReason(result));
}
