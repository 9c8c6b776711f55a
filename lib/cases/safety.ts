import { DURATIONS } from '@/lib/clocks/durations';
import type { Level } from '@/lib/urgency/levels';
import { caseLists, type Safety, type SafetySource } from './code-lists';

type SafetyRule = {
  /** Somebody has seen or heard that the person is free of danger. */
  confirmed: boolean;
  /** As far as anybody knows the person may be in danger: not knowing is no safety. */
  atRisk: boolean;
  /** Does not go stale: nothing more is to be asked. */
  settled: boolean;
};

const atRisk: SafetyRule = { confirmed: false, atRisk: true, settled: false };
const safe: SafetyRule = { confirmed: true, atRisk: false, settled: false };
const over: SafetyRule = { confirmed: true, atRisk: false, settled: true };

/** What each of the 14 values means for the rest. [J: an operator may tune it here.] Custody abroad and an escape are not yet safety. */
export const SAFETY: Readonly<Record<Safety, SafetyRule>> = {
  UNKNOWN: atRisk,
  SIGNAL_ONLY: atRisk,
  CONTACTED_UNDER_CONTROL: atRisk,
  CONTACTED_FREE: safe,
  CONFINED: atRisk,
  MOVED: atRisk,
  DETAINED_BY_STATE: atRisk,
  RESCUED: safe,
  ESCAPED: atRisk,
  AT_MISSION: safe,
  EN_ROUTE: safe,
  RETURNED: over,
  REMAINS_BY_CHOICE: safe,
  DECEASED: { confirmed: false, atRisk: false, settled: true },
};

/** What counts as proof that someone speaks freely: a live call with an officer, or a question agreed beforehand. */
export const PROOFS_OF_FREEDOM: readonly SafetySource[] = ['OFFICER_LIVE_CALL', 'AGREED_QUESTION'];

/** What a captor can send, or stand beside: on these alone nobody is out of danger. */
export const PROVE_NO_SAFETY: readonly SafetySource[] = ['TEXT_MESSAGE', 'CALL_TO_FAMILY'];

export type SafetyProblem = 'needs-proof' | 'proves-no-safety' | 'no-agreed-question';

/**
 * Why a safety status cannot be recorded with this source. A text or a call to the family alone proves neither freedom nor safety: it is
 * CONTACTED_UNDER_CONTROL. An agreed question has to have been agreed before.
 */
export function safetyProblem(
  status: Safety,
  source: SafetySource,
  hasAgreedQuestion: boolean,
): SafetyProblem | null {
  if (source === 'AGREED_QUESTION' && !hasAgreedQuestion) return 'no-agreed-question';
  if (status === 'CONTACTED_FREE' && !PROOFS_OF_FREEDOM.includes(source)) return 'needs-proof';
  return SAFETY[status].confirmed && PROVE_NO_SAFETY.includes(source) ? 'proves-no-safety' : null;
}

/** Which statuses a source may carry, for the form. */
export function safetyOffered(source: SafetySource): Safety[] {
  return caseLists.safety_status.filter((status) => safetyProblem(status, source, true) === null);
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
