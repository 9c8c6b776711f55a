import 'server-only';
import type { Db } from '@/db/client';
import { forgetOldLimits } from '@/lib/abuse/commands';
import { endUnreviewedReleases } from '@/lib/cases/contact/commands';
import { type ClockRound, runClocks } from '@/lib/cases/escalating/commands';
import { giveUpStale, processWaiting } from '@/lib/evidence/commands';
import { sweepObjects } from '@/lib/evidence/storage/objects/commands';
import { destroyExpiredDrafts } from '@/lib/reports/draft/commands';
import { indexDue } from '@/lib/search/commands';
import { expireApprovals } from '@/lib/staff/approvals/commands';
import { type PublishResult, publishNumbers } from '@/lib/statistics/commands';

/** What one round spends on files, so that it never keeps the others waiting for long. */
const FILES_A_ROUND = 20;
const FILES_MS = 30_000;

export type JobReport = {
  clocks: ClockRound;
  approvalsExpired: number;
  releasesEnded: number;
  draftsDestroyed: number;
  filesGivenUp: number;
  filesProcessed: number;
  numbers: PublishResult;
  indexed: number;
};

/**
 * Does what is due. Safe to run from several places at once (a scheduler, the server's own tick, a person): every part does its work in
 * transactions of its own and finds nothing left when another was first.
 */
export async function runDueJobs(db: Db): Promise<JobReport> {
  // Whoever has to be told comes before everything else.
  const clocks = await runClocks(db);
  const approvalsExpired = await expireApprovals(db);
  const releasesEnded = await endUnreviewedReleases(db);
  const filesGivenUp = await giveUpStale(db);
  const draftsDestroyed = await destroyExpiredDrafts(db);
  await forgetOldLimits(db);
  await sweepObjects(db);
  const indexed = await indexDue(db);
  const numbers = await publishNumbers(db);
  const filesProcessed = await processWaiting(db, { most: FILES_A_ROUND, mostMs: FILES_MS });
  return {
    clocks,
    approvalsExpired,
    releasesEnded,
    draftsDestroyed,
    filesGivenUp,
    filesProcessed,
    numbers,
    indexed,
  };
}
