import 'server-only';
import type { Db } from '@/db/client';
import { forgetOldLimits } from '@/lib/abuse/commands';
import { endUnreviewedReleases } from '@/lib/cases/contact/commands';
import { type ClockRound, runClocks } from '@/lib/cases/escalating/commands';
import { destroyExpiredDrafts } from '@/lib/reports/draft/commands';
import { indexDue } from '@/lib/search/commands';
import { expireApprovals } from '@/lib/staff/approvals/commands';

export type JobReport = {
  draftsDestroyed: number;
  clocks: ClockRound;
  approvalsExpired: number;
  releasesEnded: number;
  indexed: number;
};

/**
 * Does what is due. Safe to run from several places at once (a scheduler, the server's own tick, a person): every part does its work in
 * transactions of its own and finds nothing left when another was first.
 */
export async function runDueJobs(db: Db): Promise<JobReport> {
  const draftsDestroyed = await destroyExpiredDrafts(db);
  await forgetOldLimits(db);
  const approvalsExpired = await expireApprovals(db);
  const releasesEnded = await endUnreviewedReleases(db);
  const clocks = await runClocks(db);
  const indexed = await indexDue(db);
  return { draftsDestroyed, approvalsExpired, releasesEnded, clocks, indexed };
}
