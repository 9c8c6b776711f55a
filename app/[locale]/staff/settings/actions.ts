'use server';

import { textIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { saveNumbers, saveOperator, saveRetention, unsetOperator } from '@/lib/settings/commands';
import { retryMail } from '@/lib/settings/mail/commands';
import { MOST_OWN, type OwnKey, ownField } from '@/lib/settings/numbers';
import { RETENTION_CLASSES, type RetentionDays } from '@/lib/settings/retention';
import { setDuty } from '@/lib/staff/duty/commands';
import { beginAct, finishAct } from '../_desk/act';
import { editedText, rowIdIn, versionIn } from '../_desk/edited';
import {
  DUTY_PLACE,
  MAIL_PLACE,
  type NUMBER_DAYS,
  NUMBER_FIELDS,
  NUMBERS_PLACE,
  OPERATOR_FIELDS,
  OPERATOR_PLACE,
  RETENTION_PLACE,
} from './setting-places';

export async function saveOperatorAction(form: FormData): Promise<void> {
  const begun = await beginAct({
    form,
    place: OPERATOR_PLACE,
    name: 'operator',
    permission: 'settings.edit',
    fields: OPERATOR_FIELDS,
    known: true,
  });
  const text = (name: (typeof OPERATOR_FIELDS)[number]) => editedText(form, name);
  const value = {
    nameKo: text('name_ko'),
    nameEn: text('name_en'),
    contactKo: text('contact_ko'),
    contactEn: text('contact_en'),
    officerKo: text('officer_ko'),
    officerEn: text('officer_en'),
    government: text('government') === 'YES',
  };
  const seen = versionIn(form);
  return finishAct(begun, await saveOperator(database(), begun.actor, { seen, value }));
}

/** There is no operator any more. */
export async function unsetOperatorAction(form: FormData): Promise<void> {
  const begun = await beginAct({
    form,
    place: OPERATOR_PLACE,
    name: 'operator-unset',
    permission: 'settings.edit',
    fields: [],
    known: true,
  });
  return finishAct(begun, await unsetOperator(database(), begun.actor, versionIn(form)));
}

export async function saveNumbersAction(form: FormData): Promise<void> {
  const begun = await beginAct({
    form,
    place: NUMBERS_PLACE,
    name: 'numbers',
    permission: 'settings.edit',
    fields: NUMBER_FIELDS,
    known: true,
  });
  const day = (name: (typeof NUMBER_DAYS)[number]) => editedText(form, name) || null;
  const days = { police: day('police'), missing: day('missing'), consular: day('consular') };
  const own = Array.from({ length: MOST_OWN }, (_, at) => ownIn(form, at));
  const value = { ...days, own };
  const result = await saveNumbers(database(), begun.actor, { seen: versionIn(form), value });
  return finishAct(begun, result, 'field' in result ? { seen: result.field } : {});
}

function ownIn(form: FormData, at: number) {
  const text = (key: OwnKey) => editedText(form, ownField(at, key)).replaceAll('\n', ' ');
  return {
    nameKo: text('nameKo'),
    nameEn: text('nameEn'),
    number: text('number'),
    hoursKo: text('hoursKo'),
    hoursEn: text('hoursEn'),
    verifiedOn: text('verifiedOn'),
  };
}

/** Sets how long things are kept, as the page has shown what it would mean. */
export async function saveRetentionAction(form: FormData): Promise<void> {
  const begun = await beginAct({
    form,
    place: RETENTION_PLACE,
    name: 'retention',
    permission: 'settings.edit',
    fields: RETENTION_CLASSES,
    known: true,
  });
  const days = Object.fromEntries(
    RETENTION_CLASSES.map((name) => [name, Number(editedText(form, name) || Number.NaN)]),
  ) as RetentionDays;
  const seen = versionIn(form);
  return finishAct(begun, await saveRetention(database(), begun.actor, { seen, days }));
}

/** Marks on duty or off it; whether it may be somebody else, the command knows. */
export async function setDutyAction(form: FormData): Promise<void> {
  const begun = await beginAct({
    form,
    place: DUTY_PLACE,
    name: 'duty',
    permission: 'settings.view',
    fields: [],
    known: true,
  });
  const onDuty = textIn(form, 'on') === 'YES';
  return finishAct(begun, await setDuty(database(), begun.actor, rowIdIn(form, 'staff'), onDuty));
}

export async function retryMailAction(form: FormData): Promise<void> {
  const begun = await beginAct({
    form,
    place: MAIL_PLACE,
    name: 'mail',
    permission: 'settings.edit',
    fields: [],
    known: true,
  });
  return finishAct(begun, await retryMail(database(), begun.actor));
}
