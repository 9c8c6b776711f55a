import { DAY, HOUR } from '@/lib/clock';

/** Seoul has had no summer time since 1988, so a fixed offset is exact. */
const SEOUL = 9 * HOUR;
const WEEK = 7;

/**
 * Days between the end of a week and its first publication: long enough that a report sent by somebody who is watched cannot be recognised by
 * a number that changes while they are still being watched for it, and that staff have decided what most of the week's reports are.
 */
export const DELAY_DAYS = 7;

/** A day in Seoul, `2025-10-31`. Written so, the order of days is the order of the texts. */
export type Day = string;

/** The day in Seoul that a moment falls on. */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + SEOUL).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The moment a day is over in Seoul. Counting takes what came before it. */
export function endOf(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY - SEOUL);
}

/** The last day that may be counted: the newest Sunday that has been over for DELAY_DAYS. Weeks run from Monday to Sunday. */
export function lastCountableDay(at: Date): Day {
  const newest = addDays(dayOf(at), -DELAY_DAYS - 1);
  const weekday = new Date(`${newest}T00:00:00Z`).getUTCDay();
  return addDays(newest, -weekday);
}

/** The day on which the week that ends on this Sunday is published. */
export function publicationDay(through: Day): Day {
  return addDays(through, DELAY_DAYS + 1);
}

/** The next day on which a week is published; the week that could be published today has been dealt with. */
export function nextPublicationDay(at: Date): Day {
  return publicationDay(addDays(lastCountableDay(at), WEEK));
}

/** Days counted one by one, the newest last: five weeks up to and including `through`, so that a month that has ended can be seen whole. */
export const DAYS_SHOWN = 5 * WEEK;
