import type { Locale } from '@/lib/i18n/locale';
import type { NumbersToCall } from './numbers';
import type { RetentionDays } from './retention';

/** Who runs this installation, as everybody may read it. Names and contacts are there in both languages or not at all. */
export type OperatorDetails = {
  nameKo: string;
  nameEn: string;
  /** Address, telephone, e-mail: lines as typed. */
  contactKo: string;
  contactEn: string;
  /** Who answers for personal data; empty while nobody is named. */
  officerKo: string;
  officerEn: string;
  /** Whether it is a body of the state: if it is not, every page says that this is no government site. */
  government: boolean;
};

/** What pages for everybody take from the settings. Null: nothing is set, or it cannot be read now. */
export type PublicDetails = {
  operator: OperatorDetails | null;
  numbers: NumbersToCall | null;
  /** How long things are kept. */
  retention: RetentionDays | null;
};

export const NO_DETAILS: PublicDetails = { operator: null, numbers: null, retention: null };

/** Nobody: what is stored once an operator that was set is no more. */
export const NOBODY: OperatorDetails = {
  nameKo: '',
  nameEn: '',
  contactKo: '',
  contactEn: '',
  officerKo: '',
  officerEn: '',
  government: false,
};

export type OperatorProblem = 'name-missing' | 'contact-missing' | 'officer-half' | 'too-long';

const NAME = 200;
const TEXT = 1_000;

/** Why details cannot be taken; null when they can. */
export function operatorProblem(given: OperatorDetails): OperatorProblem | null {
  const { nameKo, nameEn, contactKo, contactEn, officerKo, officerEn } = given;
  if (!nameKo || !nameEn) return 'name-missing';
  if (!contactKo || !contactEn) return 'contact-missing';
  if (Boolean(officerKo) !== Boolean(officerEn)) return 'officer-half';
  if ([nameKo, nameEn].some((text) => text.length > NAME)) return 'too-long';
  return [contactKo, contactEn, officerKo, officerEn].some((text) => text.length > TEXT) ? 'too-long' : null;
}

export type OperatorIn = { name: string; contact: string; officer: string };

/** The operator in one language, for a sentence: lines become parts of it. */
export function operatorIn(locale: Locale, operator: OperatorDetails | null): OperatorIn | null {
  if (!operator) return null;
  const line = (text: string) => text.split('\n').join(', ');
  return locale === 'ko'
    ? { name: operator.nameKo, contact: line(operator.contactKo), officer: line(operator.officerKo) }
    : { name: operator.nameEn, contact: line(operator.contactEn), officer: line(operator.officerEn) };
}
