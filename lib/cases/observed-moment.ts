import { DAY } from '@/lib/clock';

const SHAPE =
  /^(?:(\d{4})[-./ ]+)?(?:(\d{1,2})[-./ ]+(\d{1,2})[. ]*)?\s*(?:(\d{1,2})\s*[:시]\s*(\d{1,2})?\s*분?)?$/;
const SEOUL_MS = 9 * 60 * 60_000;

/**
 * When something was seen, as staff type it, in Korean time: `2025-10-03 14:05`, `10-03 14:05` (this year, or the last one where that would lie ahead by more
 * than a day), `14:05` (today). Null when it is none. A day without a time is its beginning.
 */
export function readObserved(typed: string, now: Date): Date | null {
  const text = typed.normalize('NFKC').replaceAll('\u2060', '').trim();
  const found = SHAPE.exec(text);
  if (!found || text === '') return null;
  const [year, month, day, hour, minute] = found.slice(1).map((part) => (part ? Number(part) : undefined));
  if (year !== undefined && month === undefined) return null;
  const today = new Date(now.getTime() + SEOUL_MS);
  const at = (inYear: number) =>
    seoulTime(inYear, month ?? today.getUTCMonth() + 1, day ?? today.getUTCDate(), hour ?? 0, minute ?? 0);
  const read = at(year ?? today.getUTCFullYear());
  const isAhead = read !== null && read.getTime() > now.getTime() + DAY;
  return year === undefined && month !== undefined && isAhead ? at(today.getUTCFullYear() - 1) : read;
}

function seoulTime(year: number, month: number, day: number, hour: number, minute: number): Date | null {
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60;
  return isReal && year >= 1900 && year < 2200 ? new Date(at.getTime() - SEOUL_MS) : null;
}
