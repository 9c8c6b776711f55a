import { cookies } from 'next/headers';
import { currentDraftId, type DraftClaim } from '@/app/_request/draft-cookie';
import { HOUR } from '@/lib/clock';
import { database } from '@/lib/database';
import { servesHttps } from '@/lib/env';
import { DRAFT_COOKIE } from '@/lib/reports/cookie-names';
import { type Draft, loadDraft } from '@/lib/reports/draft/queries';
import { sealCookie } from '@/lib/vault/cookie';
import { keyedDigest } from '@/lib/vault/secrets';

/** This browser's draft, or null when it has none, it is over, or its cookie was tampered with. */
export async function currentDraft(): Promise<Draft | null> {
  const id = await currentDraftId();
  return id ? loadDraft(database(), id) : null;
}

/** Names a draft to its own pages without giving its id away, so that a page left open cannot write into another draft. */
export async function draftToken(draft: string): Promise<string> {
  return (await keyedDigest(database(), 'draft-page', draft)).toString('base64url').slice(0, 22);
}

/** Ties a draft to this browser. */
export async function rememberDraft(draft: string): Promise<void> {
  (await cookies()).set(
    DRAFT_COOKIE,
    await sealCookie(database(), DRAFT_COOKIE, { draft } satisfies DraftClaim),
    {
      httpOnly: true,
      sameSite: 'lax',
      secure: servesHttps(),
      path: '/',
      maxAge: (24 * HOUR) / 1000,
    },
  );
}

/** Unties whatever draft this browser had. */
export async function forgetDraft(): Promise<void> {
  (await cookies()).set(DRAFT_COOKIE, '', {
    httpOnly: true,
    sameSite: 'lax',
    secure: servesHttps(),
    path: '/',
    maxAge: 0,
  });
}
