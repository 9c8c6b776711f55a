import { isAway } from '@/lib/errors';

/** How long whoever asked may wait before asking again: a database that is started anew is back by then. */
const SECONDS = 5;

/** A handler's answer, or 503 while the database is away, which is no fault of what was asked. */
export async function orAway(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!isAway(error)) throw error;
    return new Response(null, {
      status: 503,
      headers: { 'retry-after': String(SECONDS), 'cache-control': 'no-store' },
    });
  }
}
