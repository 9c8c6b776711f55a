import type { Level } from '@/lib/urgency/levels';
import type { Disposition, Safety } from './code-lists';
import { isAtRisk } from './safety';

type DispositionRule = {
  /** A second person has to agree. */
  secondPerson: boolean;
  /** May not be given while anybody in the case, or taken out of it, may be in danger. */
  notAtRisk: boolean;
};

const plain: DispositionRule = { secondPerson: false, notAtRisk: false };
const two: DispositionRule = { secondPerson: true, notAtRisk: false };

/** The 14 ways a case ends. */
export const DISPOSITIONS: Readonly<Record<Disposition, DispositionRule>> = {
  RETURNED_SAFE: plain,
  RESCUED_REPATRIATED: plain,
  DEPORTED_RETURNED: plain,
  LOCATED_SAFE_STAYS: two,
  DECLINED_ASSISTANCE: two,
  DETAINED_HANDED_CONSULAR: plain,
  NEVER_DEPARTED: plain,
  TRANSFERRED_OUT: plain,
  DUPLICATE_GROUPED: plain,
  NO_IDENTIFIABLE_PERSON: plain,
  UNRESOLVED_DORMANT: two,
  FALSE_REPORT: two,
  WITHDRAWN: { secondPerson: false, notAtRisk: true },
  DECEASED_CONFIRMED: two,
};

/** Why a case cannot end so. */
export function dispositionProblem(
  disposition: Disposition,
  statuses: readonly Safety[],
  level: Level,
): 'at-risk' | null {
  return DISPOSITIONS[disposition].notAtRisk && isAtRisk(statuses, level) ? 'at-risk' : null;
}
