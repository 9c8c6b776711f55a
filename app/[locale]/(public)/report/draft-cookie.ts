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

/** More than anybody has at a time; a cookie has to stay small. */
const MOST_BEHIND = 4;

/** The drafts behind the one that is open, those that still live, the next first. */
export async function draftsBehind(): Promise<Draft[]> {
  const ids = (await readDraftClaim())?.behind ?? [];
  const found = await Promise.all(ids.map((id) => loadDraft(database(), id)));
  return found.filter((draft) => draft !== null);
}

/** The draft whose receipt this browser may still show: its own, also while it adds to a report. */
export async function receiptDraft(): Promise<Draft | null> {
  const draft = await currentDraft();
  if (draft && !draft.addsTo) return draft;
  return (await draftsBehind()).find(({ addsTo }) => !addsTo) ?? null;
}

/** Ties a draft to this browser in front of the one that it has; an addition that was sent is done with. */
export async function putInFront(draft: string): Promise<void> {
  const [claim, open] = [await readDraftClaim(), await currentDraft()];
  const stays = open && !(open.addsTo && open.reportId) ? [open.id] : [];
  const behind = [...stays, ...(claim?.behind ?? [])].filter((id) => id !== draft);
  await rememberClaim({ draft, behind: behind.slice(0, MOST_BEHIND) });
}

/** Back to the next draft behind, or to none. */
export async function stepBack(): Promise<void> {
  const [next, ...rest] = await draftsBehind();
  if (next) await rememberClaim({ draft: next.id, behind: rest.map(({ id }) => id) });
  else await forgetDraft();
}

/** Back to the next draft behind that was not sent yet; false, and nothing is changed, where there is none. */
export async function stepBackToUnsent(): Promise<boolean> {
  const behind = await draftsBehind();
  const unsent = behind.find(({ reportId }) => !reportId);
  if (!unsent) return false;
  const rest = behind.filter(({ id }) => id !== unsent.id);
  await rememberClaim({ draft: unsent.id, behind: rest.map(({ id }) => id) });
  return true;
}

/** Ties a draft to this browser, in place of the one that it has. What is behind stays. */
export async function rememberDraft(draft: string): Promise<void> {
  await rememberClaim({ draft, behind: (await readDraftClaim())?.behind ?? [] });
}

/** Ties a draft to this browser that was begun anew, and no other. */
export async function rememberAlone(draft: string): Promise<void> {
  await rememberClaim({ draft, behind: [] });
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
