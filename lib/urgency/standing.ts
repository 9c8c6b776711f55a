import { isGrave, type Level, levels, stepsAbove } from './levels';

/** What is known of a level when a new computation comes. */
export interface Standing {
  /** The level that counts now. */
  readonly standing: Level;
  /** Whether a person has set a level. */
  readonly manual: boolean;
  /** The newly computed level. */
  readonly computed: Level;
  /** What that which was not told before would raise to (levelOfNews in gates.ts, or `risen`); null when nothing is new. */
  readonly news: Level | null;
  /** What came can only have been added: it never lowers, whoever added it. */
  readonly added?: boolean;
}

/**
 * The level that counts after a computation; reports and cases both read it. Without a person's word it is the computed one, or after an
 * addition whichever is more urgent. A person's level stands on top, whatever the facts that they knew compute to, until something new is
 * told: then it rises to what the news raise to, and never falls.
 */
export function standingLevel({ standing, manual, computed, news, added = false }: Standing): Level {
  if (!manual) return added && stepsAbove(standing, computed) > 0 ? standing : computed;
  return news && stepsAbove(news, standing) > 0 ? news : standing;
}

/** What a computation that came out more urgent than the one before would raise to. */
export function risen(before: Level, computed: Level): Level | null {
  return stepsAbove(computed, before) > 0 ? computed : null;
}

/** Lowering from these takes a second person. */
export function lowersGravely(from: Level, to: Level): boolean {
  return isGrave(from) && stepsAbove(from, to) > 0;
}

/** The most urgent of several, or null of none. */
export function mostUrgent(some: readonly Level[]): Level | null {
  return levels.find((level) => some.includes(level)) ?? null;
}
