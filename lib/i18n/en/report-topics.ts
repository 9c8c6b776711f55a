import type { ReportTopics } from '../ko/report-topics';

/** A page's heading, and why it is asked. */
export const reportTopics: ReportTopics = {
  safety: {
    title: 'Is contact safe?',
    lead: {
      any: 'We ask this first, so that no call or message of ours puts anyone in more danger.',
      OFFER: 'We ask this first, so that we can contact you safely.',
      RETURNEE: 'We ask this first, so that we can contact you safely.',
    },
  },
  now: {
    title: {
      any: 'What is happening now',
      SELF_DANGER: 'Your situation now',
      FAMILY: 'Their situation now',
      WITNESS: 'What you saw or heard',
      OFFER: 'Anything else that happened',
      RETURNEE: 'What happened there',
      PRO: 'The person’s situation now',
    },
    lead: {
      any: 'Some questions here are about violence and threats and may be hard. Leave out any that you cannot answer. The more we know, the better we can tell how urgent it is.',
      SELF_DANGER: 'Answer what you can and send it straight away. You can add more after sending.',
      OFFER:
        'Some questions here are about violence and threats and may be hard. If none applies, skip this page.',
      RETURNEE:
        'Some questions here are about violence and threats and may be hard. Leave out any that you cannot answer. You can rest and go on later.',
    },
  },
  person: {
    title: {
      any: 'About the person',
      SELF_DANGER: 'About you',
      FAMILY: 'About your relative or friend',
    },
    lead: {
      any: 'This helps to find and recognise them. Please leave out any resident registration number.',
      SELF_DANGER: 'This helps to find and recognise you. Please leave out any resident registration number.',
    },
  },
  place: {
    title: {
      any: 'Where they are',
      SELF_DANGER: 'Where you are',
      FAMILY: 'Where they are and when you last heard',
      WITNESS: 'Where it happened',
      RETURNEE: 'Where you were',
      PRO: 'Where they are and the last contact',
    },
    lead: {
      any: 'A guess is fine. Even a small clue helps to find the place.',
      RETURNEE: 'Only what you remember. It helps to find people who are still there.',
    },
  },
  offer: {
    title: 'The job offer',
    lead: {
      any: 'Knowing who recruits people, and how, can keep others from going. Leave out what you do not know.',
      OFFER:
        'It shows who recruits people, and how. If nobody has left yet, we are glad you are telling us now.',
    },
  },
  money: {
    title: 'Money asked for or sent',
    lead: 'This helps to follow where the money went. Only what you know.',
  },
  'made-to-do': {
    title: 'What you had to do there',
    lead: 'Answer only what you want to. The report is taken in the same way if you leave all of it blank.',
  },
  evidence: {
    title: 'Photos and files',
    lead: 'If you have none, skip this page. Please do nothing dangerous to get one.',
  },
  you: {
    title: { any: 'About you, and your consent', SELF_DANGER: 'Contact and consent' },
    lead: {
      any: 'You can report without giving your name. Each consent is a choice of its own, and the report is taken even if you agree to none.',
      PRO: 'We contact you if there is something to check. Each consent is a choice of its own, and the report is taken even if you agree to none.',
    },
  },
};
