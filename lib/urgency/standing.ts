import { type Level, levels, stepsAbove } from './levels';

/** What is known of a level when a new computation comes. */
export interface Standing {
  /** The level that counts now. */
  readonly standing: Level;
  /** Whether a person has set a level. */
  readonly manual: boolean;
  /** The last computed level. */
  readonly before: Level;
  /** The newly computed level. */
  readonly computed: Level;
}

/**
 * The level that counts after a computation. Without a person's word it is the computed one. A person's level stands on top, until new
 * facts compute to something more urgent than was computed before and than what stands: a computed raise still raises.
 */
export function standingLevel({ standing, manual, before, computed }: Standing): Level {
  if (!manual) return computed;
  const isRaise = stepsAbove(computed, before) > 0 && stepsAbove(computed, standing) > 0;
  return isRaise ? computed : standing;
}

/** Lowering from these takes a second person. */
export function lowersGravely(from: Level, to: Level): boolean {
  return (from === 'U1' || from === 'U2') && stepsAbove(from, to) > 0;
}

/** The most urgent of several, or null of none. */
export function mostUrgent(some: readonly Level[]): Level | null {
  return levels.find((level) => some.includes(level)) ?? null;
}
