'use server';

import { textIn } from '@/app/_request/posted';
import { decideApproval } from '@/lib/cases/approving/commands';
import { isCaseNumber } from '@/lib/cases/case-number';
import { database } from '@/lib/database';
import { isReference } from '@/lib/reports/reference-shape';
import { cancelApproval, subjectOfApproval } from '@/lib/staff/approvals/commands';
import { isUuid } from '@/lib/uuid';
import { beginAct, type DeskPlace, finishAct } from './act';

/** Back to where the request was decided: a report, a case, somebody in one, or the page of all requests. What was posted names it and never is an address. */
function placeOf(from: string): DeskPlace {
  if (isReference(from)) return { path: `/staff/reports/${from}`, kept: `report/${from}` };
  if (isCaseNumber(from)) return { path: `/staff/cases/${from}`, kept: `case/${from}` };
  const [number = '', person = '', ...more] = from.split('/');
  if (isCaseNumber(number) && isUuid(person) && more.length === 0)
    return { path: `/staff/cases/${number}/people/${person}`, kept: `case-person/${number}/${person}` };
  return { path: '/staff/approvals', kept: 'approvals' };
}

/** A second person agrees or declines. */
export async function decideApprovalAction(form: FormData): Promise<void> {
  const id = textIn(form, 'approval');
  const answer = `answer-${id}`;
  const known = (await subjectOfApproval(database(), id)) !== null;
  const begun = await beginAct({
    form,
    place: placeOf(textIn(form, 'from')),
    name: 'approval',
    permission: 'approval.decide',
    fields: [answer],
    known,
  });
  const decision = textIn(form, 'decision');
  const seen = { seen: id.slice(0, 36) };
  if (decision !== 'APPROVED' && decision !== 'DECLINED')
    return finishAct(begun, { ok: false, reason: 'no-decision' }, seen);
  const deciding = {
    ...{ approve: decision === 'APPROVED', answer: textIn(form, answer) },
    news: textIn(form, 'news'),
  };
  const result = await decideApproval(database(), begun.actor, id, deciding);
  if (!result.ok && result.reason === 'empty')
    return finishAct(begun, { ok: false, reason: 'no-reason' }, seen);
  // What was erased has no page to go back to.
  const place = result.ok && result.gone ? placeOf('') : begun.place;
  return finishAct({ ...begun, place }, result, seen);
}

/** Takes one's own request back. */
export async function cancelApprovalAction(form: FormData): Promise<void> {
  const id = textIn(form, 'approval');
  const place = placeOf(textIn(form, 'from'));
  const begun = await beginAct({
    form,
    place,
    name: 'cancelled',
    permission: 'approval.request',
    fields: [],
    known: false,
  });
  return finishAct(begun, await cancelApproval(database(), begun.actor, id));
}
