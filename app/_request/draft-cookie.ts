import { cookies } from 'next/headers';
import { database } from '@/lib/database';
import { DRAFT_COOKIE } from '@/lib/reports/cookie-names';
import { openCookie } from '@/lib/vault/cookie';
import { keyedDigest } from '@/lib/vault/secrets';

/**
 * What the cookie that ties a draft to a browser seals. `behind`: the drafts, sent or not, that this browser goes back to when it has done with
 * this one, the next first.
 */
export type DraftClaim = { draft: string; behind: readonly string[] };

/** As it is sealed: a cookie of an earlier release names the one draft behind. */
type SealedClaim = { draft: string; behind?: string | readonly string[] };

export async function readDraftClaim(): Promise<DraftClaim | null> {
  const sealed = (await cookies()).get(DRAFT_COOKIE)?.value;
  const claim = sealed ? await openCookie<SealedClaim>(database(), DRAFT_COOKIE, sealed) : null;
  return claim && { draft: claim.draft, behind: [claim.behind ?? []].flat() };
}

/** The id in this browser's draft cookie, whether or not that draft still lives. */
export async function currentDraftId(): Promise<string | null> {
  return (await readDraftClaim())?.draft ?? null;
}

/** Names a draft to its own pages without giving its id away, so that a page left open cannot write into another draft. */
export async function draftToken(draft: string): Promise<string> {
  return (await keyedDigest(database(), 'draft-page', draft)).toString('base64url').slice(0, 22);
}
