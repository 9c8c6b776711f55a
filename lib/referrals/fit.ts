import { isConfirmed } from './agencies/second-person';

/** What the reporter of one report agreed to be handed to, by the codes of K4. */
export type ConsentGiven = {
  reportId: string;
  agencies: string[];
  /** They have asked to change a consent or to withdraw, and nobody has decided yet: it counts as not given. */
  asked: boolean;
};

/** What stands between a case and an agency. `consent-partly`: some of the reporters agreed. */
export type Hindrance =
  | 'blocked'
  | 'abroad'
  | 'unconfirmed'
  | 'consent-not-asked'
  | 'consent-none'
  | 'consent-partly';
export type Fit = { hindrances: Hindrance[]; agreed: number; of: number };

type Agency = Parameters<typeof isConfirmed>[0] & {
  blocked: boolean;
  abroad: boolean;
  consent: string | null;
};

/** Whether a case can go to an agency on consent alone and by one person; if not, every reason why. */
export function agencyFit(agency: Agency, given: readonly ConsentGiven[]): Fit {
  const { blocked, abroad, consent } = agency;
  const agreed = given.filter((one) => !one.asked && consent && one.agencies.includes(consent)).length;
  const hindrances: Hindrance[] = [];
  if (blocked) hindrances.push('blocked');
  if (abroad) hindrances.push('abroad');
  if (!isConfirmed(agency)) hindrances.push('unconfirmed');
  if (!consent) hindrances.push('consent-not-asked');
  else if (agreed === 0) hindrances.push('consent-none');
  else if (agreed < given.length) hindrances.push('consent-partly');
  return { hindrances, agreed, of: given.length };
}
