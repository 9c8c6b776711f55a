import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';

/** How long an end waits for the part of a round that is under way. */
const PATIENCE_MS = 10_000;

/**
 * Runs what is due now and once a minute; never two rounds at once in this process. Two processes do each other no harm. Stopping ends a round
 * behind the part it is at.
 */
export function startJobs(): { stop: () => Promise<void> } {
  let round: Promise<void> | undefined;
  const ending = new AbortController();
  const tick = () => {
    round ??= runRound(ending.signal).finally(() => {
      round = undefined;
    });
  };
  tick();
  const timer = setInterval(tick, MINUTE);
  return {
    stop: async () => {
      clearInterval(timer);
      ending.abort();
      await Promise.race([round, sleep(PATIENCE_MS, undefined, { ref: false })]);
    },
  };
}

async function runRound(ending: AbortSignal): Promise<void> {
  try {
    const { getDb } = await import('@/db/client');
    const { runDueJobs } = await import('@/lib/jobs/run');
    await runDueJobs(getDb(), ending);
  } catch (error) {
    log.error('jobs.failed', describeError(error));
  }
}
