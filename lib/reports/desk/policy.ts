type Contacted = { contactRisk: string | null; state: string; contactReleasedAt: Date | null };

/**
 * What forbids word to the reporter: contact would endanger someone (casework, do not contact) and was not released by two people or a broken
 * glass (lib/cases/contact), or the report was withdrawn.
 */
export function contactBarrier({
  contactRisk,
  contactReleasedAt,
  state,
}: Contacted): 'DO_NOT_CONTACT' | 'WITHDRAWN' | null {
  if (contactRisk === 'RISKY' && contactReleasedAt === null) return 'DO_NOT_CONTACT';
  return state === 'WITHDRAWN' ? 'WITHDRAWN' : null;
}

/** Whether anything may be sent to the reporter. */
export function mayContact(report: Contacted): boolean {
  return contactBarrier(report) === null;
}
