import type { DeskContact } from '../ko/desk-contact';

export const contact: DeskContact = {
  title: 'Do not contact',
  barred:
    'The reporter said that contact would put someone in danger. Until it is released no message can be sent, and numbers or accounts in the answers must not be used either.',
  released: 'Contact has been released',
  releasedBy: {
    TWO_PEOPLE: (names, time) => `By two people, ${names}, ${time}`,
    BROKEN_GLASS: (names, time) => `By ${names} alone, ${time}`,
  },
  reviewed: 'Another supervisor has reviewed it.',
  reviewDue: (time) =>
    `Another supervisor has to review it by ${time}. If nobody does, contact is barred again.`,
  releaseByOthers:
    'This account cannot ask for a release. If contact is needed, tell a caseworker or a supervisor.',
  release: 'Reason for asking for a release',
  releaseHint: 'Why contact is safe now, and by which way. A second person reads it and decides.',
  releaseSubmit: 'Ask for a release',
  glass: 'Release it alone when it cannot wait',
  glassReason: 'Why it cannot wait',
  glassHint:
    'It is released at once and all other supervisors are told. One of them has to review it within 24 hours.',
  glassSubmit: 'Release it alone',
  review: 'What the review found',
  reviewHint: 'Barring contact again takes a reason.',
  uphold: 'Leave it released',
  overturn: 'Bar contact again',
  bar: 'Bar contact again',
  seeReport: 'Releasing and reviewing is done on the report’s page.',
  glasses: 'Released by one person alone',
  brokenBy: (name, time) => `Released by ${name} alone, ${time}`,
  due: (time) => `review by ${time}`,
  waits: 'To be reviewed',
  overdue: 'Review overdue',
  overdueHint: 'Nobody reviewed it in time, so contact is barred again.',
  own: 'You released this yourself. Another supervisor has to review it.',
  done: {
    release: 'You asked for a release. It takes effect once a second person agrees.',
    glass: 'Contact is released. All other supervisors have been told.',
    review: 'The review has been saved.',
    bar: 'Contact is barred again.',
  },
  problems: {
    'not-barred': 'Contact is not barred at present.',
    'not-released': 'Contact is barred already.',
    'nothing-to-review': 'There is nothing to review: it has been reviewed or its time is over.',
    'same-person': 'You released it yourself, so you cannot review it.',
    unreviewed:
      'The last time you released it alone nobody reviewed it, so you cannot do so again. Ask for a release, or leave it to another supervisor.',
    'no-review': 'Choose whether to leave it released.',
  },
};
