import type { Permission } from '@/lib/staff/roles';
import type { SectionId } from '../questionnaire';

/**
 * Facts about a report that staff found out: who may record them, and on which pages of the form. What somebody was made to do, files, and the page
 * about the reporter with its consents have ways of their own.
 */
export const RECORDING: { permission: Permission; sections: readonly SectionId[] } = {
  permission: 'report.note',
  sections: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5'],
};

/** What decides whether word may go to a reporter. `withdrawalAsked`: a request to withdraw waits for an answer. */
export type Contacted = {
  contactRisk: string | null;
  /** Since when contact is released although it is risky (lib/cases/contact). */
  contactReleasedAt: Date | null;
  state: string;
  withdrawalAsked: boolean;
};
export type ContactBarrier = 'DO_NOT_CONTACT' | 'WITHDRAWN' | 'WITHDRAWAL_ASKED';

/**
 * What forbids word to the reporter: contact would endanger someone (casework, do not contact) and neither two people nor a broken glass have
 * released it, the report was withdrawn, or somebody with its code asks for that and staff have not decided yet.
 */
export function contactBarrier(report: Contacted): ContactBarrier | null {
  if (report.contactRisk === 'RISKY' && report.contactReleasedAt === null) return 'DO_NOT_CONTACT';
  if (report.state === 'WITHDRAWN') return 'WITHDRAWN';
  return report.withdrawalAsked ? 'WITHDRAWAL_ASKED' : null;
}

/** Whether anything may be sent to the reporter. */
export function mayContact(report: Contacted): boolean {
  return contactBarrier(report) === null;
}
