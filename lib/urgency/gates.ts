import type { Source } from './facts';
import type { Level } from './levels';
import type { SignCode, Signs } from './signs';

const danger = ['VIOLENCE', 'THREAT', 'MEDICAL', 'SELF_HARM'] as const;

interface RuleShape {
  readonly id: string;
  readonly level: Level;
  /** Signs that must all be there. */
  readonly all: readonly SignCode[];
  /** Signs of which one must be there, when any are named. */
  readonly any?: readonly SignCode[];
}

/**
 * The table of levels, most urgent first: the first rule that matches decides. The last two are each other's opposite,
 * so one always does.
 */
export const rules = [
  {
    id: 'U1_CONFINED_IN_DANGER',
    level: 'U1',
    all: ['CONFINED'],
    any: [...danger, 'DEADLINE', 'MINOR', 'DISABILITY'],
  },
  { id: 'U1_PURSUED', level: 'U1', all: ['PURSUED'] },
  { id: 'U1_ABROAD_IN_DANGER', level: 'U1', all: ['ABROAD'], any: danger },
  { id: 'U1_RANSOM_DEADLINE', level: 'U1', all: ['RANSOM', 'DEADLINE'] },
  { id: 'U2_CONFINED', level: 'U2', all: ['CONFINED'] },
  { id: 'U2_SILENT_DISTRESS', level: 'U2', all: ['MISSING', 'DISTRESS'] },
  { id: 'U2_RANSOM_ABROAD', level: 'U2', all: ['RANSOM', 'ABROAD'] },
  { id: 'U2_DEPARTS', level: 'U2', all: ['DEPARTS'] },
  { id: 'U2_MISSING_VULNERABLE', level: 'U2', all: ['MISSING'], any: ['MINOR', 'DISABILITY'] },
  { id: 'U2_SELF_DANGER', level: 'U2', all: ['SELF_DANGER'] },
  { id: 'U2_THROUGH_SOS', level: 'U2', all: ['THROUGH_SOS'] },
  { id: 'U3_SILENT_LURE', level: 'U3', all: ['SILENT', 'LURE'] },
  { id: 'U3_SILENT_LONG', level: 'U3', all: ['SILENT_LONG'] },
  { id: 'U3_CONTROLLED', level: 'U3', all: ['CONTROLLED'] },
  { id: 'U3_HELD_BY_AUTHORITY', level: 'U3', all: ['HELD_BY_AUTHORITY'] },
  { id: 'U3_FAMILY_UNSURE', level: 'U3', all: ['FAMILY_UNSURE'] },
  { id: 'U4_SILENT', level: 'U4', all: ['SILENT'] },
  { id: 'U4_RETURNED', level: 'U4', all: ['RETURNED'] },
  { id: 'U4_GAVE', level: 'U4', all: ['GAVE'] },
  { id: 'U4_PERSON_AFFECTED', level: 'U4', all: ['PERSON_AFFECTED'] },
  { id: 'U5_TIP', level: 'U5', all: ['TIP'] },
] as const satisfies readonly RuleShape[];

export type RuleId = (typeof rules)[number]['id'];

/** A sign and the answers that it came from. */
export interface Reason {
  readonly sign: SignCode;
  readonly from: readonly Source[];
}

/** The rule that decided, with the signs that made it match. */
export interface Decision {
  readonly rule: RuleId;
  readonly level: Level;
  readonly because: readonly Reason[];
}

/** The signs that a rule rests on, when they are there; null when it does not match. */
function metBy(rule: Omit<RuleShape, 'id' | 'level'>, signs: Signs): readonly SignCode[] | null {
  const any = rule.any ?? [];
  const met = any.filter((sign) => signs.has(sign));
  const matches = rule.all.every((sign) => signs.has(sign)) && (any.length === 0 || met.length > 0);
  return matches ? [...rule.all, ...met] : null;
}

/** The first rule that matches. */
export function decide(signs: Signs): Decision {
  for (const { id, level, ...rule } of rules) {
    const met = metBy(rule, signs);
    if (met) return { rule: id, level, because: met.map((sign) => ({ sign, from: signs.get(sign) ?? [] })) };
  }
  throw new Error('urgency: no rule matched, although the last two exclude each other');
}

/**
 * The level of the first rule that rests on a sign which was not there before: what the news alone would raise to. Null when nothing new
 * matters to the level.
 */
export function levelOfNews(before: Signs, after: Signs): Level | null {
  for (const { id: _id, level, ...rule } of rules)
    if (metBy(rule, after)?.some((sign) => !before.has(sign))) return level;
  return null;
}
