import { type Ask, askFirst } from './ask-first';
import { evaluate } from './evaluate';
import type { Facts } from './facts';
import type { Reason, RuleId } from './gates';
import type { Level } from './levels';
import { type NpaClass, npaClass } from './npa-class';
import type { Line } from './points';

/** A level and the rule that it comes from. */
export interface Ground {
  readonly level: Level;
  readonly rule: RuleId;
}

/** Why urgency was worked out again: something was added; time passed; another report of the case tells of a lure, or no longer does. */
export const causes = ['ADDED', 'RECORDED', 'TIME_PASSED', 'LINKED', 'UNLINKED'] as const;

export type Cause = (typeof causes)[number];

/** How urgent a report is and why; plain data, fit for JSON and for keeping in the history. */
export interface Assessment {
  readonly level: Level;
  /** The rule that decided; its words are in lib/i18n. */
  readonly rule: RuleId;
  /** Orders the queue inside the level, 0 to 100. */
  readonly points: number;
  /** The signs that the rule rests on, with their answers. No answers: it is taken to be so (ABROAD). */
  readonly because: readonly Reason[];
  readonly lines: readonly Line[];
  readonly askFirst: readonly Ask[];
  /** The class of the Korean police, derived and never asked. */
  readonly npaClass: NpaClass | null;
  /** What was added would alone raise to this, over a level that a person has set (standing.ts). */
  readonly news?: Level;
  /** Something was added that would come to less; the older answers stand (after-addition.ts). */
  readonly olderStands?: Ground;
  /** Why it was worked out again; missing for the report as it arrived. */
  readonly cause?: Cause;
  /** Another report of the case tells of a lure; without it the level would be this (reassess.ts). */
  readonly withoutLinked?: Ground;
}

/**
 * Works out the urgency of a report. Pure: the same answers and moment always give the same. A new fact, or a date that has come close, means a
 * new assessment; raising it by hand, and who may lower it, is the casework's business.
 */
export function assess(input: Facts): Assessment {
  const { level, rule, points, because, lines, signs } = evaluate(input);
  return { level, rule, points, because, lines, askFirst: askFirst(input), npaClass: npaClass(input, signs) };
}
