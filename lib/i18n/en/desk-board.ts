import type { DeskBoard } from '../ko/desk-board';

export const board: DeskBoard = {
  title: 'Duty board',
  asOf: (time) => `As of ${time}`,
  refresh: 'Refresh',
  table: 'As a table',
  count: (n) => n.toLocaleString('en-GB'),
  people: (n) => n.toLocaleString('en-GB'),
  total: 'Total',
  nothingOpen: 'No report or case is open. New reports are counted here as they come.',
  open: {
    title: 'Open reports and cases',
    label: (list) => `How many are open, by level. ${list}`,
    caption: 'By level and time since they came in',
    level: 'Level',
    ages: { DAY: 'Within a day', THREE_DAYS: 'One to three days', OLDER: 'More than three days' },
  },
  missed: {
    title: 'Overdue',
    label: (list) => `How many clocks have run out, by what they wait for. ${list}`,
    caption: 'By what is overdue and by level',
    kind: 'What is overdue',
    none: 'Nothing is overdue. What is due soon stands in the queue, under “Due within 30 minutes”.',
    all: 'Overdue or due within 30 minutes',
  },
  load: {
    title: 'Load per person',
    label: (list) => `How many each person has open. ${list}`,
    caption: 'Open reports and cases, by whom they are assigned to',
    who: 'Assigned to',
    nobody: 'Nobody',
    open: 'Open',
    urgent: 'U1–U2',
    rest: 'U3–U5',
    late: 'Overdue',
  },
  safety: {
    title: 'Safety unconfirmed',
    label: (list) => `How many people, by safety status. ${list}`,
    caption: 'People of open cases, by safety status',
    status: 'Safety',
    people: 'People',
    stale: 'Re-assessment overdue',
    cases: (n) =>
      n === 1
        ? '1 case with safety unconfirmed'
        : `${n.toLocaleString('en-GB')} cases with safety unconfirmed`,
    casesLink: 'Cases with safety unconfirmed',
    none: 'No person is recorded in an open case. People are added on the page of a case, and counted here.',
  },
};
