import 'server-only';
import type { Db } from '@/db/client';
import { giveBack, hit, type Limit, peek } from '@/lib/abuse/commands';
import { DAY } from '@/lib/clock';
import { MOST_BYTES, MOST_FILES } from './limits';

/** What counts are kept in, so that a day's fits where counts stand. */
const UNIT = 1024;

/** Bytes of files that may come from one address in a day (UTC) [J]: as many as ten drafts hold, because several people share an address. */
export const MOST_A_DAY = 10 * MOST_FILES * MOST_BYTES;

const limitOf = (address: string): Limit => ({
  name: 'evidence-bytes',
  key: address,
  limit: MOST_A_DAY / UNIT,
  windowMs: DAY,
});

/** Whether the address has as many bytes left today. Nothing is counted: a size that is only announced must not use up what others share. */
export async function hasQuota(db: Db, address: string, size: number): Promise<boolean> {
  return (await peek(db, limitOf(address), Math.ceil(size / UNIT))).allowed;
}

/**
 * Counts the bytes of a file from one offset to another, which have come from the address. False, and nothing is counted, where the day's are
 * used up.
 */
export async function takeFromQuota(db: Db, address: string, start: number, end: number): Promise<boolean> {
  // Summed over a file's pieces this is its size, however small they are.
  const weight = Math.ceil(end / UNIT) - Math.ceil(start / UNIT);
  const { allowed } = await hit(db, limitOf(address), weight);
  if (!allowed) await giveBack(db, limitOf(address), weight);
  return allowed;
}
