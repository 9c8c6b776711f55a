import { type Assessment, assess, type Cause, type Ground } from './assess';
import { evaluate } from './evaluate';
import type { Facts } from './facts';
import { levelOfNews } from './gates';
import { type Level, stepsAbove } from './levels';
import { readSigns } from './signs';
import { lowersGravely, standingLevel } from './standing';

/** How a report stands before its urgency is worked out again from answers that have not changed. */
export interface Stand {
  /** The newest assessment. */
  readonly assessment: Assessment;
  readonly level: Level;
  /** A person has set that level. */
  readonly manual: boolean;
  /** Since when it has stood so: the newest computation, or a level that was set by hand after it. */
  readonly since: Date;
}

/** The level without what linked reports tell: what it was before they were linked, or what came of the report itself since. */
export function withoutLinked({ assessment, level }: Stand, facts: Facts): Ground {
  const alone = evaluate({ ...facts, linkedLure: false });
  const before = assessment.withoutLinked ?? { level, rule: assessment.rule };
  return stepsAbove(before.level, alone.level) > 0 ? before : { level: alone.level, rule: alone.rule };
}

/**
 * How urgent a report is after time has passed, or after what its case's other reports tell has changed. It rises, over a person's word too
 * where a sign is there that was not while that word stood. It falls in one case alone: the linked report that it had risen by was taken
 * away. That is one person's act, so it falls from neither U1 nor U2, and never below what it would have been by itself.
 */
export function reassess(stand: Stand, facts: Facts, cause: Cause): Assessment {
  const { assessment: before, level: standing, manual, since } = stand;
  const after = assess(facts);
  const wasLinked = before.withoutLinked !== undefined;
  const ground = withoutLinked(stand, facts);
  const linked = facts.linkedLure ? { withoutLinked: ground } : {};
  if (wasLinked && !facts.linkedLure && !manual && !lowersGravely(standing, ground.level))
    return { ...after, ...ground, cause };
  const known = readSigns({ ...facts, at: since, linkedLure: wasLinked });
  const news = levelOfNews(known, readSigns(facts));
  const level = standingLevel({ standing, manual, computed: after.level, news, added: true });
  const points = Math.max(before.points, after.points);
  const told = { ...linked, cause, level, points, ...(news ? { news } : {}) };
  // What decided before still does, unless this comes to as much or rests on the same rule.
  const explains = stepsAbove(before.level, after.level) <= 0 || before.rule === after.rule;
  if (explains) return { ...after, ...told };
  const { withoutLinked: _linked, news: _news, olderStands: _older, ...older } = before;
  return { ...older, askFirst: after.askFirst, ...told };
}

/** Whether a computation tells anything that the one before did not. */
export function tellsMore({ assessment: before, level }: Stand, after: Assessment): boolean {
  const linkChanged = (before.withoutLinked === undefined) !== (after.withoutLinked === undefined);
  return linkChanged || after.level !== level || after.points !== before.points;
}
