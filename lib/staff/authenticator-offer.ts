import 'server-only';
import type { Db } from '@/db/client';
import { openCookie, sealCookie } from '@/lib/vault/cookie';
import { makeTotpSecret } from './totp';

const NAME = 'naru_staff_authenticator';

/** A new authenticator secret for whoever looks at an invitation now, and the same sealed, for the form to carry back. */
export type AuthenticatorOffer = { secret: string; sealed: string };

/**
 * Made anew for every look at the form and stored nowhere: whoever made the invitation, and may have opened its link first, does not know the
 * second factor of the account that comes of it. Bound to the invitation, so that a form of another one is of no use.
 */
export async function offerAuthenticator(db: Db, invitationId: string): Promise<AuthenticatorOffer> {
  const secret = makeTotpSecret();
  return { secret, sealed: await sealCookie(db, NAME, { invitationId, secret }) };
}

/** The offer that a form carried; null when it is not one of ours for this invitation. */
export async function openOffer(
  db: Db,
  invitationId: string,
  sealed: string,
): Promise<AuthenticatorOffer | null> {
  const offer = await openCookie<{ invitationId: string; secret: string }>(db, NAME, sealed);
  return offer?.invitationId === invitationId ? { secret: offer.secret, sealed } : null;
}
