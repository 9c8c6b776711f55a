import 'server-only';
import { cookies } from 'next/headers';
import { UNDO_MS, type UndoRecord } from '@/lib/cases/bulk/undo';
import { database } from '@/lib/database';
import { servesHttps } from '@/lib/env';
import { openCookie, sealCookie } from '@/lib/vault/cookie';

/**
 * What somebody did last from the queue, so that they can take it back: sealed, for ten minutes, in this browser alone (decision 0030). It
 * names rows, states and assignees, and grants nothing: undoing asks every command again.
 */
const UNDO_COOKIE = 'naru_staff_undo';

const options = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: servesHttps(),
  maxAge: UNDO_MS / 1000,
});

export async function readUndo(): Promise<UndoRecord | null> {
  const sealed = (await cookies()).get(UNDO_COOKIE)?.value;
  return sealed ? openCookie<UndoRecord>(database(), UNDO_COOKIE, sealed) : null;
}

/** Remembers an act; one without a reverse makes the one before it last no longer. */
export async function rememberUndo(record: UndoRecord | null): Promise<void> {
  if (!record) return forgetUndo();
  (await cookies()).set(UNDO_COOKIE, await sealCookie(database(), UNDO_COOKIE, record), options());
}

export async function forgetUndo(): Promise<void> {
  (await cookies()).set(UNDO_COOKIE, '', { ...options(), maxAge: 0 });
}
