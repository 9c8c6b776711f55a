import type { Safety } from '@/lib/cases/code-lists';
import type { DeskPerson } from '@/lib/cases/people/reading/commands';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { type Outcome, problemOf } from '../../../../../_desk/act-notice';
import type { PersonForm } from '../../../_people/place';

/** What every part of a person's page is made from. */
export type PersonPage = {
  locale: Locale;
  found: DeskPerson;
  outcome: Outcome;
  /** What was typed here and could not be taken, by form. */
  typed: Partial<Record<string, KeptFields>>;
  mayWork: boolean;
  seesPosition: boolean;
  /** A status that something else suggests, a return that is done: chosen in the form, saved by nobody but the reader. */
  offered: Safety | undefined;
};

/** Where a problem with a form sends the reader. */
export const FORM_ANCHORS: Readonly<Record<PersonForm, string>> = {
  identity: 'person_name_ko',
  safety: 'safety_value',
  verification: 'verification_value',
  willingness: 'willingness_value',
  position: 'position_value',
  proof: 'proof_question',
  remove: 'remove_reason',
};

/** The problem of a form, when it has one. */
export const wrong = ({ locale, outcome }: PersonPage, form: PersonForm) =>
  problemOf(locale, outcome, form, words(locale).desk.people);
