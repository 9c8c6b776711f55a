import type { ReportStatus } from '../ko/report-status';

/** How far a report has come, and the messages both ways. */
export const reportStatus: ReportStatus = {
  title: 'Check a report you sent',
  lead: 'With the receipt code you can see how far your report has come, and exchange messages with staff.',
  code: 'Receipt code',
  codeHint: '18 letters and digits. Hyphens and spaces can be left out, and small letters are fine.',
  open: 'Open',
  problems: {
    empty: 'Enter the receipt code.',
    malformed:
      'Please check the receipt code. It has 18 letters and digits, and never 0 or 1, nor the letters I, L, O or U.',
    wrong: 'We found no report with this code. Compare it with what you wrote down, one character at a time.',
    slow: 'The code did not fit several times, so this took a moment. Compare it with what you wrote down, one character at a time, and try again. If it is urgent and you can call safely, call 112 (in Korea) or the consular line, +82-2-3210-0404.',
  },
  erased: (day) =>
    `The report that this code belongs to was erased on ${day}. Nothing of it can be brought back. If there is something to tell, please make a new report.`,
  heading: 'Status of your report',
  reference: 'Reference',
  received: 'Arrived',
  state: 'Status',
  states: {
    RECEIVED: { name: 'Received', text: 'We have your report. Staff read the most urgent ones first.' },
    SCREENING: { name: 'Being checked', text: 'Staff are reading your report and checking the facts.' },
    PROMOTED: { name: 'With a caseworker', text: 'Staff have taken this on and are doing what is needed.' },
    LINKED: { name: 'With a caseworker', text: 'Staff have taken this on and are doing what is needed.' },
    HANDED_OVER: {
      name: 'Handed over',
      text: 'An agency that can help has been told. Staff keep following what happens.',
    },
    CLOSED: {
      name: 'Closed',
      text: 'Staff have finished their work on this. If there is more to tell, leave a message below.',
    },
    INTEL_ONLY: {
      name: 'Taken as information',
      text: 'What you told us is kept as information and used when other reports are checked.',
    },
    OUT_OF_SCOPE: {
      name: 'Another agency can help',
      text: 'This is something that another agency can help with. If there is more to tell you, it is in the messages below.',
    },
    ABUSE: { name: 'Received', text: 'We have your report. Staff read the most urgent ones first.' },
    WITHDRAWN: {
      name: 'Withdrawn',
      text: 'Your report has been treated as withdrawn. If you want to report it again, leave a message below.',
    },
  },
  history: 'Progress so far',
  messages: {
    title: 'Messages',
    none: 'There are no messages yet.',
    fromUs: 'Staff',
    fromYou: 'You',
    at: (when) => when,
    write: 'Write to staff',
    writeHint: 'Use this to correct or ask something. Please leave out any resident registration number.',
    send: 'Send the message',
    sent: 'Your message has been sent.',
    kept: 'The message that was not sent is still below.',
    problems: {
      empty: 'Write a message first.',
      tooLong: (limit) =>
        `A message can hold ${limit.toLocaleString('en-GB')} characters. Shorten it or send it in parts.`,
      unreadable: 'Some characters cannot be read. Remove them or type them again.',
    },
  },
  close: 'Close this page (the code is needed to see it again)',
  closed: 'The page has been closed. Enter the receipt code to see it again.',
  expired: 'The page was closed because time ran out. Enter the receipt code again.',
};
