/** What a hand-over keeps sealed: which reports and people it is about, and what was said to the agency. */
export type ReferralWords = { message: string; reportIds: string[]; personIds: string[] };

/** A hand-over's number: the case's, and which of its hand-overs it is. */
export function referralNumber(caseNumber: string, serial: number): string {
  return `${caseNumber}-R${serial}`;
}
