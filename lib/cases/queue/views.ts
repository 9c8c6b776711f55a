import { type Level, levels } from '@/lib/urgency/levels';

/** The saved views of the desk, in the order they are shown. */
export const WORK_VIEWS = [
  'all',
  'mine',
  'urgent-unassigned',
  'due-soon',
  'news',
  'agency-silent',
  'safety-unconfirmed',
  'recontact-due',
  'do-not-contact',
  'leaving-today',
] as const;
export type WorkView = (typeof WORK_VIEWS)[number];

export function isWorkView(value: unknown): value is WorkView {
  return WORK_VIEWS.some((view) => view === value);
}

/** Counting stops here: a view with more shows "99+". */
export const COUNTED_UP_TO = 99;

/** A count as people read it. */
export function shownCount(count: number): string {
  return count > COUNTED_UP_TO ? `${COUNTED_UP_TO}+` : String(count);
}

/** The last row of a page: the next page begins after it. */
export type WorkCursor = { level: Level; due: Date; points: number; id: string };

/** A cursor as an address holds it. Nothing in it is an answer. */
export function writeWorkCursor({ level, due, points, id }: WorkCursor): string {
  return `${level}.${due.getTime()}.${points}.${id}`;
}

/** Reads a cursor from an address; null when it is none, which shows the first page. */
export function readWorkCursor(text: string | undefined): WorkCursor | null {
  const [level, due, points, id] = (text ?? '').split('.');
  const known = levels.find((one) => one === level);
  if (
    !known ||
    !/^\d{1,15}$/.test(due ?? '') ||
    !/^\d{1,4}$/.test(points ?? '') ||
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '')
  )
    return null;
  return { level: known, due: new Date(Number(due)), points: Number(points), id: id ?? '' };
}
