import type { Assessment, Cause } from './assess';
import { type Level, stepsAbove } from './levels';
import { standingLevel } from './standing';

/** How a report stood when something was added to it. */
export interface Before {
  /** The newest assessment of what was told so far. */
  readonly assessment: Assessment | null;
  readonly level: Level;
  /** A person has set that level. */
  readonly manual: boolean;
  /** What the addition alone would raise to (levelOfNews in gates.ts). */
  readonly news: Level | null;
}

/**
 * How urgent a report is after something was added to it. The level is standing.ts's: an addition may raise it and never lowers it, because
 * whoever holds the receipt code may not be the one who reported, and over a person's word it raises by what is new alone. Where the older
 * answers decide, the assessment says what the newer ones would have come to. `cause`: who added it.
 */
export function afterAddition(
  { assessment: before, level: standing, manual, news }: Before,
  after: Assessment,
  cause: Extract<Cause, 'ADDED' | 'RECORDED'>,
): Assessment {
  const level = standingLevel({ standing, manual, computed: after.level, news, added: true });
  const told = { cause, ...(news ? { news } : {}) } as const;
  const same = after.level === standing && after.points >= (before?.points ?? 0);
  if (!before || same || stepsAbove(after.level, standing) > 0)
    return { ...after, ...told, level, points: Math.max(before?.points ?? 0, after.points) };
  const { withoutLinked: _linked, news: _news, ...older } = before;
  return {
    ...older,
    ...(after.withoutLinked ? { withoutLinked: after.withoutLinked } : {}),
    ...told,
    level,
    points: Math.max(before.points, after.points),
    askFirst: after.askFirst,
    olderStands: { level: after.level, rule: after.rule },
  };
}
