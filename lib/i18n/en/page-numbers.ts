import type { Numbers } from '../ko/page-numbers';

/** Public numbers. Every line about rounding must stay true of lib/statistics. */
export const numbers: Numbers = {
  title: 'Numbers',
  lead: 'Counts of the reports that Naru has received. They are not government or police statistics, and they say nothing about what was never reported.',
  received: 'Reports received',
  through: (day) => `up to ${day}`,
  about: (count) => `about ${count}`,
  count: (count) => count,
  underFive: 'fewer than 5',
  leftOut: (count) =>
    `Reports whose senders did not agree to statistics, or were not asked (${count}), are in none of these numbers.`,
  notYet: {
    title: 'No numbers have been published yet',
    body: (day, fewest) =>
      `The first ones appear once there are at least ${fewest} reports to count. The next day of publication is ${day}.`,
  },
  reading: {
    title: 'How to read the numbers',
    why: 'Nobody should be able to work out one person’s report by subtracting numbers, or by comparing this week’s with last week’s. So they are written like this:',
    items: (delay, fewest) => [
      'Every number is rounded to a multiple of 5. It can differ from the real one by up to 5.',
      'Below 5 we write “fewer than 5”. We write the same where there is none at all.',
      'Once a number is shown, it changes only when the real one has moved by 5 or more, and it never goes back to “fewer than 5”.',
      'Each number is rounded by itself, so those of a table need not add up to the reports received.',
      `A week that ends on a Sunday is added on a Monday, after ${delay} days. When it would add fewer than ${fewest} reports, or when the tables together would give a real number away, it waits for the next week.`,
      'Days are days in Korea. The number of a day is never changed once it is published.',
    ],
  },
  tables: {
    period: { title: 'By period', column: 'Reporting period', none: 'Outside every period', note: '' },
    day: {
      title: 'By day',
      column: 'Received on',
      none: '',
      note: 'Five weeks up to the last day counted.',
    },
    kind: { title: 'By kind', column: 'Who reported, or what', none: '', note: '' },
    level: {
      title: 'By urgency',
      column: 'Urgency',
      none: '',
      note: 'Worked out from the answers, to decide what is read first. It is not an established degree of harm.',
    },
    province: {
      title: 'By province of Cambodia',
      column: 'Province',
      none: 'Not known, or not in Cambodia',
      note: 'As chosen by those who reported.',
    },
    stage: {
      title: 'By stage',
      column: 'Stage',
      none: '',
      note: 'The stage that the reporter sees, as it was on the last day counted.',
    },
    outcome: {
      title: 'By outcome',
      column: 'Outcome',
      none: '',
      note: 'That a case is closed does not mean that a person is known to be safe. So the two always stand side by side.',
    },
  },
  outcomes: { CLOSED: 'Closed', SAFETY_UNCONFIRMED: 'Safety unconfirmed' },
  noOutcomes:
    'No outcome of a case has been recorded yet. Once there are some, their numbers will stand here.',
  noneRecorded: 'none recorded',
  countColumn: 'Reports',
  caseColumn: 'Cases',
  caption: (table, through) => `Reports ${table.toLowerCase().replace('cambodia', 'Cambodia')}, ${through}`,
  outcomeCaption: (through) => `Outcomes of cases, ${through}`,
  chart: (table, shown) =>
    `Bar chart of reports ${table.toLowerCase().replace('cambodia', 'Cambodia')}. ${shown}`,
  chartTitle: (table) => `Reports ${table.toLowerCase().replace('cambodia', 'Cambodia')}`,
  chartLeavesOut: 'The picture shows numbers of 5 and more. The table has all of them.',
  noChart: 'No number here has reached 5, so there is no picture.',
  data: {
    title: 'As data',
    body: 'The same numbers as files. The second row of the CSV holds HXL hashtags, the labels that humanitarian data share.',
    json: 'Numbers as JSON',
    csv: 'Numbers as CSV',
    terms: 'The operator has not set terms of use yet.',
  },
};
