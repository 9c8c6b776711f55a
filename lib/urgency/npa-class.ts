import { has } from './answers';
import type { Facts } from './facts';
import type { Signs } from './signs';

/** The three classes in which Korean police count such reports. */
export const npaClasses = [
  'ABDUCTION_CONFINEMENT',
  'MISSING_SUSPECTED_INVOLVEMENT',
  'MISSING_PLAIN',
] as const;

export type NpaClass = (typeof npaClasses)[number];

/**
 * 납치·감금: held, beaten, in hiding, ransom asked, or the person asked for rescue (their own report from abroad is such a
 * call). 실종(범죄가담 의심): silent abroad after a lure or after handing over a bank book. 단순 실종: silent abroad, no sign of
 * crime. Null for everything that is not about someone who is now held or missing abroad.
 */
export function npaClass({ answers }: Facts, signs: Signs): NpaClass | null {
  if (signs.has('CONFINED') || signs.has('PURSUED')) return 'ABDUCTION_CONFINEMENT';
  if (!signs.has('ABROAD')) return null;
  const askedForRescue = signs.has('SELF_DANGER') || has(answers, 'last_msg_signs', 'HELP');
  if (askedForRescue || signs.has('VIOLENCE') || has(answers, 'harm_now', 'RANSOM')) {
    return 'ABDUCTION_CONFINEMENT';
  }
  if (!signs.has('SILENT')) return null;
  return signs.has('LURE') || has(answers, 'gave', 'BANKBOOK')
    ? 'MISSING_SUSPECTED_INVOLVEMENT'
    : 'MISSING_PLAIN';
}
