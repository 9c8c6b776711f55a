import 'server-only';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
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

/** With its name and its options a browser takes 4096 bytes; what is longer it drops, and keeps the one before. */
const MOST = 3900;

/** Packed: many rows have the same assignee. */
type Packed = { packed: string };
const pack = (record: UndoRecord): Packed => ({
  packed: deflateRawSync(JSON.stringify(record)).toString('base64url'),
});
const unpack = ({ packed }: Packed): UndoRecord =>
  JSON.parse(inflateRawSync(Buffer.from(packed, 'base64url')).toString('utf8'));

const options = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: servesHttps(),
  maxAge: UNDO_MS / 1000,
});

export async function readUndo(): Promise<UndoRecord | null> {
  const sealed = (await cookies()).get(UNDO_COOKIE)?.value;
  const found = sealed ? await openCookie<Packed>(database(), UNDO_COOKIE, sealed) : null;
  return found?.packed ? unpack(found) : null;
}

/** Remembers an act; one without a reverse, or of more rows than there is room for, makes the one before it last no longer. */
export async function rememberUndo(record: UndoRecord | null): Promise<void> {
  if (!record) return forgetUndo();
  const sealed = await sealCookie(database(), UNDO_COOKIE, pack(record));
  if (sealed.length > MOST) return forgetUndo();
  (await cookies()).set(UNDO_COOKIE, sealed, options());
}

export async function forgetUndo(): Promise<void> {
  (await cookies()).set(UNDO_COOKIE, '', { ...options(), maxAge: 0 });
}
