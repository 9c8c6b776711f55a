import { DAY, HOUR, MINUTE } from '@/lib/clock';
import type { Level } from '@/lib/urgency/levels';

/** What must happen by a time: the first look, triage, referral, the agency's word, word to the reporter, the next re-assessment, a return. */
export const CLOCK_KINDS = [
  'FIRST_LOOK',
  'TRIAGE',
  'REFERRAL',
  'AGENCY',
  'WORD',
  'REASSESS',
  'RETURN',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** From the decision to bring somebody home, whatever the level. */
export const RETURN_DURATION = 30 * DAY;

/**
 * How long each may take, in milliseconds, from casework's table [J: an operator may tune them here]. Null: no clock runs (at U5 the first
 * look and the word to the reporter are automatic, and nothing is asked back).
 */
export const DURATIONS: Readonly<Record<Level, Readonly<Record<ClockKind, number | null>>>> = {
  U1: row(10 * MINUTE, 15 * MINUTE, 30 * MINUTE, 30 * MINUTE, 2 * HOUR, 4 * HOUR),
  U2: row(30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR),
  U3: row(2 * HOUR, 8 * HOUR, 24 * HOUR, 24 * HOUR, 72 * HOUR, 72 * HOUR),
  U4: row(24 * HOUR, 3 * DAY, 5 * DAY, 5 * DAY, 14 * DAY, 14 * DAY),
  U5: row(null, 7 * DAY, 7 * DAY, null, null, null),
};

function row(...before: [...(number | null)[]] & { length: 6 }): Record<ClockKind, number | null> {
  const spans = [...before, RETURN_DURATION];
  return Object.fromEntries(CLOCK_KINDS.map((kind, at) => [kind, spans[at] ?? null])) as Record<
    ClockKind,
    number | null
  >;
}

/** How long a broken glass may wait for another supervisor's review. */
export const GLASS_REVIEW_DURATION = 24 * HOUR;
/** The queue's view "due soon". */
export const DUE_SOON = 30 * MINUTE;
