import type { StaffAdditions } from '../ko/staff-additions';

/** What came in after a report was sent, and what was asked for by its receipt code. */
export const staffAdditions: StaffAdditions = {
  title: 'Added later',
  part: (at) => `Added on ${at}`,
  withFiles: 'with files',
  withCompartment: 'with answers that are kept apart',
  earlier: (at, value) => `Before (${at}): ${value}`,
  olderStands: (level, rule) =>
    `With what was added this would be ${level} (${rule}). What is added may come from somebody else, or be said under pressure, so the level that the earlier answers gave stands.`,
  newAddition: 'Added by the reporter',
  openRequest: 'Request open',
  requests: {
    title: 'Requests of the reporter',
    kinds: { WITHDRAW: 'Asks to withdraw the report', CONSENT: 'Asks to change consent' },
    asked: (at) => `Asked on ${at}`,
    said: 'In their words',
    noWords: 'Nothing was written',
    erase:
      'Everything is to be erased as well. Ask for it under “Keeping and erasing” below; it takes two people.',
    chosen: 'Consents chosen anew',
    noChange: 'Nothing was agreed to',
    caution:
      'Somebody else may hold the receipt code. Make sure first that this is the reporter’s own wish and that nobody is in danger. Nothing is erased by the decision alone.',
    withdrawHow:
      'Granting it moves the report to “Withdrawn”, which is possible once somebody has started checking it. A report in a case stays in it; whether the case goes on is decided there. Until you decide, the reporter cannot be contacted.',
    dropped: {
      K1: '“Collection and use” refused: once granted, the reporter’s name and contact details are no longer shown or used.',
      K2: '“Sensitive information” refused: once granted, answers about disability, pregnancy, illness and mental health are no longer shown or used.',
      K3: '“Passport number” refused: once granted, the passport number is no longer shown or used.',
      K6: '“Use in statistics” refused: once granted, this report is left out of published numbers.',
    },
    kept: 'What is stored already is erased when its period is over after this is granted. Until then it stays encrypted.',
    decision: 'Decision',
    decisions: { GRANTED: 'Grant', DECLINED: 'Decline' },
    answer: 'Answer to the reporter',
    answerHint:
      'The reporter reads it on the status page. Others may see it: write nothing that could put somebody in danger.',
    reason: 'Reason (not shown to the reporter)',
    reasonHint:
      'This report is marked do not contact, so the reporter sees the decision and not what you write here.',
    decide: 'Decide',
    decided: (decision, name, at) => `${decision}: ${name}, ${at}`,
    notShown: 'not shown to the reporter',
    frozen:
      'A request to withdraw has not been answered. The reporter is not contacted until it has been decided.',
  },
};
