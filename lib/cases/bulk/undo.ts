import { MINUTE } from '@/lib/clock';

/** How long an act of the queue can be taken back [J]. */
export const UNDO_MS = 10 * MINUTE;

/**
 * One row of what was done: before, so that it can be put back, and after, so that what somebody changed meanwhile is left alone. An assignee's
 * id, a state or a level; after, of a case its version.
 */
export type Undoable = { ref: string; before: string; after: string };

/** The last thing somebody did from the queue that can be taken back. */
export type UndoRecord = {
  kind: 'ASSIGN' | 'STATE' | 'LEVEL';
  by: string;
  at: number;
  items: readonly Undoable[];
};

/** Whether it is this person's, and not too late. */
export function isUndoable(record: UndoRecord | null, me: string, now: Date): record is UndoRecord {
  return (
    record !== null && record.by === me && record.items.length > 0 && now.getTime() - record.at < UNDO_MS
  );
}
