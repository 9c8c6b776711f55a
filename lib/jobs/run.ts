import 'server-only';
import type { Db } from '@/db/client';
import { forgetOldLimits } from '@/lib/abuse/commands';
import { destroyExpiredDrafts } from '@/lib/reports/draft/commands';
import { type PublishResult, publishNumbers } from '@/lib/statistics/commands';

export type JobReport = { draftsDestroyed: number; numbers: PublishResult };

/**
 * Does what is due. Safe to run from several places at once (a scheduler, the server's own tick, a person): every part does its work in
 * transactions of its own and finds nothing left when another was first.
 */
export async function runDueJobs(db: Db): Promise<JobReport> {
  const draftsDestroyed = await destroyExpiredDrafts(db);
  await forgetOldLimits(db);
  const numbers = await publishNumbers(db);
  return { draftsDestroyed, numbers };
}
