import type { WorkFilters } from '@/lib/cases/queue/queries';
import { readWorkCursor } from '@/lib/cases/queue/views';
import type { QueueAsked } from './queue-asked';

/** What the address asks for, as the query takes it. The list of all reports has a query of its own. */
export function workFilters(
  { view, level, kind, province, assigned, after }: QueueAsked,
  me: string,
): WorkFilters {
  return {
    view: view === 'reports' ? 'all' : view,
    level,
    kind,
    province,
    assigned: assigned === 'me' ? me : assigned,
    after: readWorkCursor(after ?? undefined),
  };
}
