import { cookies } from 'next/headers';
import { database } from '@/lib/database';
import { DRAFT_COOKIE } from '@/lib/reports/cookie-names';
import { openCookie } from '@/lib/vault/cookie';

/** What the cookie that ties a draft to a browser seals. */
export type DraftClaim = { draft: string };

/** The id in this browser's draft cookie, whether or not that draft still lives. */
export async function currentDraftId(): Promise<string | null> {
  const sealed = (await cookies()).get(DRAFT_COOKIE)?.value;
  if (!sealed) return null;
  return (await openCookie<DraftClaim>(database(), DRAFT_COOKIE, sealed))?.draft ?? null;
}
