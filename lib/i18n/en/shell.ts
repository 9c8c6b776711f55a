import type { Shell } from '../ko/shell';

/** What stands around every page, and the words that form pieces say by themselves. */
export const shell: Shell = {
  name: 'Naru',
  tagline: 'Report job scams and confinement abroad',
  titleTemplate: '%s - Naru',
  description: 'Report someone held or out of contact abroad, or a suspicious job offer abroad.',
  skip: 'Skip to main content',
  header: {
    home: 'Naru home',
    languages: 'Language',
    languageName: 'English',
    otherLanguageName: '한국어',
  },
  help: {
    label: 'Emergency numbers',
    police: 'Police (Korea)',
    consular: 'Consular line',
  },
  exit: {
    label: 'Leave quickly',
    button: 'Leave now',
    note: 'Opens another site. Your browser’s history stays.',
    keys: 'Pressing Shift three times does the same.',
    draft: 'How to open your report again',
  },
  footer: {
    label: 'About Naru',
    background: 'Background',
    contacts: 'Contacts',
    numbers: 'Numbers',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    operatorIs: (name) => `Operated by ${name}.`,
    government: 'Naru is run by a government body.',
    notGovernment: 'Naru is not a government site.',
    operatorElsewhere:
      'See Contacts for who operates Naru. Unless that is a government body, Naru is not a government site.',
    operator:
      'No operator has been named yet. Naru is not a government site unless the body that operates it is a government body.',
    credits:
      'Design after the Korea Design System (KRDS) of the Ministry of the Interior and Safety, Republic of Korea (2024, KOGL Type 1). Maps: Natural Earth (public domain).',
  },
  notice: { info: 'Note', success: 'Done', warning: 'Warning', danger: 'Danger' },
  form: {
    optional: '(optional)',
    error: 'Error:',
    errorTitle: (title) => `Error: ${title}`,
    problems: 'There is a problem',
    year: 'Year',
    month: 'Month',
    day: 'Day',
    dayOptional: 'Day (optional)',
    time: 'Time',
    timeHint: 'For example 14:30. A rough time is fine.',
    unknownDate: 'I don’t know',
    or: 'or',
    choose: 'Not chosen',
    nth: (label, position) => `${label} ${position}`,
    change: 'Change',
    blank: 'Not given',
    step: (current, total) => `Step ${current} of ${total}`,
    consent: {
      recipient: 'Given to',
      purpose: 'Purpose',
      items: 'Items',
      retention: 'Kept for',
      refusal: 'If you do not agree',
      agree: 'I agree',
    },
  },
  pagination: { label: 'Pages of this list', newer: 'Newer', older: 'Older' },
};
