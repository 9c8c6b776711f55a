import type { Level } from '@/lib/urgency/levels';
import type { Disposition, Safety } from './code-lists';
import { isAtRisk } from './safety';

type DispositionRule = {
  /** A second person has to agree: always, or while anybody in the case, or taken out of it, may be in danger. */
  secondPerson: 'ALWAYS' | 'AT_RISK';
  /** May not be given at all while anybody may be in danger. */
  notAtRisk?: true;
  /** What it says of the people: of at least one of them `some` is recorded, of everybody else that or `others`. */
  claims?: { some: readonly Safety[]; others: readonly Safety[] };
};

const plain: DispositionRule = { secondPerson: 'AT_RISK' };
const two: DispositionRule = { secondPerson: 'ALWAYS' };
const home: DispositionRule = {
  ...plain,
  claims: { some: ['RETURNED'], others: ['REMAINS_BY_CHOICE', 'DECEASED'] },
};

/** The 14 ways a case ends. [J: an operator may tune it here.] */
export const DISPOSITIONS: Readonly<Record<Disposition, DispositionRule>> = {
  RETURNED_SAFE: home,
  RESCUED_REPATRIATED: home,
  DEPORTED_RETURNED: home,
  LOCATED_SAFE_STAYS: {
    ...two,
    claims: { some: ['REMAINS_BY_CHOICE', 'CONTACTED_FREE', 'AT_MISSION'], others: ['RETURNED', 'DECEASED'] },
  },
  DECLINED_ASSISTANCE: two,
  DETAINED_HANDED_CONSULAR: plain,
  NEVER_DEPARTED: plain,
  TRANSFERRED_OUT: plain,
  DUPLICATE_GROUPED: plain,
  NO_IDENTIFIABLE_PERSON: plain,
  UNRESOLVED_DORMANT: two,
  FALSE_REPORT: two,
  WITHDRAWN: { ...plain, notAtRisk: true },
  DECEASED_CONFIRMED: {
    ...two,
    claims: { some: ['DECEASED'], others: ['RETURNED', 'REMAINS_BY_CHOICE', 'CONTACTED_FREE', 'AT_MISSION'] },
  },
};

export type DispositionProblem = 'at-risk' | 'contradicts';

/** Why a case cannot end so: somebody may be in danger, or what is recorded of somebody says otherwise. */
export function dispositionProblem(
  disposition: Disposition,
  statuses: readonly Safety[],
  level: Level,
): DispositionProblem | null {
  const { notAtRisk, claims } = DISPOSITIONS[disposition];
  if (notAtRisk && isAtRisk(statuses, level)) return 'at-risk';
  return claims && contradicted(claims, statuses) ? 'contradicts' : null;
}

/** Whether a case ends so only once a second person has agreed. */
export function takesTwo(disposition: Disposition, statuses: readonly Safety[], level: Level): boolean {
  return DISPOSITIONS[disposition].secondPerson === 'ALWAYS' || isAtRisk(statuses, level);
}

/** Of nobody that is recorded nothing says otherwise. */
function contradicted(
  { some, others }: NonNullable<DispositionRule['claims']>,
  statuses: readonly Safety[],
): boolean {
  if (statuses.length === 0) return false;
  return (
    !statuses.some((one) => some.includes(one)) ||
    !statuses.every((one) => [...some, ...others].includes(one))
  );
}
