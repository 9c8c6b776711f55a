'use server';

import { textIn } from '@/app/_request/posted';
import {
  barContactAgain,
  breakGlass,
  requestContactRelease,
  reviewBrokenGlass,
} from '@/lib/cases/contact/commands';
import { database } from '@/lib/database';
import { type ActResult, finishAct } from '../../_desk/act';
import { beginOnReport } from './begin';

/** An empty text is a reason that is missing. */
const ofReason = (result: ActResult): ActResult =>
  !result.ok && result.reason === 'empty' ? { ok: false, reason: 'no-reason' } : result;

/** Asks a second person to release contact. */
export async function requestReleaseAction(form: FormData): Promise<void> {
  const fields = ['release_reason'];
  const begun = await beginOnReport({ form, name: 'release', permission: 'contact.release', fields });
  const reason = textIn(form, 'release_reason');
  return finishAct(
    begun,
    ofReason(await requestContactRelease(database(), begun.actor, begun.reference, reason)),
  );
}

/** One supervisor releases contact alone. */
export async function breakGlassAction(form: FormData): Promise<void> {
  const fields = ['glass_reason'];
  const begun = await beginOnReport({ form, name: 'glass', permission: 'contact.break-glass', fields });
  const reason = textIn(form, 'glass_reason');
  return finishAct(begun, ofReason(await breakGlass(database(), begun.actor, begun.reference, reason)));
}

/** Another supervisor's word on what one released alone. */
export async function reviewGlassAction(form: FormData): Promise<void> {
  const fields = ['review_reason'];
  const begun = await beginOnReport({ form, name: 'review', permission: 'contact.break-glass', fields });
  const decision = textIn(form, 'decision');
  if (decision !== 'UPHOLD' && decision !== 'BAR')
    return finishAct(begun, { ok: false, reason: 'no-review' });
  const review = { upheld: decision === 'UPHOLD', reason: textIn(form, 'review_reason') };
  return finishAct(
    begun,
    ofReason(await reviewBrokenGlass(database(), begun.actor, begun.reference, review)),
  );
}

/** Bars contact again; one person is enough to be careful. */
export async function barContactAction(form: FormData): Promise<void> {
  const begun = await beginOnReport({ form, name: 'bar', permission: 'contact.release', fields: [] });
  return finishAct(begun, await barContactAgain(database(), begun.actor, begun.reference));
}
