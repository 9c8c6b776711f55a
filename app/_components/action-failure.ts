import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import type { Outcome } from './send-until-taken';

/** Answers that ask to come back later: request timeout, too early, too many requests. */
const COME_BACK = [408, 425, 429];

/**
 * Why a server action did not come through, or null for the errors that are Next's own way of saying "go there". Next tells little: an
 * error with a digest was thrown on the server, a form that a newer deployment does not know has an error of its own, and all else is
 * either a broken line or an answer that is none of ours, which the browser's record of the request tells apart.
 */
export function failureOf(error: unknown): Exclude<Outcome, 'taken' | 'givenBack'> | null {
  try {
    unstable_rethrow(error);
  } catch {
    return null;
  }
  if (unstable_isUnrecognizedActionError(error)) return 'stale';
  if (typeof (error as { digest?: unknown } | null)?.digest === 'string') return 'busy';
  const status = lastStatus();
  if (status >= 400 && status < 500 && !COME_BACK.includes(status)) return 'refused';
  return status >= 400 ? 'busy' : 'dropped';
}

/** The status of the last request that a script made to this page's own address; 0 when it had no answer, or the browser does not say. */
function lastStatus(): number {
  const here = location.href.split('#')[0];
  const posts = performance.getEntriesByType('resource').filter(({ name }) => name === here);
  return (posts.at(-1) as PerformanceResourceTiming | undefined)?.responseStatus ?? 0;
}
