import type { Approval } from '@/lib/staff/approvals/queries';
import type { Withheld } from '../people/queries';

/**
 * Whether what was written for a second person may be about somebody withheld: for whoever still has to judge it, somebody in the case now. What is
 * settled, and a hand-over, may also be about who was taken out of the case since. Whoever is not told of a request cannot agree to it. The same holds
 * for what is about a report in the case, for what stands on the report because two people agreed, and for a broken glass, which another has to judge.
 */
export const isWithheldFrom = (
  { act, state }: Pick<Approval, 'act' | 'state'>,
  { now, ever }: Withheld,
): boolean => (act === 'SEND_ABROAD' || state !== 'PENDING' ? ever.size > 0 : now > 0);

/** A broken glass waits for another's judgement as a request does. */
export const WAITING_GLASS = { act: 'RELEASE_CONTACT', state: 'PENDING' } as const;

/** A request as far as it may be told: that it was asked, by whom and until when always; why, and what was answered, perhaps not. */
export const asTold = <One extends Approval>(one: One, withheld: Withheld): One & { withheld: boolean } =>
  isWithheldFrom(one, withheld)
    ? { ...one, reason: '', answer: null, withheld: true }
    : { ...one, withheld: false };
