import { cookies } from 'next/headers';
import { database } from '@/lib/database';
import { DRAFT_COOKIE } from '@/lib/reports/cookie-names';
import { openCookie } from '@/lib/vault/cookie';
import { keyedDigest } from '@/lib/vault/secrets';

/** What the cookie that ties a draft to a browser seals. */
export type DraftClaim = { draft: string };

/** The id in this browser's draft cookie, whether or not that draft still lives. */
export async function currentDraftId(): Promise<string | null> {
  const sealed = (await cookies()).get(DRAFT_COOKIE)?.value;
  if (!sealed) return null;
  return (await openCookie<DraftClaim>(database(), DRAFT_COOKIE, sealed))?.draft ?? null;
}

/** Names a draft to its own pages without giving its id away, so that a page left open cannot write into another draft. */
export async function draftToken(draft: string): Promise<string> {
  return (await keyedDigest(database(), 'draft-page', draft)).toString('base64url').slice(0, 22);
}
