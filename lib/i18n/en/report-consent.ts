import type { ReportConsent } from '../ko/report-consent';

const RETENTION =
  'While the report is handled, and after that for the time given on the Privacy page (it depends on how the matter ended; never more than 20 years)';
const RETENTION_THERE =
  'As long as the law allows the agency that received it; at Naru for the time given on the Privacy page (never more than 20 years)';
const RETENTION_COUNTED =
  'Published numbers stay. Once the report is erased, only the items above are left, without its reference';

/** What is asked leave for, one purpose at a time. The operator’s counsel has to confirm the terms and the law they rest on. */
export const reportConsent: ReportConsent = {
  intro:
    'Each consent below is a choice of its own. A box that is not ticked means that you do not agree. The report is taken even if you agree to none.',
  versionNote:
    'The operator’s counsel has not confirmed these terms yet. The version you saw is stored with your choices.',
  version: (version) => `Version of ${version}`,
  K1: {
    title: 'Collection and use of personal information',
    purpose: 'To check the report and to contact you, the reporter',
    items: 'Your name, phone number, e-mail, messenger name, and good times to contact you',
    retention: RETENTION,
    refusal:
      'These are not stored and the report is taken as anonymous. We can then reach you only on the page that the receipt code opens.',
    agree: 'I agree to the collection and use of my personal information',
  },
  K2: {
    title: 'Sensitive information',
    purpose: 'To judge how urgent treatment or protection is, and to look after health during a rescue',
    items:
      'Health information: disability, pregnancy, long-term illness and medication, mental health (as chosen under “Special care”)',
    retention: RETENTION,
    refusal: 'These are not stored. The rest of the report is taken as it is.',
    agree: 'I agree to the collection and use of sensitive information',
  },
  K3: {
    title: 'Passport number',
    purpose: 'To make sure who a person abroad is, and to compare with records of entry and departure',
    items: 'Passport number (a unique identifier under Korean law)',
    retention: RETENTION,
    refusal:
      'The passport number is not stored. The rest of the report is taken as it is; making sure who the person is may take longer.',
    agree: 'I agree to the collection and use of the passport number',
  },
  K4: {
    title: 'Giving it to other agencies',
    intro:
      'You choose for each agency. An agency you do not agree to receives it only where the law provides for it, for example where a life is at risk.',
    agencies: {
      MOFA: {
        name: 'Ministry of Foreign Affairs of Korea (with its consular line and missions abroad)',
        purpose: 'To find out where a person abroad is and whether they are safe, and to give consular help',
        items:
          'What is needed of: the person’s name, date of birth, sex and contacts, where they are, their situation now, and your contacts',
        retention: RETENTION_THERE,
        refusal:
          'It is not given to the ministry unless the law provides for it. Consular help may take longer.',
        agree: 'I agree to giving it to the Ministry of Foreign Affairs',
      },
      POLICE: {
        name: 'Korean National Police Agency',
        purpose: 'To check and investigate a disappearance or confinement, and to protect people',
        items:
          'What is needed of: the person’s name, date of birth, sex and contacts, where they are, their situation now, the job offer and the money, and your contacts',
        retention: RETENTION_THERE,
        refusal:
          'It is not given to the police unless the law provides for it. Checks and an investigation may take longer.',
        agree: 'I agree to giving it to the Korean National Police Agency',
      },
      SUPPORT_CENTRE: {
        name: 'Support centre (the agency for the rights of people affected by trafficking)',
        purpose: 'To arrange counselling, legal help, treatment and a place to stay',
        items: 'What is needed of: the person’s name and contacts, the help they need, and your contacts',
        retention: RETENTION_THERE,
        refusal:
          'It is not given to the support centre unless the law provides for it. Support may take longer to arrange.',
        agree: 'I agree to giving it to the support centre',
      },
    },
  },
  K5: {
    title: 'Sending it abroad',
    recipient:
      'Rescue or investigation authorities of the country concerned (country and authority are not set yet; they will be shown here once they are)',
    purpose: 'To ask for the rescue of a person held abroad',
    items:
      'What a rescue needs of: the person’s name, date of birth, sex, nationality and looks, where they are, and their situation now',
    retention: RETENTION_THERE,
    refusal:
      'It is not sent abroad unless the law provides for it. Asking for a rescue there may take longer.',
    agree: 'I agree to sending it abroad',
  },
  K6: {
    title: 'Use in statistics',
    purpose: 'To publish how many reports come from where, so that others can be kept from harm',
    items:
      'The kind of report, country and province, when and in which reporting period it arrived, its urgency and state (no names or contacts)',
    retention: RETENTION_COUNTED,
    refusal: 'This report is left out of published numbers. It is handled in the same way.',
    agree: 'I agree to use in statistics',
  },
};
