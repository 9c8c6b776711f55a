import { readNumber } from './answers';
import { codesIn, type Facts, type Source, type Sources } from './facts';
import { limits } from './limits';
import { confinement, type SignCode, type Signs } from './signs';
import { silentDays } from './windows';

/** A harm, B control, C vulnerability, D silence, E able to act; each counts up to its cap [J]. */
export const caps = { A: 40, B: 25, C: 15, D: 10, E: 10 } as const;

export type Group = keyof typeof caps;

type Reading = (facts: Facts, signs: Signs) => Sources;

const sign =
  (code: SignCode): Reading =>
  (_facts, signs) =>
    signs.get(code);
const control =
  (code: string): Reading =>
  ({ answers }) =>
    codesIn(answers, 'control', [code]);

/** Silent for a number of days in the band; the bands are in limits.ts. */
const silentFor =
  (within: (days: number) => boolean): Reading =>
  (facts, signs) => {
    const since = signs.get('MISSING');
    const days = silentDays(facts);
    return since && days !== undefined && within(days) ? [...since, { field: 'last_contact_at' }] : undefined;
  };

const [shortly, longer, veryLong] = limits.silenceBands;

/**
 * What each line is worth [J; grounds: the ILO–EC Delphi indicators rank confinement, documents, debt bondage, violence
 * and hours as strong, threats, forced crime and wages as medium]. Points order the queue inside a level and never
 * change it.
 */
const table = [
  { group: 'A', code: 'VIOLENCE', points: 20, read: sign('VIOLENCE') },
  { group: 'A', code: 'PURSUED', points: 15, read: sign('PURSUED') },
  { group: 'A', code: 'MEDICAL', points: 15, read: sign('MEDICAL') },
  { group: 'A', code: 'SELF_HARM', points: 15, read: sign('SELF_HARM') },
  { group: 'A', code: 'DEADLINE_NEAR', points: 15, read: sign('DEADLINE_NEAR') },
  {
    group: 'A',
    code: 'DEADLINE',
    points: 8,
    read: (_facts, signs) => (signs.has('DEADLINE_NEAR') ? undefined : signs.get('DEADLINE')),
  },
  { group: 'A', code: 'THREAT', points: 12, read: sign('THREAT') },
  { group: 'B', code: 'CONFINED', points: 10, read: confinement },
  { group: 'B', code: 'DOCUMENTS', points: 6, read: control('PASSPORT') },
  { group: 'B', code: 'DEBT_OR_RANSOM', points: 6, read: sign('RANSOM') },
  { group: 'B', code: 'PHONE', points: 4, read: control('PHONE') },
  { group: 'B', code: 'FORCED_CRIME', points: 4, read: control('FORCED_CRIME') },
  { group: 'B', code: 'HOURS', points: 4, read: control('HOURS') },
  { group: 'B', code: 'WAGES', points: 2, read: control('NO_PAY') },
  { group: 'B', code: 'DECEIVED', points: 2, read: sign('LURE') },
  { group: 'C', code: 'MINOR', points: 15, read: sign('MINOR') },
  { group: 'C', code: 'DISABILITY', points: 10, read: sign('DISABILITY') },
  {
    group: 'C',
    code: 'PREGNANT_OR_ILL',
    points: 10,
    read: ({ answers }) => codesIn(answers, 'vulnerability', ['PREGNANT', 'CHRONIC', 'MENTAL']),
  },
  {
    group: 'C',
    code: 'ALONE',
    points: 3,
    read: ({ answers }) =>
      readNumber(answers, 'people_count') === 1 ? [{ field: 'people_count' }] : undefined,
  },
  {
    group: 'D',
    code: 'SILENT_1_DAY',
    points: 3,
    read: silentFor((days) => days >= shortly && days < longer),
  },
  {
    group: 'D',
    code: 'SILENT_3_DAYS',
    points: 6,
    read: silentFor((days) => days >= longer && days <= veryLong),
  },
  { group: 'D', code: 'SILENT_14_DAYS', points: 8, read: silentFor((days) => days > veryLong) },
  { group: 'D', code: 'DISTRESS', points: 10, read: sign('DISTRESS') },
  { group: 'E', code: 'DEPARTS', points: 10, read: sign('DEPARTS') },
  { group: 'E', code: 'EXACT_PLACE', points: 6, read: sign('EXACT_PLACE') },
  { group: 'E', code: 'LIVE_CHANNEL', points: 4, read: sign('LIVE_CHANNEL') },
  { group: 'E', code: 'HELD_BY_AUTHORITY', points: 4, read: sign('HELD_BY_AUTHORITY') },
] as const satisfies readonly { group: Group; code: string; points: number; read: Reading }[];

export type LineCode = (typeof table)[number]['code'];

/** Every line that can be scored, in the order in which lines are shown. */
export const lineCodes: readonly LineCode[] = table.map(({ code }) => code);

/** One line of the score, with the answers that it came from. Its points are before the group's cap. */
export interface Line {
  readonly group: Group;
  readonly code: LineCode;
  readonly points: number;
  readonly from: readonly Source[];
}

/** The lines that score. */
export function scoreLines(facts: Facts, signs: Signs): readonly Line[] {
  return table.flatMap(({ group, code, points, read }) => {
    const from = read(facts, signs);
    return from ? [{ group, code, points, from }] : [];
  });
}

/** What each group comes to, and what of it counts. */
export function groupTotals(
  lines: readonly Line[],
): readonly { group: Group; sum: number; counted: number }[] {
  return (['A', 'B', 'C', 'D', 'E'] as const).map((group) => {
    const sum = lines.filter((line) => line.group === group).reduce((total, line) => total + line.points, 0);
    return { group, sum, counted: Math.min(sum, caps[group]) };
  });
}

/** The capped total, 0 to 100. */
export function totalPoints(lines: readonly Line[]): number {
  return groupTotals(lines).reduce((total, { counted }) => total + counted, 0);
}
