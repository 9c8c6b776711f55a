import { createHash } from 'node:crypto';
import { countViews, listWork } from '@/lib/cases/queue/queries';
import { database } from '@/lib/database';
import { requireStaff } from '@/lib/staff/session';
import { readAsked } from '../_desk/queue-asked';
import { listVersion, shownCounts } from '../_desk/queue-version';
import { workFilters } from '../_desk/queue-work-filters';

/**
 * What the queue's page asks for while it is looked at: the counts of the views, and which rows the list has now. Short answers on request, so that
 * it works where nothing stays connected; 304 while nothing has changed. Asking does not count as being there.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireStaff('queue.view', { quiet: true });
  const asked = readAsked(Object.fromEntries(new URL(request.url).searchParams));
  const [page, counts] = await Promise.all([
    listWork(database(), actor, workFilters(asked, actor.id)),
    countViews(database(), actor),
  ]);
  const answer = JSON.stringify({
    counts: shownCounts(counts),
    version: listVersion(page),
    refs: page.items.map(({ ref }) => ref),
  });
  const etag = `"${createHash('sha256').update(answer).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': 'no-store' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(answer, { headers: { ...headers, 'content-type': 'application/json' } });
}
