/** What decides whether word may go to a reporter. `withdrawalAsked`: a request to withdraw waits for an answer. */
export type Contacted = { contactRisk: string | null; state: string; withdrawalAsked: boolean };
export type ContactBarrier = 'DO_NOT_CONTACT' | 'WITHDRAWN' | 'WITHDRAWAL_ASKED';

/**
 * What forbids word to the reporter: contact would endanger someone (casework, do not contact), the report was withdrawn, or somebody with its
 * code asks for that and staff have not decided yet.
 */
export function contactBarrier({ contactRisk, state, withdrawalAsked }: Contacted): ContactBarrier | null {
  if (contactRisk === 'RISKY') return 'DO_NOT_CONTACT';
  if (state === 'WITHDRAWN') return 'WITHDRAWN';
  return withdrawalAsked ? 'WITHDRAWAL_ASKED' : null;
}

/** Whether anything may be sent to the reporter. */
export function mayContact(report: Contacted): boolean {
  return contactBarrier(report) === null;
}
