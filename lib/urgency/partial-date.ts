import { HOUR } from '@/lib/clock';
import { type Answers, one, readNumber } from './answers';

/** The moments between which a partly known date lies, both ends included. */
export interface Span {
  readonly earliest: Date;
  readonly latest: Date;
}

/** Reporters give dates as in Korea. Seoul has had no summer time since 1988, so a fixed offset is exact. */
const SEOUL = 9 * HOUR;

/** A whole number between two bounds; anything else counts as not given. */
function whole(answers: Answers, field: string, least: number, most: number): number | undefined {
  const value = readNumber(answers, field);
  return value !== undefined && Number.isInteger(value) && value >= least && value <= most
    ? value
    : undefined;
}

function readTime(answers: Answers, name: string): { hour: number; minute: number } | undefined {
  const text = one(answers, `${name}_time`)?.normalize('NFKC');
  const parts = text === undefined ? null : /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (!parts) return undefined;
  const hour = Number(parts[1]);
  const minute = Number(parts[2]);
  return hour < 24 && minute < 60 ? { hour, minute } : undefined;
}

const seoul = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  Date.UTC(year, month - 1, day, hour, minute) - SEOUL;

const span = (from: number, until: number): Span => ({
  earliest: new Date(from),
  latest: new Date(until - 1),
});

/**
 * Reads NAME_year, NAME_month, NAME_day and NAME_time. A missing or impossible month, day or time widens the
 * span (31 February is all of February); without a year there is no date. A ticked "do not know" beside a date
 * takes nothing away from it.
 */
export function readDate(answers: Answers, name: string): Span | undefined {
  const year = whole(answers, `${name}_year`, 1900, 2100);
  if (year === undefined) return undefined;
  const month = whole(answers, `${name}_month`, 1, 12);
  if (month === undefined) return span(seoul(year, 1, 1), seoul(year + 1, 1, 1));
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = whole(answers, `${name}_day`, 1, daysInMonth);
  if (day === undefined) return span(seoul(year, month, 1), seoul(year, month + 1, 1));
  const time = readTime(answers, name);
  if (!time) return span(seoul(year, month, day), seoul(year, month, day + 1));
  const start = seoul(year, month, day, time.hour, time.minute);
  return span(start, start + 60_000);
}

/** The calendar date in Seoul, for ages. */
export function seoulDate(moment: Date): { year: number; month: number; day: number } {
  const shifted = new Date(moment.getTime() + SEOUL);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
  };
}
