import type { Contacts } from '../ko/page-contacts';

/** Numbers to call. */
export const contacts: Contacts = {
  title: 'Contacts',
  lead: 'Naru does not replace 112 or the consular line. If a life is in danger, call first.',
  unconfirmed: 'Number as published; the operator has not confirmed it.',
  ownUnconfirmed: 'Added by the operator; no day is given on which it was confirmed.',
  verified: (date) => `Verified on ${date}`,
  call: (number) => `Call ${number}`,
  items: {
    police: {
      name: 'Police, 112',
      what: 'When someone is in danger in Korea or to report a crime. You can also report to the Korean police that a family member seems to be held abroad.',
      where: 'Call from within Korea',
    },
    missing: {
      name: 'Missing persons, 182',
      what: 'When someone you know has disappeared and you are looking for them.',
      where: 'Call from within Korea',
    },
    consular: {
      name: 'Consular line',
      what: 'When you are in danger, arrested or without a passport abroad, or worried about family abroad.',
      where: 'From abroad and from Korea, 24 hours',
    },
  },
  naru: {
    title: 'The operator of Naru',
    body: 'No operator has been named yet, so there is no contact. It will stand here once there is one.',
  },
};
