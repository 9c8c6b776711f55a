import type { ReportDrafts } from '../ko/report-drafts';

/** What stands around a report being written: going on later, erasing it, and what a page says while it saves and sends. */
export const reportDrafts: ReportDrafts = {
  later: 'Continue later',
  codeLink: 'I have a code to continue',
  ownCodeLink: 'Show the code to continue',
  resume: {
    title: 'Continue later',
    askTitle: 'Continue a report',
    saved:
      'What you have written so far is saved. Write down this code, and you can go on with it on another device or in another browser.',
    code: 'Code to continue',
    until: (when) => `Good until ${when}. After that the code and what you wrote are erased.`,
    warning:
      'Write it down somewhere safe and do not show it to others. Whoever has this code can read, change and erase everything you wrote. They could also send it in your place and be given the receipt code.',
    points: [
      'After “Leave now” the report is closed on this device. Only this code opens it again.',
      'It is not the receipt code, which you get once the report is sent. From then on the code to continue opens nothing.',
      'To print this page, use your browser’s print command.',
    ],
    goOn: 'Go on with it now',
    otherTitle: 'Do you have another code?',
    otherHint:
      'That report opens on this device. The one you are writing now is not erased, but only the code above will open it again.',
    lead: 'Enter the code you wrote down to go on with your report on this device. It opens for 24 hours from when the report was begun.',
    hint: 'W and 18 letters and digits. Hyphens and spaces can be left out, and small letters are fine.',
    open: 'Go on with it',
    sentHere: 'The report you wrote on this device has been sent.',
    receipt: 'See the receipt',
    status: 'Check a report you sent',
    problems: {
      empty: 'Enter the code to continue.',
      malformed:
        'Please check the code. It is W and 18 letters and digits, and never has 0 or 1, nor the letters I, L, O or U.',
      wrong:
        'We found no report with this code. Compare it with what you wrote down, one character at a time. A report that is over 24 hours old or was erased cannot be opened again.',
      receipt:
        'This is a receipt code, so the report has already arrived. Enter it under “Check a report you sent”.',
      sent: 'This report has been sent. The code to continue no longer opens it; the receipt code shows its status.',
      slow: 'The code did not fit several times, so this took a moment. Compare it with what you wrote down, one character at a time, and try again. If it is urgent and you can call safely, call 112 (in Korea) or the consular line, +82-2-3210-0404.',
    },
  },
  erase: {
    link: 'Erase this report',
    title: 'Erase this report?',
    text: 'Everything you have written and every file you added is erased at once. It cannot be brought back, not even with the code to continue.',
    confirm: 'Erase everything',
    keep: 'Keep it and go back',
  },
  quiet: {
    saved: 'Saved just now ({time})',
    first: 'What you write is saved as you go. Saved just now.',
    notYet:
      'Not saved yet. What you wrote is still on this page and will be saved when the connection is back.',
    elsewhere:
      'This page was changed in another window, so what you wrote here is not saved yet. “Continue” replaces the other with it.',
    over: 'This report is over, so nothing more was saved. What you wrote is still on this page. Please press “Continue”.',
  },
  sending: {
    dropped: 'The connection broke. Sending again.',
    busy: 'The server did not answer for a moment. Sending again.',
    nth: '(try {n})',
    kept: 'What you wrote is still on this page. Please keep it open.',
    now: 'Send again now',
    stop: 'Stop sending',
    stopped: 'Sending has stopped. What you wrote is still on this page.',
    refused:
      'The server did not take what was sent. What you wrote is still on this page. Please press again in a moment.',
    stale:
      'Naru has been updated and this page can no longer be sent. Copy what you wrote and reload the page.',
  },
};
