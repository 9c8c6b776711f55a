import 'server-only';
import type { Db } from '@/db/client';
import { forgetOldLimits } from '@/lib/abuse/commands';
import { shipCheckpoint } from '@/lib/audit/checkpoints/commands';
import { deleteExpired } from '@/lib/backup/file';
import { endUnreviewedReleases } from '@/lib/cases/contact/commands';
import { type ClockRound, runClocks } from '@/lib/cases/escalating/commands';
import { countOutcomes } from '@/lib/cases/outcomes/queries';
import { type LookRound, lookAgain } from '@/lib/cases/reassessing/commands';
import { describeError } from '@/lib/errors';
import { processWaiting } from '@/lib/evidence/commands';
import { giveUpStale } from '@/lib/evidence/destroying/commands';
import { sweepObjects } from '@/lib/evidence/storage/objects/commands';
import { log } from '@/lib/log';
import { destroyExpiredDrafts } from '@/lib/reports/draft/commands';
import { eraseDue, type RetentionRound } from '@/lib/retention/round/commands';
import { indexDue } from '@/lib/search/indexing/commands';
import { expireApprovals } from '@/lib/staff/approvals/commands';
import { type PublishResult, publishNumbers } from '@/lib/statistics/commands';
import { mailRound } from './mail-round';

/** What one round spends on files, so that it never keeps the others waiting for long. */
const FILES_A_ROUND = 20;
const FILES_MS = 30_000;

type Part =
  | 'levels'
  | 'clocks'
  | 'mail'
  | 'approvals'
  | 'releases'
  | 'stale-files'
  | 'drafts'
  | 'retention'
  | 'limits'
  | 'backups'
  | 'checkpoint'
  | 'objects'
  | 'search'
  | 'numbers'
  | 'files';

/** What was done. Null: that part could not be. */
export type JobReport = {
  levels: LookRound | null;
  clocks: ClockRound | null;
  /** How many people were written to; null also where no mail is set up. */
  mailed: number | null;
  approvalsExpired: number | null;
  releasesEnded: number | null;
  draftsDestroyed: number | null;
  retention: RetentionRound | null;
  filesGivenUp: number | null;
  filesProcessed: number | null;
  numbers: PublishResult | null;
  indexed: number | null;
  /** The parts that could not be done, each logged; the next round tries them again. */
  failed: Part[];
};

/**
 * Does what is due. Safe to run from several places at once (a scheduler, the server's own tick, a person): every part does its work in
 * transactions of its own and finds nothing left when another was first. What one part breaks on keeps none of the others from their work.
 * Once `ending` is aborted no further part is begun.
 */
export async function runDueJobs(db: Db, ending?: AbortSignal): Promise<JobReport> {
  const failed: Part[] = [];
  const attempt = async <Done>(part: Part, work: () => Promise<Done>): Promise<Done | null> => {
    if (ending?.aborted) return null;
    try {
      return await work();
    } catch (error) {
      log.error('jobs.part-failed', { part, ...describeError(error) });
      failed.push(part);
      return null;
    }
  };
  // Whoever has to be told comes before everything else; the clocks follow the levels that time has raised.
  const levels = await attempt('levels', () => lookAgain(db));
  const clocks = await attempt('clocks', () => runClocks(db));
  const mailed = await attempt('mail', () => mailRound(db));
  const approvalsExpired = await attempt('approvals', () => expireApprovals(db));
  const releasesEnded = await attempt('releases', () => endUnreviewedReleases(db));
  const filesGivenUp = await attempt('stale-files', () => giveUpStale(db));
  const draftsDestroyed = await attempt('drafts', () => destroyExpiredDrafts(db));
  const retention = await attempt('retention', () => eraseDue(db));
  await attempt('checkpoint', () => shipCheckpoint(db));
  await attempt('limits', () => forgetOldLimits(db));
  await attempt('backups', () => deleteExpired());
  await attempt('objects', () => sweepObjects(db));
  const indexed = await attempt('search', () => indexDue(db));
  const numbers = await attempt('numbers', () => publishNumbers(db, countOutcomes));
  const files = { most: FILES_A_ROUND, mostMs: FILES_MS };
  const filesProcessed = await attempt('files', () => processWaiting(db, files));
  return {
    levels,
    clocks,
    mailed,
    approvalsExpired,
    releasesEnded,
    draftsDestroyed,
    retention,
    filesGivenUp,
    filesProcessed,
    numbers,
    indexed,
    failed,
  };
}
