import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '@/db/client';
import { MINUTE } from '@/lib/clock';
import { hit } from './commands';

/**
 * What of one address goes through at once in ten minutes. A whole report is about ten posts; all the files it can have come in about two
 * thousand pieces.
 */
const lanes = { 'report-post': 300, 'evidence-piece': 5_000 } as const;
/** How long a post past that waits. Long enough to spoil a flood, short enough for somebody in danger behind the same address. */
const WAIT_MS = 2_000;

/**
 * Reporting is never refused for being too frequent: many people share an address, and one of them may be in danger. Past the limit a post
 * only waits a little.
 */
export async function slowLane(
  db: Db,
  address: string,
  name: keyof typeof lanes = 'report-post',
): Promise<void> {
  const { allowed } = await hit(db, { name, key: address, limit: lanes[name], windowMs: 10 * MINUTE });
  if (!allowed) await wait(WAIT_MS);
}
