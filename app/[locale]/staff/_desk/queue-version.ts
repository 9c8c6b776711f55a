import 'server-only';
import { createHash } from 'node:crypto';
import type { WorkPage } from '@/lib/cases/queue/queries';
import { shownCount, WORK_VIEWS, type WorkView } from '@/lib/cases/queue/views';

/** The counts of the saved views as they are shown. */
export function shownCounts(counts: Record<WorkView, number>): Record<WorkView, string> {
  return Object.fromEntries(WORK_VIEWS.map((view) => [view, shownCount(counts[view])])) as Record<
    WorkView,
    string
  >;
}

/** What a list says of its rows, as one short word: it changes when a row comes, goes, moves, changes hands, or bears another sign. */
export function listVersion(page: WorkPage): string {
  const rows = page.items.map((item) =>
    [
      ...[item.ref, item.level, item.state, item.assignedTo, item.points],
      ...[item.doNotContact, item.safetyUnconfirmed, item.opened],
    ].join(' '),
  );
  return createHash('sha256').update(rows.join('\n')).digest('base64url').slice(0, 16);
}
