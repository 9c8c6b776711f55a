import type { Accessibility } from '../ko/page-accessibility';

/** What was built to, and what is not yet good enough. */
export const accessibility: Accessibility = {
  writeTo: (name, contact) => `Tell the operator, ${name}. Contact: ${contact}`,
  title: 'Accessibility',
  lead: 'Naru is made so that everyone can finish a report, on any device.',
  sections: {
    standards: {
      title: 'What it is built to',
      body: [
        'Levels A and AA of the Web Content Accessibility Guidelines (WCAG) 2.2, and the Korean guidelines (KWCAG) 2.2.',
      ],
      items: [],
    },
    built: {
      title: 'How it is made',
      body: [],
      items: [
        'Every reporting page works without JavaScript.',
        'A keyboard is enough, and a thick outline shows where you are.',
        'Body text is 17 pixels, nothing is smaller than 15 except letters in pictures on narrow screens, whose content stands in words or a table too, and nothing scrolls sideways at 400 % zoom or on a screen 320 pixels wide.',
        'Text has a contrast of at least 7:1, error messages at least 4.5:1.',
        'Everything you press is at least 44 pixels high and wide.',
        'Errors are gathered at the top with links to what needs mending, and nothing you typed is lost.',
        'Reduced motion, forced colours and printing are supported.',
        'No fonts are downloaded: your device’s own are used.',
      ],
    },
    gaps: {
      title: 'What is not good enough yet',
      body: [],
      items: [
        'No outside body has audited it.',
        'It has not been tried together with people who use screen readers; so far it was checked with automated tools.',
        'There is no Korean Sign Language video and no easy-to-read version.',
        'It is in Korean and English only.',
      ],
    },
    contact: {
      title: 'If something is hard to use',
      body: [
        'No operator has been named yet, so there is nobody to write to. A contact will stand here once there is one.',
        'If it is urgent and you can call safely, please call one of the numbers at the top of the page.',
      ],
      items: [],
    },
  },
};
