import { setTimeout as wait } from 'node:timers/promises';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { describeError, isAway, isDeadlock } from '@/lib/errors';
import { log } from '@/lib/log';
import { requestId } from './request-id';
import { type FormAction, type GivenBack, leaveUnsent } from './unsent';

const WAITS_MS = [300, 1_000, 2_500];
/** Where each try takes long by itself, nobody is made to wait through all of them. */
const MOST_MS = 6_000;

/**
 * Does something that may be done twice without harm; a database that is away for a moment is tried again for about four seconds, and so is what
 * PostgreSQL gave up because it and another waited for each other.
 */
export async function retryPassing<Result>(work: () => Promise<Result>): Promise<Result> {
  const began = Date.now();
  for (const pause of WAITS_MS) {
    try {
      return await work();
    } catch (error) {
      unstable_rethrow(error);
      const isPassing = isAway(error) || isDeadlock(error);
      if (!isPassing || Date.now() - began > MOST_MS) throw error;
      await wait(pause);
    }
  }
  return work();
}

/**
 * Runs what a reporter's post asks for. What fails in spite of trying again is logged once. With JavaScript the form keeps what was typed and
 * says so; without it the page that answers holds it in a form that is sent again with one press (`UnsentPage`).
 */
export async function withRefuge<Said>(
  form: FormData,
  action: FormAction,
  work: () => Promise<Said>,
): Promise<Said | undefined> {
  try {
    return await retryPassing(work);
  } catch (error) {
    unstable_rethrow(error);
    log.error('action.failed', { ...describeError(error), requestId: await requestId() });
    if ((await headers()).has('next-action')) throw error;
    await leaveUnsent({ form, action });
  }
}

/** Gives back what was posted and has no place here. With JavaScript the form keeps it and says why; without it the page that answers holds it. */
export async function giveBack(form: FormData, action: FormAction, why: GivenBack): Promise<GivenBack> {
  if (!(await headers()).has('next-action')) await leaveUnsent({ form, action, why });
  return why;
}
