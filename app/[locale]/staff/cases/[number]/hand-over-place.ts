import type { DeskPlace } from '../../_desk/act';

export const HAND_OVER_FORMS = [
  'hand-over-draft',
  'hand-over-send',
  'hand-over-release',
  'hand-over-step',
] as const;
export type HandOverForm = (typeof HAND_OVER_FORMS)[number];

/** On which page the forms stand: the case's own, or the one of its hand-overs alone. */
export type HandOverPage = 'case' | 'hand-overs';

/** What is typed is kept by the case, whichever of the two pages it was typed on. */
export function handOverPlace(number: string, page: HandOverPage): DeskPlace {
  const path = `/staff/cases/${encodeURIComponent(number)}`;
  return { path: page === 'case' ? path : `${path}/hand-overs`, kept: `case/${number}` };
}

/** Several hand-overs stand on one page: the fields of each have names, and so ids, of their own. */
export const wordsField = (referralId: string) => `words-${referralId}`;
export const reasonField = (referralId: string) => `reason-${referralId}`;
export const abroadField = (referralId: string) => `abroad-${referralId}`;
