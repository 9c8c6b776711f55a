import { can, type Permission, type Role } from '@/lib/staff/roles';
import { codeLists, type ReportState } from './code-lists';

/** What the queue shows unless told otherwise: nobody has decided yet. */
export const OPEN_STATES: readonly ReportState[] = ['RECEIVED', 'SCREENING'];

/** The states of a report that is part of a case. */
export const IN_CASE: readonly ReportState[] = ['PROMOTED', 'LINKED'];

export const REPORT_ACTIONS = [
  'SCREEN',
  'KEEP_AS_INTEL',
  'MARK_OUT_OF_SCOPE',
  'MARK_ABUSE',
  'WITHDRAW',
  'REOPEN',
] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

export type Transition = { to: ReportState; needsReason: boolean; permission: Permission };

const withdraw: Transition = { to: 'WITHDRAWN', needsReason: true, permission: 'report.screen' };
const reopen: Transition = { to: 'SCREENING', needsReason: true, permission: 'report.screen' };

/**
 * What can be done with a report in which state. Screens, the command, tests and the diagram read this table and nothing else. PROMOTED and
 * LINKED are a case's: lib/cases/transitions.ts says how a report comes into one and out of it again. One that is withdrawn out of a case stays
 * part of it: nobody writes to its reporter any more, what they told still counts, and the case goes on until staff end it (decision 0033).
 */
export const TRANSITIONS: Readonly<Record<ReportState, Partial<Record<ReportAction, Transition>>>> = {
  RECEIVED: { SCREEN: { to: 'SCREENING', needsReason: false, permission: 'report.screen' } },
  SCREENING: {
    KEEP_AS_INTEL: { to: 'INTEL_ONLY', needsReason: false, permission: 'report.screen' },
    MARK_OUT_OF_SCOPE: { to: 'OUT_OF_SCOPE', needsReason: true, permission: 'report.screen' },
    MARK_ABUSE: { to: 'ABUSE', needsReason: true, permission: 'report.screen' },
    WITHDRAW: withdraw,
  },
  PROMOTED: { WITHDRAW: withdraw },
  LINKED: { WITHDRAW: withdraw },
  INTEL_ONLY: { REOPEN: reopen },
  OUT_OF_SCOPE: { REOPEN: reopen },
  ABUSE: { REOPEN: reopen },
  WITHDRAWN: { REOPEN: reopen },
};

/** From where grave danger that is added leads back to screening by itself, although staff had decided (decision 0046). */
export const TAKEN_UP_FROM: readonly ReportState[] = ['INTEL_ONLY', 'OUT_OF_SCOPE', 'ABUSE', 'WITHDRAWN'];
export const TAKEN_UP_TO = 'SCREENING' satisfies ReportState;

type Step = { from: string; to: string };

/** Where an action leads: a report that was withdrawn while it was in a case comes back into the case, any other to screening. */
export function leadsTo(transition: Transition, last: Step | null): ReportState {
  const outOfCase = last?.to === 'WITHDRAWN' && IN_CASE.find((state) => state === last.from);
  return (transition.to === 'SCREENING' && outOfCase) || transition.to;
}

export function isReportState(value: unknown): value is ReportState {
  return codeLists.report_state.some((state) => state === value);
}

export function isReportAction(value: unknown): value is ReportAction {
  return REPORT_ACTIONS.some((action) => action === value);
}

/** What these roles may do with a report in this state, in the table's order. */
export function allowedActions(
  state: ReportState,
  roles: readonly Role[],
): { action: ReportAction; needsReason: boolean }[] {
  return REPORT_ACTIONS.flatMap((action) => {
    const transition = TRANSITIONS[state][action];
    return transition && can(roles, transition.permission)
      ? [{ action, needsReason: transition.needsReason }]
      : [];
  });
}
