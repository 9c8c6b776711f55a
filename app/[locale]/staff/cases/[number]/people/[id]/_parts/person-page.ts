import type { Safety } from '@/lib/cases/code-lists';
import type { DeskPerson } from '@/lib/cases/people/reading/commands';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { StaffActor } from '@/lib/staff/session';
import { type Outcome, problemOf } from '../../../../../_desk/act-notice';
import type { PersonForm } from '../../../_people/place';

/** What every part of a person's page is made from. */
export type PersonPage = {
  locale: Locale;
  found: DeskPerson;
  outcome: Outcome;
  /** What was typed here and could not be taken, by form. */
  typed: Partial<Record<string, KeptFields>>;
  actor: StaffActor;
  mayWork: boolean;
  seesPosition: boolean;
  /** A status that something else suggests, a return that is done: chosen in the form, saved by nobody but the reader. */
  offered: Safety | undefined;
};

/** Which field a problem is about, where that is not the first of its form. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'no-moment': 'safety_at',
  'not-yet': 'safety_at',
  'no-agreed-question': 'safety_source',
  'no-how': 'verification_how',
};

const FIRST_FIELDS: Readonly<Record<PersonForm, string>> = {
  identity: 'person_name_ko',
  safety: 'safety_value',
  verification: 'verification_value',
  willingness: 'willingness_value',
  position: 'position_value',
  proof: 'proof_question',
  remove: 'remove_reason',
  erase: 'erase_reason',
};

/** Where a problem with a form sends the reader. */
export const anchorsOf = ({ form, problem }: Outcome): Partial<Record<string, string>> => {
  const field = FIELD_OF[problem ?? ''];
  return form && field?.startsWith(form) ? { ...FIRST_FIELDS, [form]: field } : FIRST_FIELDS;
};

/** The problem of one field, when it has one. */
export const wrongIn = (page: PersonPage, form: PersonForm, field: string) =>
  anchorsOf(page.outcome)[form] === field ? wrong(page, form) : undefined;

/** The problem of a form, when it has one. */
export const wrong = ({ locale, outcome }: PersonPage, form: PersonForm) =>
  problemOf(locale, outcome, form, words(locale).desk.people);
