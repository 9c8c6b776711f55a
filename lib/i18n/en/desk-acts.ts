import type { DeskActs } from '../ko/desk-acts';

export const acts: DeskActs = {
  masked: 'What looked like a resident registration number was masked before it was saved.',
  waits: 'This waits for a second person to agree. If nobody does in time, nothing happens.',
  kept: 'What could not be sent is back in its form. Check it and send it again.',
  refused: {
    tooLarge: {
      title: 'This was too large to receive',
      text: (mb) =>
        `Up to ${mb} MB can be received at a time. What you just sent was not saved. Go back, and shorten or split it.`,
      back: 'Go back',
    },
    elsewhere: {
      title: 'This was not taken: it does not seem to come from a page of the desk',
      text: 'What you just sent was not saved. Open the page again below, and send it from there. If you see this again, your browser or one of its extensions may be hiding addresses. Use another browser.',
      back: 'Open the page again',
    },
  },
  problems: {
    conflict:
      'Someone else made a change first. Your change was not saved, and what you typed is still below. Look at how things stand now and send it again.',
    unknown: 'This cannot be found. Look for it in the list again.',
    forbidden: 'This account has no permission for that. Leave it to a supervisor.',
    'in-a-case': 'The report is in a case. Step back from the case instead.',
    'nobody-left':
      'Nobody else is left who could work on this report. Have another account made or opened first.',
    recused: 'You have stepped back from this. Ask a supervisor to let you back.',
    withheld:
      'It is about somebody in a case you stepped back from, so it is not for you to do. Ask a colleague.',
    empty: 'Enter some text.',
    'no-reason': 'Give a reason.',
    'too-short': 'Enter at least 10 characters, so that a colleague can follow it.',
    'too-long': 'Up to 20,000 characters can be saved. Shorten the text or split it.',
    unreadable: 'The text has characters that cannot be read. Remove them and send it again.',
    'not-allowed': 'This cannot be done in the current state. Reload the page to see the state.',
  },
};
