import { cookies } from 'next/headers';
import { database } from '@/lib/database';
import { DRAFT_COOKIE } from '@/lib/reports/cookie-names';
import { openCookie } from '@/lib/vault/cookie';
import { keyedDigest } from '@/lib/vault/secrets';

/**
 * What the cookie that ties a draft to a browser seals. `behind`: the draft, sent or not, that this browser goes back to when it has done with
 * adding to a report.
 */
export type DraftClaim = { draft: string; behind?: string };

export async function readDraftClaim(): Promise<DraftClaim | null> {
  const sealed = (await cookies()).get(DRAFT_COOKIE)?.value;
  return sealed ? openCookie<DraftClaim>(database(), DRAFT_COOKIE, sealed) : null;
}

/** The id in this browser's draft cookie, whether or not that draft still lives. */
export async function currentDraftId(): Promise<string | null> {
  return (await readDraftClaim())?.draft ?? null;
}

/** Names a draft to its own pages without giving its id away, so that a page left open cannot write into another draft. */
export async function draftToken(draft: string): Promise<string> {
  return (await keyedDigest(database(), 'draft-page', draft)).toString('base64url').slice(0, 22);
}
