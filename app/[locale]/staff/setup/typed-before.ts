import { cookies } from 'next/headers';
import { database } from '@/lib/database';
import { type AuthenticatorOffer, offerAuthenticator, openOffer } from '@/lib/staff/authenticator-offer';
import type { OpenInvitation } from '@/lib/staff/queries';
import { openCookie } from '@/lib/vault/cookie';

/**
 * Keeps name, e-mail and the authenticator that was shown, sealed, between a form that had a problem and the page that says so; never the
 * password.
 */
export const SETUP_COOKIE = 'naru_staff_setup';

export type SetupMemo = { invitation: string; name: string; email: string; offer: string };

/** What stood in the form at the last try with this very invitation, else what the invitation says and a new authenticator. */
export async function typedBefore(
  invitation: OpenInvitation,
): Promise<{ name: string; email: string; offer: AuthenticatorOffer }> {
  const sealed = (await cookies()).get(SETUP_COOKIE)?.value;
  const memo = sealed ? await openCookie<SetupMemo>(database(), SETUP_COOKIE, sealed) : null;
  const mine = memo?.invitation === invitation.id ? memo : null;
  const offer = mine ? await openOffer(database(), invitation.id, mine.offer) : null;
  return {
    name: mine?.name ?? invitation.name,
    email: invitation.email || (mine?.email ?? ''),
    offer: offer ?? (await offerAuthenticator(database(), invitation.id)),
  };
}

/** The field that a problem is about: `password-short` is about `password`. */
export function fieldOf(problem: string): string {
  return problem.split('-')[0] ?? problem;
}
