import 'server-only';
import type { Db } from '@/db/client';
import { forgetOldLimits } from '@/lib/abuse/commands';
import { describeError } from '@/lib/errors';
import { giveUpStale, processWaiting } from '@/lib/evidence/commands';
import { sweepObjects } from '@/lib/evidence/storage/objects/commands';
import { log } from '@/lib/log';
import { destroyExpiredDrafts } from '@/lib/reports/draft/commands';
import { type PublishResult, publishNumbers } from '@/lib/statistics/commands';

/** What one round spends on files, so that it never keeps the others waiting for long. */
const FILES_A_ROUND = 20;
const FILES_MS = 30_000;

export type JobReport = {
  draftsDestroyed: number;
  filesGivenUp: number;
  filesProcessed: number;
  numbers: PublishResult | null;
  /** The parts that could not be done, each logged; the next round tries them again. */
  failed: Part[];
};

type Part = 'stale-files' | 'drafts' | 'limits' | 'objects' | 'numbers' | 'files';

/**
 * Does what is due. Safe to run from several places at once (a scheduler, the server's own tick, a person): every part does its work in
 * transactions of its own and finds nothing left when another was first. What one part breaks on keeps none of the others from their work.
 */
export async function runDueJobs(db: Db): Promise<JobReport> {
  const failed: Part[] = [];
  const attempt = async <Done>(part: Part, work: () => Promise<Done>): Promise<Done | null> => {
    try {
      return await work();
    } catch (error) {
      log.error('jobs.part-failed', { part, ...describeError(error) });
      failed.push(part);
      return null;
    }
  };
  const filesGivenUp = await attempt('stale-files', () => giveUpStale(db));
  const draftsDestroyed = await attempt('drafts', () => destroyExpiredDrafts(db));
  await attempt('limits', () => forgetOldLimits(db));
  await attempt('objects', () => sweepObjects(db));
  const numbers = await attempt('numbers', () => publishNumbers(db));
  const files = { most: FILES_A_ROUND, mostMs: FILES_MS };
  const filesProcessed = await attempt('files', () => processWaiting(db, files));
  return {
    draftsDestroyed: draftsDestroyed ?? 0,
    filesGivenUp: filesGivenUp ?? 0,
    filesProcessed: filesProcessed ?? 0,
    numbers,
    failed,
  };
}
