import 'server-only';
import { createHmac } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { oncePerDatabase, UNNAMED } from '@/db/once-per-database';
import { rateLimits } from '@/db/schema/abuse';
import { DAY, now } from '@/lib/clock';
import { deriveKey, vaultSecret } from '@/lib/vault/secrets';

/** What is limited: a name, whose tries are counted (an address, an account), how many are let through in a window. */
export type Limit = { name: string; key: string; limit: number; windowMs: number };
export type Allowance = { allowed: boolean; retryAfterMs: number };

/**
 * Counts one try, or something that weighs as much as several, and says whether it is still within the limit. Counted in PostgreSQL, so that every instance shares it. The key is kept
 * only as a digest salted with the day. A count is the only thing here that is not waited for on the disk: a server that loses its power
 * forgets the tries of its last moments.
 */
export async function hit(db: Db, limit: Limit, weight = 1): Promise<Allowance> {
  const { keyDigest, windowStart } = await slot(db, limit);
  const [row] = await counting(db).execute({ keyDigest, windowStart, weight });
  return verdict(limit, windowStart, row?.count ?? weight);
}

/** Every post is counted, so the statement is put together once. */
const counting = oncePerDatabase((db) => {
  const weight = sql.placeholder('weight');
  return db
    .insert(rateLimits)
    .values({
      keyDigest: sql.placeholder('keyDigest'),
      windowStart: sql.placeholder('windowStart'),
      // PostgreSQL is told on the way not to wait for the disk when this statement's own transaction ends, and no later one.
      count: sql`(select ${weight}::int from set_config('synchronous_commit', 'off', true))`,
    })
    .onConflictDoUpdate({
      target: [rateLimits.keyDigest, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + ${weight}` },
    })
    .returning({ count: rateLimits.count })
    .prepare(UNNAMED);
});

/** Takes back what was counted: for what only failures should use up, counted first so that a burst cannot slip past the limit. */
export async function giveBack(db: Db, limit: Limit, weight = 1): Promise<void> {
  const { keyDigest, windowStart } = await slot(db, limit);
  await db
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - ${weight}, 0)` })
    .where(and(eq(rateLimits.keyDigest, keyDigest), eq(rateLimits.windowStart, windowStart)));
}

/** The same verdict without counting: for what only failures should use up. */
export async function peek(db: Db, limit: Limit, weight = 1): Promise<Allowance> {
  const { keyDigest, windowStart } = await slot(db, limit);
  const [row] = await db
    .select({ count: rateLimits.count })
    .from(rateLimits)
    .where(and(eq(rateLimits.keyDigest, keyDigest), eq(rateLimits.windowStart, windowStart)));
  return verdict(limit, windowStart, (row?.count ?? 0) + weight);
}

/** Forgets counts older than a day; their windows are long over. */
export async function forgetOldLimits(db: Db): Promise<void> {
  await db.delete(rateLimits).where(lt(rateLimits.windowStart, new Date(now().getTime() - DAY)));
}

async function slot(db: Db, { name, key, windowMs }: Limit) {
  const start = Math.floor(now().getTime() / windowMs) * windowMs;
  // The day the window began on: one that reaches over midnight must not begin to count anew there.
  const day = Math.floor(start / DAY);
  const salt = deriveKey(await vaultSecret(db, 'digest'), `limit/${day}`);
  const keyDigest = createHmac('sha256', salt).update(`${name}/${windowMs}/${key}`).digest();
  return { keyDigest, windowStart: new Date(start) };
}

function verdict({ limit, windowMs }: Limit, windowStart: Date, count: number): Allowance {
  const retryAfterMs = count > limit ? windowStart.getTime() + windowMs - now().getTime() : 0;
  return { allowed: count <= limit, retryAfterMs };
}
