import { DURATIONS } from '@/lib/clocks/durations';
import type { Level } from '@/lib/urgency/levels';
import { caseLists, type Safety, type SafetySource } from './code-lists';

/** What a captor can send, or stand beside: on these alone nobody is out of danger. */
const SENT_OR_OVERHEARD: readonly SafetySource[] = ['TEXT_MESSAGE', 'CALL_TO_FAMILY'];

/** Who has to have told of a status, and why it is refused from others. [J: an operator may tune it here.] */
export const PROOFS = {
  /** Whoever: it ends no danger. */
  ANYBODY: { by: caseLists.safety_source, problem: 'proves-no-safety' },
  /** A text or a call to the family alone proves neither freedom nor safety: it is CONTACTED_UNDER_CONTROL. */
  NO_CAPTOR: {
    by: caseLists.safety_source.filter((source) => !SENT_OR_OVERHEARD.includes(source)),
    problem: 'proves-no-safety',
  },
  /** That someone speaks freely: a live call with an officer, or a question agreed beforehand. */
  SPOKEN_FREELY: { by: ['OFFICER_LIVE_CALL', 'AGREED_QUESTION'], problem: 'needs-proof' },
  /** A death stops every clock and ends a search: a mission or an agency has to have established it. A picture of a paper can be sent by anybody. */
  OFFICIAL: { by: ['MISSION', 'AGENCY'], problem: 'proves-no-death' },
} as const satisfies Record<string, { by: readonly SafetySource[]; problem: SafetyProblem }>;
type Proof = keyof typeof PROOFS;

export type SafetyProblem = 'needs-proof' | 'proves-no-safety' | 'proves-no-death' | 'no-agreed-question';

type SafetyRule = {
  /** Somebody has seen or heard that the person is free of danger. */
  confirmed: boolean;
  /** As far as anybody knows the person may be in danger: not knowing is no safety. */
  atRisk: boolean;
  /** Does not go stale: nothing more is to be asked. */
  settled: boolean;
  proof: Proof;
};

const atRisk: SafetyRule = { confirmed: false, atRisk: true, settled: false, proof: 'ANYBODY' };
const safe: SafetyRule = { confirmed: true, atRisk: false, settled: false, proof: 'NO_CAPTOR' };

/** What each of the 14 values means for the rest. [J: an operator may tune it here.] Custody abroad and an escape are not yet safety. */
export const SAFETY: Readonly<Record<Safety, SafetyRule>> = {
  UNKNOWN: atRisk,
  SIGNAL_ONLY: atRisk,
  CONTACTED_UNDER_CONTROL: atRisk,
  CONTACTED_FREE: { ...safe, proof: 'SPOKEN_FREELY' },
  CONFINED: atRisk,
  MOVED: atRisk,
  DETAINED_BY_STATE: atRisk,
  RESCUED: safe,
  ESCAPED: atRisk,
  AT_MISSION: safe,
  EN_ROUTE: safe,
  RETURNED: { ...safe, settled: true },
  REMAINS_BY_CHOICE: safe,
  DECEASED: { confirmed: false, atRisk: false, settled: true, proof: 'OFFICIAL' },
};

/** Why a safety status cannot be recorded with this source. An agreed question has to have been agreed before. */
export function safetyProblem(
  status: Safety,
  source: SafetySource,
  hasAgreedQuestion: boolean,
): SafetyProblem | null {
  const { by, problem }: { by: readonly SafetySource[]; problem: SafetyProblem } =
    PROOFS[SAFETY[status].proof];
  if (!by.includes(source)) return problem;
  return source === 'AGREED_QUESTION' && !hasAgreedQuestion ? 'no-agreed-question' : null;
}

/** When a status has to be looked at again; null when it is settled or no re-assessment runs at this level. */
export function reassessAt(status: Safety, at: Date, level: Level): Date | null {
  const span = DURATIONS[level].REASSESS;
  return SAFETY[status].settled || span === null ? null : new Date(at.getTime() + span);
}

/** A status that was not renewed in its time. */
export function isStale(status: Safety, at: Date, level: Level, now: Date): boolean {
  const due = reassessAt(status, at, level);
  return due !== null && due.getTime() <= now.getTime();
}

/**
 * Whether anybody in a case may be in danger. A case in which nobody is known yet counts as such, unless it is for information only:
 * unknown never lowers.
 */
export function isAtRisk(statuses: readonly Safety[], level: Level): boolean {
  return statuses.length === 0 ? level !== 'U5' : statuses.some((status) => SAFETY[status].atRisk);
}
