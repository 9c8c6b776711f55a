import { HOUR } from '@/lib/clock';
import { can, type Permission, type Role } from '../roles';

/** What takes a second person. */
export const APPROVAL_ACTS = [
  'LOWER_LEVEL',
  'CLOSE_CASE',
  'RELEASE_CONTACT',
  'SEND_ABROAD',
  'ERASE',
] as const;
export type ApprovalAct = (typeof APPROVAL_ACTS)[number];

export const APPROVAL_STATES = ['PENDING', 'APPROVED', 'DECLINED', 'EXPIRED', 'CANCELLED'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

type ApprovalRule = { request: Permission; decide: Permission; lifeMs: number };

/** Who asks, who decides, and how long a request waits [J]: after that the matter has moved on and is asked again. */
export const APPROVALS: Readonly<Record<ApprovalAct, ApprovalRule>> = {
  LOWER_LEVEL: { request: 'level.change', decide: 'approval.decide', lifeMs: 24 * HOUR },
  CLOSE_CASE: { request: 'case.close', decide: 'approval.decide', lifeMs: 72 * HOUR },
  RELEASE_CONTACT: { request: 'contact.release', decide: 'approval.decide', lifeMs: 24 * HOUR },
  SEND_ABROAD: { request: 'referral.send', decide: 'approval.decide', lifeMs: 24 * HOUR },
  ERASE: { request: 'erase.ask', decide: 'erase.decide', lifeMs: 72 * HOUR },
};

type Asked = { act: ApprovalAct; state: ApprovalState; requestedBy: string; expiresAt: Date };
export type DecisionProblem = 'forbidden' | 'same-person' | 'settled' | 'expired';

/** Why somebody cannot decide a request: it takes another person than the one who asked. */
export function decisionProblem(
  asked: Asked,
  by: { id: string; roles: readonly Role[] },
  at: Date,
): DecisionProblem | null {
  if (!can(by.roles, APPROVALS[asked.act].decide)) return 'forbidden';
  if (asked.state !== 'PENDING') return asked.state === 'EXPIRED' ? 'expired' : 'settled';
  if (asked.expiresAt.getTime() <= at.getTime()) return 'expired';
  return asked.requestedBy === by.id ? 'same-person' : null;
}
