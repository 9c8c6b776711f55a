import type { CaseCode, Safety, SafetySource } from './code-lists';

/** Who a person is, as far as anybody has said; sealed under the person's key. Phones and handles as they were typed. */
export type PersonIdentity = {
  nameKo: string;
  namePassport: string;
  alias: string;
  birth: string;
  sex: string;
  nationality: string;
  phones: string[];
  handles: string[];
};

export const NOBODY_KNOWN: PersonIdentity = {
  nameKo: '',
  namePassport: '',
  alias: '',
  birth: '',
  sex: '',
  nationality: '',
  phones: [],
  handles: [],
};

/** What may be established about a person, an axis each; `note` is in the words of whoever recorded it. */
export type FactOf = {
  /** `observedAt`: when it was so, as an ISO moment, where that is not when it was recorded. */
  SAFETY: {
    value: Safety;
    source: SafetySource;
    confidence: CaseCode<'confidence'>;
    note: string;
    observedAt?: string;
  };
  IDENTITY: { value: CaseCode<'identity'>; how: string };
  WILLINGNESS: { value: CaseCode<'willingness'>; saidTo: string; note: string };
  POSITION: { value: CaseCode<'position'>; note: string };
  PROOF_QUESTION: { question: string; answer: string };
};
export type Axis = keyof FactOf;

/** What to call a person by; null while nobody knows a name. */
export function calledBy({ nameKo, namePassport, alias }: PersonIdentity): string | null {
  return nameKo || namePassport || alias || null;
}

/** Whether anything is said that tells a person from others. */
export function isKnown(identity: PersonIdentity): boolean {
  return Boolean(calledBy(identity) || identity.phones[0] || identity.handles[0]);
}

type Answers = Readonly<Record<string, readonly string[] | undefined>>;

/** The person that a report is about, from its answers; null when it says nothing that tells them from others. */
export function personIn(answers: Answers): PersonIdentity | null {
  const one = (field: string) => answers[field]?.[0]?.trim() ?? '';
  const all = (field: string) => (answers[field] ?? []).map((text) => text.trim()).filter(Boolean);
  const birth = ['birth_year', 'birth_month', 'birth_day']
    .map(one)
    .filter((part) => part !== '' && part !== 'UNKNOWN');
  const person = {
    nameKo: one('name_ko'),
    namePassport: one('name_passport'),
    alias: one('alias'),
    birth: birth.map((part) => part.padStart(2, '0')).join('-'),
    sex: one('sex') === 'UNKNOWN' ? '' : one('sex'),
    nationality: one('nationality'),
    phones: all('subject_phones'),
    handles: all('subject_handles'),
  };
  return isKnown(person) ? person : null;
}
