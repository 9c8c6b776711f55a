import { type Level, levels } from '@/lib/urgency/levels';

/** The last row of a page: the next page begins after it. */
export type QueueCursor = { level: Level; receivedAt: Date; id: string };

/** A cursor as an address holds it. Nothing in it is an answer. */
export function writeCursor({ level, receivedAt, id }: QueueCursor): string {
  return `${level}.${receivedAt.getTime()}.${id}`;
}

/** Reads a cursor from an address; null when it is none, which shows the first page. */
export function readCursor(text: string | undefined): QueueCursor | null {
  const [level, time, id] = (text ?? '').split('.');
  const known = levels.find((one) => one === level);
  if (
    !known ||
    !/^\d{1,14}$/.test(time ?? '') ||
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '')
  )
    return null;
  return { level: known, receivedAt: new Date(Number(time)), id: id ?? '' };
}
