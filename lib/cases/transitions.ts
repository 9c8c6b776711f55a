import type { ReportState } from '@/lib/reports/code-lists';
import { can, type Permission, type Role } from '@/lib/staff/roles';
import type { Level } from '@/lib/urgency/levels';
import { type CaseState, caseLists } from './code-lists';

export const CASE_ACTIONS = [
  'TRIAGE',
  'VERIFY',
  'REFER',
  'START_ACTION',
  'START_RESOLVING',
  'START_AFTERCARE',
  'CLOSE',
  'HOLD',
  'RESUME',
  'REOPEN',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

export type CaseTransition = {
  /** HELD_FROM: back to where it was when it was put on hold. */
  to: CaseState | 'HELD_FROM';
  needsReason: boolean;
  permission: Permission;
  /** Only at these levels. */
  levels?: readonly Level[];
  /** By itself only while an agency has the case in hand: else sending a hand-over takes the step. */
  withAgency?: boolean;
};

const step = (to: CaseState): CaseTransition => ({ to, needsReason: false, permission: 'case.work' });
const refer: CaseTransition = { ...step('REFERRED'), withAgency: true };
const close: CaseTransition = { to: 'CLOSED', needsReason: true, permission: 'case.close' };
const hold: CaseTransition = { to: 'ON_HOLD', needsReason: true, permission: 'case.work' };

/**
 * What can be done with a case in which state. Screens, the command, tests and the diagram read this table and nothing else. Closing takes
 * a disposition, holding a date, being referred a hand-over that was sent; U1 and U2 may be referred at once. A case can be closed from every stage after triage, because most
 * dispositions (a false report, someone who never left) are found out long before aftercare.
 */
export const CASE_TRANSITIONS: Readonly<Record<CaseState, Partial<Record<CaseAction, CaseTransition>>>> = {
  NEW: { TRIAGE: step('TRIAGED'), REFER: { ...refer, levels: ['U1', 'U2'] }, HOLD: hold },
  TRIAGED: { VERIFY: step('VERIFYING'), CLOSE: close, HOLD: hold },
  VERIFYING: { REFER: refer, CLOSE: close, HOLD: hold },
  REFERRED: { START_ACTION: step('IN_ACTION'), CLOSE: close, HOLD: hold },
  IN_ACTION: { START_RESOLVING: step('RESOLVING'), CLOSE: close, HOLD: hold },
  RESOLVING: { START_AFTERCARE: step('AFTERCARE'), CLOSE: close, HOLD: hold },
  AFTERCARE: { CLOSE: close, HOLD: hold },
  ON_HOLD: { RESUME: { to: 'HELD_FROM', needsReason: false, permission: 'case.work' } },
  CLOSED: { REOPEN: { to: 'REOPENED', needsReason: true, permission: 'case.reopen' } },
  REOPENED: { TRIAGE: step('TRIAGED'), HOLD: hold },
};

/** How a report comes into a case and out of it; the rest of a report's states are in lib/reports/transitions.ts. */
export const REPORT_STEPS = {
  PROMOTE: { from: ['SCREENING'], to: 'PROMOTED', needsReason: false, permission: 'case.promote' },
  LINK: { from: ['SCREENING'], to: 'LINKED', needsReason: false, permission: 'case.link' },
  UNLINK: { from: ['PROMOTED', 'LINKED'], to: 'SCREENING', needsReason: true, permission: 'case.link' },
} as const satisfies Record<
  string,
  { from: readonly ReportState[]; to: ReportState; needsReason: boolean; permission: Permission }
>;

export type AllowedCaseAction = { action: CaseAction; to: CaseTransition['to']; needsReason: boolean };

/** The transition of an action in this state and at this level, or null. */
export function caseTransition(state: CaseState, level: Level, action: CaseAction): CaseTransition | null {
  const found = CASE_TRANSITIONS[state][action];
  return found && (found.levels?.includes(level) ?? true) ? found : null;
}

/** What these roles may do with a case in this state and at this level, in the table's order. */
export function allowedCaseActions(
  state: CaseState,
  level: Level,
  roles: readonly Role[],
): AllowedCaseAction[] {
  return CASE_ACTIONS.flatMap((action) => {
    const found = caseTransition(state, level, action);
    return found && can(roles, found.permission)
      ? [{ action, to: found.to, needsReason: found.needsReason }]
      : [];
  });
}

export function isCaseAction(value: unknown): value is CaseAction {
  return CASE_ACTIONS.some((action) => action === value);
}

/** Every state of work that is not done. */
export const OPEN_CASE_STATES: readonly CaseState[] = caseLists.case_state.filter(
  (state) => state !== 'CLOSED',
);
