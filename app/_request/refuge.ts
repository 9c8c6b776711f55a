import { setTimeout as wait } from 'node:timers/promises';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import { describeError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { log } from '@/lib/log';

/** PostgreSQL is starting, stopping or out of reach; each of these is over in seconds when somebody restarts it. */
const PASSING = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
]);
const WAITS_MS = [300, 1_000, 2_500];

/** Does something that may be done twice without harm; a database that is away for a moment is tried again for about four seconds. */
export async function retryPassing<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const pause of WAITS_MS) {
    try {
      return await work();
    } catch (error) {
      unstable_rethrow(error);
      if (!isPassing(error)) throw error;
      await wait(pause);
    }
  }
  return work();
}

/**
 * Runs what a reporter's post asks for. What fails in spite of trying again is logged once; with JavaScript the form keeps what was typed
 * and says so, without it a plain page says what to do.
 */
export async function withRefuge(locale: Locale, work: () => Promise<void>): Promise<void> {
  try {
    return await retryPassing(work);
  } catch (error) {
    unstable_rethrow(error);
    const head = await headers();
    log.error('action.failed', { ...describeError(error), requestId: head.get('x-request-id') ?? '' });
    if (head.has('next-action')) throw error;
    redirect(`/${locale}/report/trouble`);
  }
}

function isPassing(error: unknown): boolean {
  const { code, cause, message } = (error ?? {}) as {
    code?: string;
    cause?: { code?: string; message?: string };
    message?: string;
  };
  if (PASSING.has(code ?? '') || PASSING.has(cause?.code ?? '')) return true;
  return /terminated|timeout exceeded when trying to connect|Connection ended/i.test(
    `${cause?.message ?? ''} ${cause ? '' : (message ?? '')}`,
  );
}
