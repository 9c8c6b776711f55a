'use server';

import { shortIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { type AgencyEdit, addAgency, confirmAgency, editAgency } from '@/lib/referrals/agencies/commands';
import { agencyExists } from '@/lib/referrals/agencies/queries';
import { slugOf } from '@/lib/slug';
import { forgetTyped } from '@/lib/staff/kept/commands';
import { beginAct, finishAct, keptPlace } from '../_desk/act';
import { editedText, rowIdIn, versionIn } from '../_desk/edited';
import { AGENCY_FIELDS, agencyPlace, NEW_AGENCY } from './agency-place';

/** Null for nothing typed; not a number for what is none. */
function hoursIn(typed: string): number | null {
  const digits = typed.normalize('NFKC');
  if (digits === '') return null;
  return /^\d{1,4}$/.test(digits) ? Number(digits) : Number.NaN;
}

function readEdit(form: FormData): AgencyEdit {
  const text = (name: (typeof AGENCY_FIELDS)[number]) => editedText(form, name);
  return {
    nameKo: text('name_ko'),
    nameEn: text('name_en'),
    takesKo: text('takes_ko'),
    takesEn: text('takes_en'),
    contact: text('contact') || null,
    verifiedOn: text('verified_on') || null,
    ackHours: hoursIn(text('ack_hours')),
    mask: text('mask'),
    consent: text('consent') || null,
    blocked: text('blocked') === 'YES',
    abroad: text('abroad') === 'YES',
    inUse: text('in_use') === 'YES',
  };
}

export async function editAgencyAction(form: FormData): Promise<void> {
  const slug = shortIn(form, 'slug', 60);
  const begun = await beginAct({
    form,
    place: agencyPlace(slug),
    name: 'agency',
    permission: 'agency.edit',
    fields: AGENCY_FIELDS,
    known: await agencyExists(database(), slug),
  });
  const [id, seen] = [rowIdIn(form, 'agency'), versionIn(form)];
  const result = await editAgency(database(), begun.actor, { id, seen, edit: readEdit(form) });
  if (!result.ok && result.reason === 'agency-conflict')
    return finishAct(begun, { ok: false, reason: 'conflict' });
  return finishAct(begun, result);
}

/** A second supervisor confirms what another has opened. */
export async function confirmAgencyAction(form: FormData): Promise<void> {
  const slug = shortIn(form, 'slug', 60);
  const begun = await beginAct({
    form,
    place: agencyPlace(slug),
    name: 'agency-confirm',
    permission: 'agency.release',
    fields: [],
    known: false,
  });
  const [id, seen] = [rowIdIn(form, 'agency'), versionIn(form)];
  const result = await confirmAgency(database(), begun.actor, { id, seen });
  if (!result.ok && result.reason === 'agency-conflict')
    return finishAct(begun, { ok: false, reason: 'changed' });
  return finishAct(begun, result);
}

/** The address of a new agency comes from its English name. */
export async function addAgencyAction(form: FormData): Promise<void> {
  const begun = await beginAct({
    form,
    place: NEW_AGENCY,
    name: 'agency-new',
    permission: 'agency.edit',
    fields: AGENCY_FIELDS,
    known: true,
  });
  const edit = readEdit(form);
  const slug = slugOf(edit.nameEn);
  if (!slug) return finishAct(begun, { ok: false, reason: 'name-missing' });
  const result = await addAgency(database(), begun.actor, { slug, edit });
  if (!result.ok) return finishAct(begun, result);
  await forgetTyped(database(), begun.actor.id, keptPlace(NEW_AGENCY, 'agency-new'));
  return finishAct({ ...begun, place: agencyPlace(slug) }, result);
}
