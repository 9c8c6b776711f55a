/**
 * Every span of time and age that urgency judges by [J: an operator may tune them here]. Points have their own
 * table in points.ts.
 */
export const limits = {
  /** A deadline or departure this close is pressing, in hours. */
  soonHours: 72,
  /** A deadline this close weighs most, in hours. */
  nearHours: 24,
  /**
   * A deadline or departure that has passed still presses for this many days: nobody knows what came of it. Older
   * than that it is history, most likely a mistyped year, and no longer says that something is about to happen.
   */
  pastDays: 30,
  /** Silent for at least this many days is a matter of its own, whatever else is known. */
  longSilenceDays: 3,
  /** Where the bands of silence begin, in days: from the first, from the second, over the third. */
  silenceBands: [1, 3, 14],
  /** A last contact up to this many days ahead is a slip of the clock (no silence yet); later, it is no date. */
  aheadDays: 1,
  /** Younger than this is a minor. */
  adultAge: 18,
} as const;
