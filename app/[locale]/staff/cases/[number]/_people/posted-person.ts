import { textIn } from '@/app/_request/posted';
import { type CaseCode, type CaseList, isCaseCode } from '@/lib/cases/code-lists';
import type { PersonIdentity } from '@/lib/cases/person-records';
import type { KeptFields } from '@/lib/staff/kept/queries';

export const IDENTITY_FIELDS = [
  'person_name_ko',
  'person_name_passport',
  'person_alias',
  'person_birth',
  'person_sex',
  'person_nationality',
  'person_phones',
  'person_handles',
] as const;

const lines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Who a person is said to be, as a form posts it. */
export function identityIn(form: FormData): PersonIdentity {
  return {
    nameKo: textIn(form, 'person_name_ko').trim(),
    namePassport: textIn(form, 'person_name_passport').trim(),
    alias: textIn(form, 'person_alias').trim(),
    birth: textIn(form, 'person_birth').normalize('NFKC').trim(),
    sex: textIn(form, 'person_sex'),
    nationality: textIn(form, 'person_nationality'),
    phones: lines(textIn(form, 'person_phones')),
    handles: lines(textIn(form, 'person_handles')),
  };
}

/** The same for showing it in its form again: what was typed before, else what is known. */
export function identityFields(identity: PersonIdentity | null, typed: KeptFields | null): KeptFields {
  if (typed) return typed;
  if (!identity) return {};
  return {
    person_name_ko: identity.nameKo,
    person_name_passport: identity.namePassport,
    person_alias: identity.alias,
    person_birth: identity.birth,
    person_sex: identity.sex,
    person_nationality: identity.nationality,
    person_phones: identity.phones.join('\n'),
    person_handles: identity.handles.join('\n'),
  };
}

/** A code of one of casework's lists; undefined for anything else. */
export function codeIn<List extends CaseList>(
  form: FormData,
  name: string,
  list: List,
): CaseCode<List> | undefined {
  const value = textIn(form, name);
  return isCaseCode(list, value) ? value : undefined;
}
