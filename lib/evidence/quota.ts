import 'server-only';
import type { Db } from '@/db/client';
import { giveBack, hit } from '@/lib/abuse/commands';
import { DAY } from '@/lib/clock';
import { MOST_BYTES, MOST_FILES } from './limits';

/** What counts are kept in, so that a day's fits where counts stand. */
const UNIT = 1024;

/** Bytes of files that one address may begin in a day (UTC) [J]: as many as ten drafts hold, because several people share an address. */
export const MOST_A_DAY = 10 * MOST_FILES * MOST_BYTES;

export type Quota = { ok: boolean; giveBack: () => Promise<void> };

/**
 * Counts a file by the size that its sender announced, which is the most that is ever stored of it. A file that was begun is never stopped by
 * this; one past the day's limit is not begun, and the report goes through without it.
 */
export async function takeFromQuota(db: Db, address: string, size: number): Promise<Quota> {
  const limit = { name: 'evidence-bytes', key: address, limit: MOST_A_DAY / UNIT, windowMs: DAY };
  const weight = Math.ceil(size / UNIT);
  const back = () => giveBack(db, limit, weight);
  const { allowed } = await hit(db, limit, weight);
  if (!allowed) await back();
  return { ok: allowed, giveBack: back };
}
