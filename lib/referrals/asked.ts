import type { Approval } from '@/lib/staff/approvals/queries';

/** Whether a request for a second person is about this hand-over, and about its agency as it stands: another name or contact is asked anew. */
export const isAbout = (
  { act, payload }: Pick<Approval, 'act' | 'payload'>,
  referralId: string,
  agencyVersion: number,
): boolean => act === 'SEND_ABROAD' && payload.referral === referralId && payload.version === agencyVersion;
