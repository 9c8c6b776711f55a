import type { DeskFacts } from '../ko/desk-facts';

/** What staff found out about a report, and how they know. */
export const facts: DeskFacts = {
  record: 'Record what you found out',
  recordHint:
    'What a call or an agency told you goes under the question that it answers. Choose the page of the form that asks it.',
  pages: 'Pages for recording facts',
  title: (page) => `Record what you found out: ${page}`,
  back: (reference) => `Back to report ${reference}`,
  lead: 'These are the questions as the reporter sees them. Answer what is new and leave the rest blank. Earlier answers stay with their dates, and the reporter is not told. What you record may raise the level and never lowers it.',
  soFar: (values) => `Answered so far: ${values}`,
  healthRefused:
    'The reporter did not agree to “Sensitive information”. Disability, pregnancy, illness and mental health are not stored, even when chosen. If they make this more urgent, raise the level by hand.',
  how: 'How you know',
  source: 'Source',
  confidence: 'Confidence',
  learnedAt: 'Learned at',
  learnedHint: 'Korean time, such as 2025-10-03 14:05. A time alone means today.',
  submit: 'Record facts',
  by: (name, at) => `recorded by ${name}, ${at}`,
  known: (source, confidence, at) => `source: ${source}, confidence: ${confidence}, learned at ${at}`,
  of: (values, by, known) => `Recorded by staff: ${values} (${by}; ${known})`,
  part: (name, at) => `Facts recorded by staff: ${name}, ${at}`,
  problems: {
    lost: 'Nothing was stored, and what you typed could not be put back. If it was very long, record it in parts.',
    nothing: 'There is nothing to record. Answer at least one question.',
    'no-latitude': 'There is a longitude alone. Give the latitude as well, or leave both blank.',
    'no-longitude': 'There is a latitude alone. Give the longitude as well, or leave both blank.',
    'no-source': 'Choose who or what told you.',
    'no-confidence': 'Choose how sure you are.',
    'no-moment': 'Give the time you learned it, such as 2025-10-03 14:05.',
    'not-yet': 'That time has not come yet. Give a time up to now.',
    'not-kept':
      'Nothing was stored: the reporter did not agree to have these answers kept. If they make this more urgent, raise the level by hand on the report’s page.',
  },
};
