import { MINUTE } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';

/** Runs what is due now and once a minute; never two rounds at once in this process. Two processes do each other no harm. */
export function startJobs(): { stop: () => Promise<void> } {
  let round: Promise<void> | undefined;
  const tick = () => {
    round ??= runRound().finally(() => {
      round = undefined;
    });
  };
  tick();
  const timer = setInterval(tick, MINUTE);
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}

async function runRound(): Promise<void> {
  try {
    const { getDb } = await import('@/db/client');
    const { runDueJobs } = await import('@/lib/jobs/run');
    await runDueJobs(getDb());
  } catch (error) {
    log.error('jobs.failed', describeError(error));
  }
}
