import { type Ask, askFirst } from './ask-first';
import { evaluate } from './evaluate';
import type { Facts } from './facts';
import type { Reason, RuleId } from './gates';
import type { Level } from './levels';
import { type NpaClass, npaClass } from './npa-class';
import type { Line } from './points';

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
  readonly olderStands?: { readonly level: Level; readonly rule: RuleId };
}

/**
 * Works out the urgency of a report. Pure: the same answers and time of receipt always give the same. A new fact means a
 * new assessment; raising it by hand, and who may lower it, is the casework's business.
 */
export function assess(input: Facts): Assessment {
  const { level, rule, points, because, lines, signs } = evaluate(input);
  return { level, rule, points, because, lines, askFirst: askFirst(input), npaClass: npaClass(input, signs) };
}
