import type { ReportDescribe } from '../ko/report-describe';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Answers said back in words. */
export const reportDescribe: ReportDescribe = {
  agreed: 'Agreed',
  refused: 'Not agreed',
  notAsked: 'Not asked',
  dateParts: (year, month, day, time) => {
    const date = [day, month && (MONTHS[Number(month) - 1] ?? month), year].filter(Boolean).join(' ');
    return time ? `${date}, ${time.includes(':') ? time : `${time}:00`}` : date;
  },
  unknownDate: 'Don’t know',
  files: (n) => (n === 1 ? '1 file' : `${n.toLocaleString('en-GB')} files`),
  people: (n) => (n === 1 ? '1 person' : `${n.toLocaleString('en-GB')} people`),
  at: 'Arrived',
  kindLabel: 'Kind of report',
  kindShort: {
    SELF_DANGER: 'in danger myself',
    FAMILY: 'family or friend',
    WITNESS: 'seen or heard',
    OFFER: 'job offer',
    RETURNEE: 'back from abroad',
    PRO: 'agency or NGO',
  },
  arrivedVia: { form: 'Report form', sos: 'One-line report' },
};
