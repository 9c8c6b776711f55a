import type { SituationFields } from '../ko/report-fields-situation';

/** Whether contact is safe, what is happening, and who the person is. */
export const situationFields: SituationFields = {
  device_safe: {
    label: 'Is the device you are using safe?',
    hint: 'If someone looks at it or checks it, choose “Someone watches it”. We will then not ask for a phone number or an e-mail to reach you.',
    short: 'Device safety',
  },
  can_talk: {
    label: {
      any: 'Can this person be reached now?',
      SELF_DANGER: 'Can we reach you now?',
      FAMILY: 'Can you reach them now?',
    },
    hint: 'Choose a way that nobody else would notice.',
    short: 'Can be reached',
  },
  contact_risk: {
    label: 'Is it safe to contact this person?',
    hint: 'If you choose “Contact would endanger them”, staff send nothing, not even a message on the status page, until they have lifted that mark. You can still leave messages.',
    why: 'We ask so that a careless call does not put them in more danger.',
    short: 'Safe to contact',
  },
  subject_aware: {
    label: 'Do they know that you are reporting this?',
    hint: 'You can report even if they do not know.',
    why: 'We ask so that nobody mentions the report to them by mistake.',
    short: 'Knows of this report',
  },
  subject_agrees: { label: 'If they know, do they agree to it?', short: 'Agrees to this report' },
  situation: {
    label: {
      any: 'What is the situation now?',
      SELF_DANGER: 'What is your situation now?',
      FAMILY: 'What is their situation now?',
      WITNESS: 'What is their situation now?',
      PRO: 'What is the person’s situation now?',
    },
    hint: {
      any: 'Choose the one that comes closest.',
      RETURNEE:
        'If you are back in Korea, choose “Has returned”. We ask about what happened there just below.',
    },
    short: 'Situation now',
  },
  harm_now: {
    label: {
      any: 'Is any of this happening?',
      SELF_DANGER: 'Is any of this happening to you?',
      FAMILY: 'Do you know of any of this happening to them?',
      WITNESS: 'Did you see or hear of any of this?',
      OFFER: 'Has any of this happened?',
      RETURNEE: 'Did any of this happen there?',
      PRO: 'Is any of this happening to the person?',
    },
    hint: 'Choose all that apply.',
    why: 'It shows how urgent this is and what has to be done first.',
    short: 'Harm',
  },
  control: {
    label: {
      any: 'Is anything stopping people from leaving, or forcing them?',
      SELF_DANGER: 'Is anything stopping you from leaving, or forcing you?',
      FAMILY: 'Is anything stopping them from leaving, or forcing them?',
      RETURNEE: 'Did anything there stop you from leaving, or force you?',
    },
    hint: 'Choose all that you know of.',
    short: 'Control',
  },
  narrative: {
    label: {
      any: 'Tell us what is happening',
      FAMILY: 'Tell us what happened',
      WITNESS: 'Tell us what you saw or heard',
      OFFER: 'Anything else you would like to tell us',
      RETURNEE: 'Tell us what happened there',
    },
    hint: {
      any: 'Only as much as you know.',
      SELF_DANGER: 'One line is enough: where you are, how many you are, what is most urgent.',
      FAMILY: 'When it began to feel wrong, what they last said, what worries you. In any order.',
      WITNESS: 'When, where, and who was there, as far as you know.',
      RETURNEE: 'Tell only what you want to. You do not have to write here about what others made you do.',
    },
    short: 'What happened',
  },
  deadline: {
    label: 'Has anyone set a deadline, or is a date planned?',
    hint: 'For example, when money must be sent, when people will be moved, or when the flight leaves. Use Korean time.',
    short: 'Deadline',
  },
  people_count: {
    label: { any: 'How many people are in danger?', SELF_DANGER: 'How many of you are there?' },
    hint: { any: 'A rough number is fine.', SELF_DANGER: 'Count yourself too. A rough number is fine.' },
    short: 'Number of people',
  },
  minors_present: {
    label: 'Is anyone among them under 18?',
    why: 'If there are children or teenagers, we look at it sooner and decide whether to hand over to child protection.',
    short: 'Anyone under 18',
  },
  latitude: {
    label: 'Latitude',
    hint: 'The number that a map app shows. For example 10.6093',
    short: 'Latitude',
  },
  longitude: { label: 'Longitude', hint: 'For example 103.5296', short: 'Longitude' },
  accuracy_m: { label: 'Accuracy in metres', short: 'Accuracy in metres' },
  name_ko: {
    label: { any: 'Name', SELF_DANGER: 'Your name' },
    hint: 'In Korean, if there is one.',
    short: 'Name',
  },
  name_passport: {
    label: 'Name as in the passport',
    hint: 'For example HONG GILDONG',
    short: 'Passport name',
  },
  alias: {
    label: 'Nickname or other name',
    hint: 'A name used there or online is fine too.',
    short: 'Nickname or other name',
  },
  birth: {
    label: 'Date of birth',
    hint: {
      any: 'The year alone is fine. If you only know the age, give a rough year.',
      SELF_DANGER: 'The year alone is fine.',
    },
    why: 'It keeps people of the same name apart, and a person under 18 is protected first.',
    short: 'Date of birth',
  },
  sex: {
    label: 'Sex',
    why: 'It is basic to finding a person. It does not change how urgent the report is.',
    short: 'Sex',
  },
  nationality: {
    label: 'Nationality',
    why: 'It tells which country’s embassy can help. It does not change how urgent the report is.',
    short: 'Nationality',
  },
  relationship: {
    label: 'What are you to this person?',
    hint: {
      any: 'If you are looking for your son or daughter, choose “Parent”.',
      PRO: 'Leave this blank if it does not apply.',
    },
    short: 'Relationship',
  },
  subject_phones: {
    label: {
      any: 'Their phone numbers',
      SELF_DANGER: 'Your phone numbers',
      PRO: 'The person’s phone numbers',
    },
    hint: 'Korean and local numbers are both fine.',
    item: 'Phone number',
    short: 'Phone numbers',
  },
  subject_handles: {
    label: {
      any: 'Their messenger and social media names',
      SELF_DANGER: 'Your messenger and social media names',
      PRO: 'The person’s messenger and social media names',
    },
    hint: 'Say which service too. For example Telegram @gildong',
    item: 'User name',
    short: 'Messenger and social media',
  },
  subject_photo: {
    label: {
      any: 'A recent photo that shows their face',
      SELF_DANGER: 'A recent photo that shows your face',
    },
    hint: 'The more recent, the better.',
    why: 'Nothing helps more to recognise a person who is found.',
    short: 'Photo of the face',
  },
  vulnerability: {
    label: 'Is there anything that needs special care?',
    hint: 'It tells us what is urgent, such as medicine or treatment. Choose all that apply.',
    short: 'Special care',
  },
  height_cm: {
    label: 'Height in centimetres',
    hint: 'A rough number is fine. For example 175',
    short: 'Height in cm',
  },
  build: { label: 'Build', hint: 'For example slim', short: 'Build' },
  hair: { label: 'Hair', hint: 'For example short and black', short: 'Hair' },
  marks: {
    label: 'Anything to recognise them by',
    hint: 'Such as a mole, scar, tattoo or glasses.',
    short: 'Marks',
  },
  clothing: { label: 'What they were last wearing', short: 'Clothing' },
  prior_reports: {
    label: 'Have you reported this anywhere else?',
    hint: 'You can report here as well. We ask so that reports about the same thing can be matched.',
    short: 'Reported elsewhere',
  },
  prior_report_numbers: {
    label: 'Reference or case numbers you got there',
    hint: 'If there are several, put commas between them.',
    short: 'Other reference numbers',
  },
};
