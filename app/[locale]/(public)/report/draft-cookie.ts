import { cookies } from 'next/headers';
import { HOUR } from '@/lib/clock';
import { database } from '@/lib/database';
import { servesHttps } from '@/lib/env';
import { DRAFT_COOKIE } from '@/lib/reports/cookie-names';
import { type Draft, loadDraft } from '@/lib/reports/draft/queries';
import { openCookie, sealCookie } from '@/lib/vault/cookie';
import { keyedDigest } from '@/lib/vault/secrets';

/** `behind`: the draft, sent or not, that this browser goes back to when it has done with adding to a report. */
type Claim = { draft: string; behind?: string };

/** This browser's draft, or null when it has none, it is over, or its cookie was tampered with. */
export async function currentDraft(): Promise<Draft | null> {
  const id = await currentDraftId();
  return id ? loadDraft(database(), id) : null;
}

/** The id in this browser's draft cookie, whether or not that draft still lives. */
export async function currentDraftId(): Promise<string | null> {
  return (await readClaim())?.draft ?? null;
}

/** The draft whose receipt this browser may still show: its own, also while it adds to that report. */
export async function receiptDraft(): Promise<Draft | null> {
  const draft = await currentDraft();
  if (draft && !draft.addsTo) return draft;
  const behind = (await readClaim())?.behind;
  return behind ? loadDraft(database(), behind) : null;
}

/** Ties an addition to this browser, in front of the draft that it has. */
export async function putInFront(addition: string): Promise<void> {
  const [claim, draft] = [await readClaim(), await currentDraft()];
  const behind = draft?.addsTo ? claim?.behind : draft?.id;
  await rememberClaim(behind ? { draft: addition, behind } : { draft: addition });
}

/** Back from an addition to the draft behind it, or to none. */
export async function stepBack(): Promise<void> {
  const behind = (await readClaim())?.behind;
  if (behind) await rememberDraft(behind);
  else await forgetDraft();
}

async function readClaim(): Promise<Claim | null> {
  const sealed = (await cookies()).get(DRAFT_COOKIE)?.value;
  return sealed ? openCookie<Claim>(database(), DRAFT_COOKIE, sealed) : null;
}

/** Names a draft to its own pages without giving its id away, so that a page left open cannot write into another draft. */
export async function draftToken(draft: string): Promise<string> {
  return (await keyedDigest(database(), 'draft-page', draft)).toString('base64url').slice(0, 22);
}

/** Ties a draft to this browser. */
export async function rememberDraft(draft: string): Promise<void> {
  await rememberClaim({ draft });
}

async function rememberClaim(claim: Claim): Promise<void> {
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
