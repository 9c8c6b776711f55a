import { can, type Permission, type Role } from '@/lib/staff/roles';

export const RETURN_STATES = ['PLANNED', 'UNDERWAY', 'DONE', 'CANCELLED'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

export const RETURN_ACTIONS = ['START', 'FINISH', 'CANCEL'] as const;
export type ReturnAction = (typeof RETURN_ACTIONS)[number];

/** What somebody who is to be brought home said to it. Nobody is made to come. */
export const RETURN_ANSWERS = ['UNDECIDED', 'AGREED', 'DECLINED'] as const;
export type ReturnAnswer = (typeof RETURN_ANSWERS)[number];

export type ReturnTransition = { to: ReturnState; needsReason: boolean; permission: Permission };

const step = (to: ReturnState, needsReason = false): ReturnTransition => ({
  to,
  needsReason,
  permission: 'case.work',
});

/** What can be done with a return operation in which state. Screens, the command and tests read this table and nothing else. */
export const RETURN_TRANSITIONS: Readonly<
  Record<ReturnState, Partial<Record<ReturnAction, ReturnTransition>>>
> = {
  PLANNED: { START: step('UNDERWAY'), CANCEL: step('CANCELLED', true) },
  UNDERWAY: { FINISH: step('DONE'), CANCEL: step('CANCELLED', true) },
  DONE: {},
  CANCELLED: {},
};

/** While its plan and its people can still be changed. */
export const OPEN_RETURN_STATES: readonly ReturnState[] = RETURN_STATES.filter(
  (state) => Object.keys(RETURN_TRANSITIONS[state]).length > 0,
);

export function allowedReturnActions(state: ReturnState, roles: readonly Role[]): ReturnAction[] {
  return RETURN_ACTIONS.filter((action) => {
    const found = RETURN_TRANSITIONS[state][action];
    return found !== undefined && can(roles, found.permission);
  });
}

export const isReturnAction = (value: unknown): value is ReturnAction =>
  RETURN_ACTIONS.some((action) => action === value);

export const isReturnState = (value: unknown): value is ReturnState =>
  RETURN_STATES.some((state) => state === value);

export const isReturnAnswer = (value: unknown): value is ReturnAnswer =>
  RETURN_ANSWERS.some((answer) => answer === value);

/** How people are to come home; sealed under the operation's own key. */
export type ReturnPlan = { flight: string; from: string; to: string; escort: string; note: string };
/** What one of them said; sealed likewise. */
export type AnswerRecord = { answer: ReturnAnswer; note: string };
