import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '@/db/client';
import { MINUTE } from '@/lib/clock';
import { hit } from './commands';

/** Posts of one address in ten minutes that go through at once; a whole report is about ten. */
const FAST_POSTS = 300;
/** How long a post past that waits. Long enough to spoil a flood, short enough for somebody in danger behind the same address. */
const WAIT_MS = 2_000;

/**
 * Reporting is never refused for being too frequent: many people share an address, and one of them may be in danger. Past the limit a post
 * only waits a little.
 */
export async function slowLane(db: Db, address: string): Promise<void> {
  const { allowed } = await hit(db, {
    name: 'report-post',
    key: address,
    limit: FAST_POSTS,
    windowMs: 10 * MINUTE,
  });
  if (!allowed) await wait(WAIT_MS);
}
