import 'server-only';
import type { Db } from '@/db/client';
import { forgetOldLimits } from '@/lib/abuse/commands';
import { giveUpStale, processWaiting } from '@/lib/evidence/commands';
import { sweepObjects } from '@/lib/evidence/storage/objects/commands';
import { destroyExpiredDrafts } from '@/lib/reports/draft/commands';
import { type PublishResult, publishNumbers } from '@/lib/statistics/commands';

/** What one round spends on files, so that it never keeps the others waiting for long. */
const FILES_A_ROUND = 20;
const FILES_MS = 30_000;

export type JobReport = {
  draftsDestroyed: number;
  filesGivenUp: number;
  filesProcessed: number;
  numbers: PublishResult;
};

/**
 * Does what is due. Safe to run from several places at once (a scheduler, the server's own tick, a person): every part does its work in
 * transactions of its own and finds nothing left when another was first.
 */
export async function runDueJobs(db: Db): Promise<JobReport> {
  const filesGivenUp = await giveUpStale(db);
  const draftsDestroyed = await destroyExpiredDrafts(db);
  await forgetOldLimits(db);
  await sweepObjects(db);
  const numbers = await publishNumbers(db);
  const filesProcessed = await processWaiting(db, { most: FILES_A_ROUND, mostMs: FILES_MS });
  return { draftsDestroyed, filesGivenUp, filesProcessed, numbers };
}
