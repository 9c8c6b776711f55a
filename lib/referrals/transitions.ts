import { can, type Permission, type Role } from '@/lib/staff/roles';

export const REFERRAL_STATES = [
  'DRAFT',
  'SENT',
  'DELIVERED',
  'ACKNOWLEDGED',
  'ACCEPTED',
  'REJECTED',
  'IN_ACTION',
  'DONE',
  'RECALLED',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

export const REFERRAL_ACTIONS = [
  'SEND',
  'MARK_DELIVERED',
  'ACKNOWLEDGE',
  'ACCEPT',
  'REJECT',
  'START',
  'FINISH',
  'RECALL',
] as const;
export type ReferralAction = (typeof REFERRAL_ACTIONS)[number];

export type ReferralTransition = {
  to: ReferralState;
  /** REJECT: why the agency refuses. FINISH: what came of it. */
  needsWords: boolean;
  permission: Permission;
};

const write = (to: ReferralState, needsWords = false): ReferralTransition => ({
  to,
  needsWords,
  permission: 'referral.write',
});
const recall = write('RECALLED', true);

/** What can be done with a hand-over in which state; agencies answer by telephone and letter, and staff record what they said. */
export const REFERRAL_TRANSITIONS: Readonly<
  Record<ReferralState, Partial<Record<ReferralAction, ReferralTransition>>>
> = {
  DRAFT: { SEND: { to: 'SENT', needsWords: false, permission: 'referral.send' }, RECALL: recall },
  SENT: { MARK_DELIVERED: write('DELIVERED'), ACKNOWLEDGE: write('ACKNOWLEDGED'), RECALL: recall },
  DELIVERED: { ACKNOWLEDGE: write('ACKNOWLEDGED'), RECALL: recall },
  ACKNOWLEDGED: { ACCEPT: write('ACCEPTED'), REJECT: write('REJECTED', true), RECALL: recall },
  ACCEPTED: { START: write('IN_ACTION'), RECALL: recall },
  IN_ACTION: { FINISH: write('DONE', true), RECALL: recall },
  REJECTED: {},
  DONE: {},
  RECALLED: {},
};

/** In which states no agency has it. */
export const NOT_HANDED_OVER: readonly ReferralState[] = ['DRAFT', 'REJECTED', 'RECALLED'];

/** Which states still wait for the agency's word. */
export const AWAITING_WORD: readonly ReferralState[] = ['SENT', 'DELIVERED'];

export function allowedReferralActions(state: ReferralState, roles: readonly Role[]) {
  return REFERRAL_ACTIONS.flatMap((action) => {
    const found = REFERRAL_TRANSITIONS[state][action];
    return found && can(roles, found.permission)
      ? [{ action, to: found.to, needsWords: found.needsWords }]
      : [];
  });
}

export const isReferralState = (value: unknown): value is ReferralState =>
  REFERRAL_STATES.some((state) => state === value);

/** A step after it was written, by any name but SEND, which is an act of its own. */
export const isReferralStep = (value: unknown): value is Exclude<ReferralAction, 'SEND'> =>
  value !== 'SEND' && REFERRAL_ACTIONS.some((action) => action === value);
