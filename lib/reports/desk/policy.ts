type Contacted = { contactRisk: string | null; state: string };

/** What forbids word to the reporter: contact would endanger someone (casework, do not contact), or the report was withdrawn. */
export function contactBarrier({ contactRisk, state }: Contacted): 'DO_NOT_CONTACT' | 'WITHDRAWN' | null {
  if (contactRisk === 'RISKY') return 'DO_NOT_CONTACT';
  return state === 'WITHDRAWN' ? 'WITHDRAWN' : null;
}

/** Whether anything may be sent to the reporter. */
export function mayContact(report: Contacted): boolean {
  return contactBarrier(report) === null;
}
