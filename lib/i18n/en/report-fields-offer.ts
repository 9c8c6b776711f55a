import type { OfferFields } from '../ko/report-fields-offer';

/** The offer, the money, and the one who reports. */
export const offerFields: OfferFields = {
  first_contact_channel: {
    label: { any: 'Where did the job first come up?', OFFER: 'Where did this offer first reach you?' },
    short: 'First contact',
  },
  ad_urls: {
    label: 'Links to the ad or chat room',
    hint: 'Paste what you have. You do not need to go back there.',
    item: 'Link',
    short: 'Links to the ad',
  },
  ad_text: {
    label: 'What the ad or messages said',
    hint: 'You can paste it as it is.',
    short: 'Text of the ad',
  },
  recruiter_handles: {
    label: 'The recruiter’s messenger and social media names',
    hint: 'Say which service too. For example Telegram @team_leader',
    item: 'User name',
    short: 'Recruiter’s user names',
  },
  recruiter_phones: {
    label: 'The recruiter’s phone numbers',
    item: 'Phone number',
    short: 'Recruiter’s phone numbers',
  },
  recruiter_names: {
    label: 'The recruiter’s name',
    hint: 'What people called them is fine, such as “Manager Kim”.',
    short: 'Recruiter’s name',
  },
  promised_job: { label: 'What work was promised?', short: 'Work promised' },
  promised_pay: {
    label: 'What pay was promised?',
    hint: 'For example 5 million won a month',
    short: 'Pay promised',
  },
  red_flags: {
    label: 'Was any of this said or asked?',
    hint: 'Choose all that apply.',
    short: 'Warning signs',
  },
  gave: {
    label: {
      any: 'Was anything handed over to them?',
      FAMILY: 'Did your relative or friend hand anything over?',
    },
    hint: 'It is all right if so. It shows what needs to be blocked first.',
    short: 'Handed over',
  },
  decided: {
    label: {
      any: 'Have you decided to go?',
      FAMILY: 'Has your relative or friend decided to go?',
      PRO: 'Has the person decided to go?',
    },
    short: 'Decision to go',
  },
  planned_departure: {
    label: 'When is the departure planned?',
    hint: 'The date alone is fine. For the time, use Korean time.',
    short: 'Planned departure',
  },
  demanded: {
    label: 'How much was demanded?',
    hint: 'For example 15 million won, 5,000 dollars',
    short: 'Money demanded',
  },
  paid: { label: 'If any money was sent, how much?', short: 'Money sent' },
  paid_on: { label: 'Date the money was sent', short: 'Money sent on' },
  money_method: { label: 'How was it sent, or to be sent?', short: 'How sent' },
  accounts: {
    label: 'Accounts the money was to go to',
    hint: 'The bank, the number and the holder, as far as you know.',
    item: 'Account',
    why: 'It helps to see whether more money can be kept from leaving.',
    short: 'Accounts',
  },
  wallets: { label: 'Crypto wallets the money was to go to', item: 'Wallet address', short: 'Wallets' },
  transactions: {
    label: 'Transaction numbers',
    hint: 'From a transfer receipt, or a crypto transaction ID (TXID).',
    item: 'Transaction number',
    short: 'Transaction numbers',
  },
  forced_tasks: {
    label: 'What did you have to do?',
    hint: 'Choose all that apply. If you would rather not answer, leave it blank or choose “Rather not say”.',
    why: 'It shows what kind of place it is and what legal help may be needed.',
    short: 'Had to do',
  },
  compelled_how: {
    label: 'What happened if you did not?',
    hint: 'Who made you do it, and how, and what happened when someone refused. Only as much as you want to tell.',
    why: 'It can help to show that you were forced.',
    short: 'How it was forced',
  },
  others_there: {
    label: 'Who else was there?',
    hint: 'How many, from which countries, what people were called.',
    short: 'Others there',
  },
  managers: {
    label: 'Who gave the orders or was in charge?',
    hint: 'What they were called, a title or what they looked like is fine.',
    short: 'In charge',
  },
  exit_how: {
    label: { any: 'How did you get out?', SELF_DANGER: 'If you have got out, how?' },
    short: 'How they got out',
  },
  exit_on: { label: 'When did you get out?', hint: 'The year and month are enough.', short: 'Got out on' },
  wants: {
    label: 'Is there anything you want now?',
    hint: 'Choose as many as you like. We cannot promise it, but it shows where help should begin.',
    short: 'Wants',
  },
  ad_screenshots: {
    label: 'Screenshots of the ad or the messages',
    hint: 'You do not need to go back to the chat to take one. What you already have is enough.',
    short: 'Screenshots',
  },
  files: {
    label: 'Photos, videos, recordings, documents',
    hint: 'Only what you have. You can report without any.',
    short: 'Evidence files',
  },
  evidence_origin: { label: 'How did you get this file?', short: 'Where the file is from' },
  caption: {
    label: 'About this file',
    hint: 'When and where it was taken, and what it shows.',
    short: 'About the file',
  },
  reporter_mode: {
    label: 'How would you like to report?',
    hint: 'Whichever you choose, the report is taken.',
    short: 'Way of reporting',
  },
  reporter_name: { label: 'Your name', short: 'Reporter’s name' },
  reporter_phone: {
    label: 'Phone number to reach you',
    hint: 'Leave it blank if someone else might answer.',
    short: 'Reporter’s phone',
  },
  reporter_email: { label: 'E-mail to reach you', short: 'Reporter’s e-mail' },
  reporter_messenger: {
    label: 'Messenger name to reach you',
    hint: 'Say which service too.',
    short: 'Reporter’s messenger',
  },
  contact_when: {
    label: 'Good times to contact you',
    hint: 'If there are times when we must not, say so here.',
    short: 'Good times to contact',
  },
  agency_reference: { label: 'Your agency’s document or case number', short: 'Agency’s number' },
  K1: { label: 'Collection and use of personal information', short: 'Collection and use' },
  K2: { label: 'Sensitive information', short: 'Sensitive information' },
  K3: { label: 'Collection and use of the passport number', short: 'Passport number (consent)' },
  passport_number: {
    label: {
      any: 'Their passport number',
      SELF_DANGER: 'Your passport number',
      PRO: 'The person’s passport number',
    },
    hint: 'It is stored only if you agreed just above. It is fine not to know it. For example M12345678',
    why: 'It helps to make sure who a person found abroad is.',
    short: 'Passport number',
  },
  K4: { label: 'Giving it to other agencies', short: 'Giving it to other agencies' },
  K5: { label: 'Sending it abroad', short: 'Sending it abroad' },
  K6: { label: 'Use in statistics', short: 'Use in statistics' },
  reach: {
    label: 'How to reach you',
    hint: 'A phone number or messenger name. Leave it blank if being contacted could put you in danger.',
    short: 'How to reach them',
  },
};
