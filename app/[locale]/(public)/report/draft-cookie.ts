import { cookies } from 'next/headers';
import { cache } from 'react';
import { currentDraftId, type DraftClaim, readDraftClaim } from '@/app/_request/draft-cookie';
import { HOUR } from '@/lib/clock';
import { database } from '@/lib/database';
import { servesHttps } from '@/lib/env';
import { DRAFT_COOKIE } from '@/lib/reports/cookie-names';
import { type Draft, loadDraft } from '@/lib/reports/draft/queries';
import { sealCookie } from '@/lib/vault/cookie';

/**
 * This browser's draft, or null when it has none, it is over, or its cookie was tampered with. Read once for a page and its title; an action,
 * which changes it, reads it anew each time.
 */
export const currentDraft = cache(async (): Promise<Draft | null> => {
  const id = await currentDraftId();
  return id ? loadDraft(database(), id) : null;
});

/** The draft whose receipt this browser may still show: its own, also while it adds to that report. */
export async function receiptDraft(): Promise<Draft | null> {
  const draft = await currentDraft();
  if (draft && !draft.addsTo) return draft;
  const behind = (await readDraftClaim())?.behind;
  return behind ? loadDraft(database(), behind) : null;
}

/** Ties an addition to this browser, in front of the draft that it has. */
export async function putInFront(addition: string): Promise<void> {
  const [claim, draft] = [await readDraftClaim(), await currentDraft()];
  const behind = draft?.addsTo ? claim?.behind : draft?.id;
  await rememberClaim(behind ? { draft: addition, behind } : { draft: addition });
}

/** Back from an addition to the draft behind it, or to none. */
export async function stepBack(): Promise<void> {
  const behind = (await readDraftClaim())?.behind;
  if (behind) await rememberDraft(behind);
  else await forgetDraft();
}

/** Ties a draft to this browser. */
export async function rememberDraft(draft: string): Promise<void> {
  await rememberClaim({ draft });
}

async function rememberClaim(claim: DraftClaim): Promise<void> {
  (await cookies()).set(DRAFT_COOKIE, await sealCookie(database(), DRAFT_COOKIE, claim), {
    httpOnly: true,
    sameSite: 'lax',
    secure: servesHttps(),
    path: '/',
    maxAge: (24 * HOUR) / 1000,
  });
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
