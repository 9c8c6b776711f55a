import 'server-only';
import type { Db } from '@/db/client';
import { forgetOldLimits } from '@/lib/abuse/commands';
import { giveUpStale, processWaiting } from '@/lib/evidence/commands';
import { destroyExpiredDrafts } from '@/lib/reports/draft/commands';

/** Files that one round works on, a few seconds each at most, so that a round never keeps the others waiting for long. */
const FILES_A_ROUND = 20;

export type JobReport = { draftsDestroyed: number; filesGivenUp: number; filesProcessed: number };

/**
 * Does what is due. Safe to run from several places at once (a scheduler, the server's own tick, a person): every part does its work in
 * transactions of its own and finds nothing left when another was first.
 */
export async function runDueJobs(db: Db): Promise<JobReport> {
  const filesGivenUp = await giveUpStale(db);
  const draftsDestroyed = await destroyExpiredDrafts(db);
  await forgetOldLimits(db);
  const filesProcessed = await processWaiting(db, { most: FILES_A_ROUND });
  return { draftsDestroyed, filesGivenUp, filesProcessed };
}
