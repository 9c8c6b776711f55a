import type { Home } from '../ko/page-home';

/** The home page. */
export const home: Home = {
  title: 'Tell us about someone held or out of contact abroad',
  lead: 'People are lured abroad by job offers and then held. You can report for yourself, for someone close to you, or because of something you came to know.',
  report: 'Make a report',
  status: 'Check a report you sent',
  danger: {
    title: 'In danger now?',
    body: 'One sentence is enough. It is a single page, and you need not give a name.',
    button: 'Tell us now',
    call: 'If you can call, calling is faster: 112 in Korea, the consular line from abroad.',
  },
  when: {
    title: 'When to report',
    items: {
      missing: {
        title: 'Someone close to you is out of contact',
        body: 'They went abroad and cannot be reached, or you get messages unlike them, such as requests for money.',
      },
      seen: {
        title: 'You saw or heard something',
        body: 'Someone is locked up or beaten, or you know of a place where this happens.',
      },
      offer: {
        title: 'A job offer looks wrong',
        body: 'The work is easy and the pay far too high, or they want a passport or bank account first. Tell us before you fly.',
      },
      back: {
        title: 'You have come back',
        body: 'If you were there and got out, the places and people you remember help to find those who are still there.',
      },
    },
  },
  after: {
    title: 'What happens after you report',
    steps: {
      received: {
        title: 'Received',
        body: 'You get a reference and a receipt code. Write the code down somewhere safe: we cannot show it to you again.',
      },
      checked: { title: 'Checked', body: 'Staff read reports in order of urgency and check the facts.' },
      handed: {
        title: 'Messages',
        body: 'If there is something to ask or to tell you, staff leave a message on the status page.',
      },
      closed: {
        title: 'Status',
        body: 'With the receipt code you can see how far your report has come, and when that changed.',
      },
    },
  },
  before: {
    title: 'What you need not worry about',
    items: {
      partial: {
        title: 'Tell what you know',
        body: 'Leave out what you don’t know, or choose “Don’t know”.',
      },
      anonymous: {
        title: 'No name needed',
        body: 'You can report anonymously. We never ask for a resident registration number.',
      },
      pause: {
        title: 'Stop and go on',
        body: 'You can go on writing on this device for 24 hours from when you begin. If others use it too, close it with “Leave now”.',
      },
      sealed: {
        title: 'What you write is encrypted',
        body: 'Only staff read it, and each time one of them opens a report a record is kept.',
      },
    },
    privacy: 'How we handle personal information',
  },

  background: {
    title: 'If you want to know what happened',
    items: {
      overview: {
        title: 'Background',
        body: 'What happened in Cambodia, and what is still unclear, with the source at every line.',
      },
      check: {
        title: 'Before you go',
        body: 'Offered a job abroad? Take three minutes to check it first. Nothing you tick is sent or saved.',
      },
    },
    overview: 'Read the background',
    check: 'Check an offer',
  },
};
