import 'server-only';
import type { Db } from '@/db/client';
import type { StaffActor } from '@/lib/staff/session';
import { openCookie, sealCookie } from '@/lib/vault/cookie';

const NAME = 'staff-search';
/** Longer than anything that is looked for; what is beyond it is not looked for. */
export const MOST_QUERY = 200;

/** A query as an address may hold it: it names people, so only the account that asked can read it. */
export function sealQuery(db: Db, actor: StaffActor, query: string): Promise<string> {
  return sealCookie(db, NAME, { by: actor.id, query: query.slice(0, MOST_QUERY) });
}

/** What an address asks for; empty when it was made up, or made for somebody else. */
export async function openQuery(db: Db, actor: StaffActor, sealed: string | undefined): Promise<string> {
  const opened = sealed ? await openCookie<{ by: string; query: string }>(db, NAME, sealed) : null;
  return opened?.by === actor.id ? opened.query : '';
}
