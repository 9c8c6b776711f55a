import type { Assessment } from './assess';
import { type Level, stepsAbove } from './levels';

/**
 * How urgent a report is after something was added to it. An addition may raise the level and never lowers it: the older answers stand,
 * because whoever holds the receipt code may not be the one who reported. `stored` is the level that the report has now, by whatever way.
 * Where the older answers decide, the assessment says what the newer ones alone would have come to.
 */
export function afterAddition(before: Assessment | null, stored: Level, after: Assessment): Assessment {
  const raised = stepsAbove(after.level, stored);
  if (!before || raised > 0 || (raised === 0 && after.points >= before.points)) return after;
  return {
    ...before,
    level: stored,
    points: Math.max(before.points, after.points),
    askFirst: after.askFirst,
    olderStands: { level: after.level, rule: after.rule },
  };
}
