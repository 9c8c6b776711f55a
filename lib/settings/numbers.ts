import { isDay } from '@/lib/seoul-time';

/** The day on which the operator confirmed each published number; null while nobody has. */
export type NumberDays = { police: string | null; missing: string | null; consular: string | null };

/** A number of the operator's own. The name stands in both languages, hours in both or in neither. */
export type OwnNumber = {
  nameKo: string;
  nameEn: string;
  number: string;
  hoursKo: string;
  hoursEn: string;
  /** A day; empty while nobody has called it. */
  verifiedOn: string;
};

/** What an operator says of the numbers to call: when those in the code were confirmed, and its own beside them. */
export type NumbersToCall = NumberDays & { own?: readonly OwnNumber[] };

/** How many numbers of its own an operator can have: more would hide the first. */
export const MOST_OWN = 8;

export const OWN_KEYS = ['nameKo', 'nameEn', 'number', 'hoursKo', 'hoursEn', 'verifiedOn'] as const;
export type OwnKey = (typeof OWN_KEYS)[number];

/** The name of a field of one of the operator's own numbers, counted from 0. */
export const ownField = (at: number, key: OwnKey) => `own_${at + 1}_${key}`;

export type NumbersProblem =
  | 'bad-date'
  | 'date-ahead'
  | 'own-name-missing'
  | 'own-number-bad'
  | 'own-hours-half'
  | 'own-too-long';
/** What is wrong, and in which field of the form. */
export type WrongNumber = { problem: NumbersProblem; field: string };

/** Long enough for any name of a line, short enough for a telephone. */
const LONGEST = 100;
/** What a telephone dials, two digits or more, with what people write between them. */
const DIALLED = /^(?=(?:\D*\d){2})\+?[\d()][\d\s().-]{1,24}$/;

export const isBlank = (own: OwnNumber): boolean => OWN_KEYS.every((key) => own[key] === '');

/** As a telephone dials it: the nought in brackets of an international number is not dialled. */
export const dialled = (number: string): string =>
  `tel:${number.replace(/^(\+\d+)\s*\(0\)/, '$1').replace(/[^+\d]/g, '')}`;

/** Why the numbers cannot be taken, the first that is wrong; `today` is the day in Korea. */
export function wrongNumber(given: NumbersToCall, today: string): WrongNumber | null {
  const { own = [], ...days } = given;
  for (const [field, day] of Object.entries(days)) {
    const problem = day === null ? null : dayProblem(day, today);
    if (problem) return { problem, field };
  }
  for (const [at, one] of own.entries()) {
    const wrong = isBlank(one) ? null : wrongOwn(one, today);
    if (wrong) return { problem: wrong.problem, field: ownField(at, wrong.key) };
  }
  return null;
}

function wrongOwn(own: OwnNumber, today: string): { problem: NumbersProblem; key: OwnKey } | null {
  const { nameKo, nameEn, number, hoursKo, hoursEn, verifiedOn } = own;
  const long = OWN_KEYS.find((key) => own[key].length > LONGEST);
  if (long) return { problem: 'own-too-long', key: long };
  if (!nameKo || !nameEn) return { problem: 'own-name-missing', key: nameKo ? 'nameEn' : 'nameKo' };
  if (!DIALLED.test(number)) return { problem: 'own-number-bad', key: 'number' };
  if (Boolean(hoursKo) !== Boolean(hoursEn))
    return { problem: 'own-hours-half', key: hoursKo ? 'hoursEn' : 'hoursKo' };
  const problem = verifiedOn ? dayProblem(verifiedOn, today) : null;
  return problem && { problem, key: 'verifiedOn' };
}

function dayProblem(day: string, today: string): 'bad-date' | 'date-ahead' | null {
  if (!isDay(day)) return 'bad-date';
  return day > today ? 'date-ahead' : null;
}
