import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '@/db/client';
import { MINUTE } from '@/lib/clock';
import { giveBack, hit } from './commands';

/** Tries of one address that are answered at once, then those that wait, then none. */
const QUICK = { limit: 10, windowMs: 15 * MINUTE };
const SLOW = { limit: 200, windowMs: 15 * MINUTE };
const WAIT_MS = 3_000;

export type CodeTry = {
  /** `refused`: not looked up at all. `slowed`: the person waited, and is told why. */
  pace: 'quick' | 'slowed' | 'refused';
  /** A right code gives its try back, so that only wrong ones use the tries up. */
  right: () => Promise<void>;
};

/**
 * Counts one try at a code of this name. Past ten each waits, whatever is typed, so that nobody behind the same address is kept out by a few wrong ones; past
 * 200 wrong ones in fifteen minutes the address is refused, a right code too, for the rest of them. A code is 80 bits: a count for each code would
 * count nothing that could be guessed.
 */
export async function countCodeTry(db: Db, name: string, address: string): Promise<CodeTry> {
  const limits = [
    { name, key: address, ...QUICK },
    { name: `${name}-slow`, key: address, ...SLOW },
  ];
  const [quick, slow] = await Promise.all(limits.map((limit) => hit(db, limit)));
  const right = async () => void (await Promise.all(limits.map((limit) => giveBack(db, limit))));
  if (!slow?.allowed) return { pace: 'refused', right };
  if (quick?.allowed) return { pace: 'quick', right };
  await wait(WAIT_MS);
  return { pace: 'slowed', right };
}
