'use server';

import { shortIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { addPeriod, editPeriod } from '@/lib/periods/commands';
import { periodExists } from '@/lib/periods/queries';
import type { PeriodEdit } from '@/lib/periods/schedule';
import { seoulMomentOf } from '@/lib/seoul-time';
import { slugOf } from '@/lib/slug';
import { forgetTyped } from '@/lib/staff/kept/commands';
import { beginAct, finishAct, keptPlace } from '../../_desk/act';
import { editedText, rowIdIn, versionIn } from '../../_desk/edited';
import { NEW_PERIOD, PERIOD_FIELDS, periodPlace } from '../setting-places';

function readEdit(form: FormData): PeriodEdit {
  const text = (name: (typeof PERIOD_FIELDS)[number]) => editedText(form, name);
  return {
    nameKo: text('name_ko'),
    nameEn: text('name_en'),
    noticeKo: text('notice_ko'),
    noticeEn: text('notice_en'),
    takesKo: text('takes_ko'),
    takesEn: text('takes_en'),
    opensAt: seoulMomentOf(text('opens')),
    closesAt: seoulMomentOf(text('closes')),
    standing: text('standing') === 'YES',
  };
}

export async function editPeriodAction(form: FormData): Promise<void> {
  const slug = shortIn(form, 'slug', 60);
  const begun = await beginAct({
    form,
    place: periodPlace(slug),
    name: 'period',
    permission: 'settings.edit',
    fields: PERIOD_FIELDS,
    known: await periodExists(database(), slug),
  });
  const [id, seen] = [rowIdIn(form, 'period'), versionIn(form)];
  return finishAct(begun, await editPeriod(database(), begun.actor, { id, seen, edit: readEdit(form) }));
}

/** The address of a new period comes from its English name. */
export async function addPeriodAction(form: FormData): Promise<void> {
  const begun = await beginAct({
    form,
    place: NEW_PERIOD,
    name: 'period-new',
    permission: 'settings.edit',
    fields: PERIOD_FIELDS,
    known: true,
  });
  const edit = readEdit(form);
  const slug = slugOf(edit.nameEn);
  if (!slug) return finishAct(begun, { ok: false, reason: 'name-missing' });
  const result = await addPeriod(database(), begun.actor, { slug, edit });
  if (!result.ok) return finishAct(begun, result);
  await forgetTyped(database(), begun.actor.id, keptPlace(NEW_PERIOD, 'period-new'));
  return finishAct({ ...begun, place: periodPlace(slug) }, result);
}
