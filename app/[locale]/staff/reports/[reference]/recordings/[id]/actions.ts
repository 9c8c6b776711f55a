'use server';

import { redirect } from 'next/navigation';
import { shortIn, textIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { openForReason } from '@/lib/reports/desk/evidence/commands';
import { reportExists } from '@/lib/reports/desk/queries';
import { forgetTyped } from '@/lib/staff/kept/commands';
import { beginAct, finishAct, keptPlace } from '../../../../_desk/act';
import { recordingPlace } from './recording-place';

/** Opens a recording for a reason that is kept, and leads back to its page, where it can then be played. */
export async function openRecordingAction(form: FormData): Promise<void> {
  const reference = shortIn(form, 'reference', 12);
  const fileId = shortIn(form, 'file', 36);
  const place = recordingPlace(reference, fileId);
  const begun = await beginAct({
    form,
    place,
    name: 'recording',
    permission: 'evidence.original',
    fields: ['recording', 'submission'],
    known: await reportExists(database(), reference),
  });
  const opening = {
    reference,
    fileId,
    text: textIn(form, 'recording'),
    submission: textIn(form, 'submission'),
  };
  const result = await openForReason(database(), begun.actor, opening, 'recording');
  if (!result.ok)
    return finishAct(begun, result.reason === 'empty' ? { ok: false, reason: 'no-reason' } : result);
  await forgetTyped(database(), begun.actor.id, keptPlace(place, 'recording'));
  redirect(`/${begun.locale}${place.path}?${new URLSearchParams({ opening: result.note })}`);
}
