import type { DeskPlace } from '../../../_desk/act';

export const PERSON_FORMS = [
  'identity',
  'safety',
  'verification',
  'willingness',
  'position',
  'proof',
  'remove',
  'erase',
] as const;
export type PersonForm = (typeof PERSON_FORMS)[number];

/** The page of a case. */
export const casePath = (number: string) => `/staff/cases/${encodeURIComponent(number)}`;

/** Where somebody is added to a case. */
export const addPlace = (number: string): DeskPlace => ({
  path: `${casePath(number)}/people/new`,
  kept: `case-people/${number}`,
});

/** The page of a person in a case. */
export const personPlace = (number: string, id: string): DeskPlace => ({
  path: `${casePath(number)}/people/${encodeURIComponent(id)}`,
  kept: `case-person/${number}/${id}`,
});
