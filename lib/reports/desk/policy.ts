/** Whether anything may be sent to the reporter: not while contact would endanger someone (casework, do not contact). */
export function mayContact(report: { contactRisk: string | null }): boolean {
  return report.contactRisk !== 'RISKY';
}
