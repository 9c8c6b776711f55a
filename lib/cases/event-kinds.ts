/** What a case's timeline holds of the case itself. */
export const EVENT_KINDS = [
  'OPENED',
  'REPORT_LINKED',
  'REPORT_UNLINKED',
  'REPORT_ERASED',
  'STATE',
  'LEVEL',
  'PERSON_ADDED',
  'PERSON_CHANGED',
  'PERSON_REMOVED',
  'PERSON_ERASED',
  'SAFETY',
  'IDENTITY',
  'WILLINGNESS',
  'POSITION',
  'PROOF_QUESTION',
  'ASSIGNED',
  'RECUSED',
  'NOTE',
  'TASK',
  'TASK_DONE',
  'RECONTACT',
  'LEGAL_HOLD',
  'APPROVAL_ASKED',
  'APPROVAL_DECIDED',
  'REFERRAL',
  'SITE_ADDED',
  'SITE_REMOVED',
  'RETURN',
  'RETURN_ANSWER',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What it holds of the reports in it. */
export const REPORT_ENTRY_KINDS = [
  'REPORT_RECEIVED',
  'REPORT_ADDED',
  'REPORT_FACTS',
  'REPORT_FILE',
  'REPORT_REQUEST',
  'REPORT_STATE',
  'REPORT_LEVEL',
  'MESSAGE',
  'REPORT_NOTE',
  'CONTACT',
] as const;
/** A level that came out of a computation, which nobody did (level_changes). */
const COMPUTED = 'LEVEL_COMPUTED';
export type TimelineKind = EventKind | (typeof REPORT_ENTRY_KINDS)[number] | typeof COMPUTED;

/** The filters of the timeline. */
export const TIMELINE_FILTERS = {
  ALL: null,
  STATES: [
    'OPENED',
    'STATE',
    'LEVEL',
    COMPUTED,
    'REPORT_STATE',
    'REPORT_LEVEL',
    'APPROVAL_ASKED',
    'APPROVAL_DECIDED',
    'LEGAL_HOLD',
  ],
  PEOPLE: [
    'PERSON_ADDED',
    'PERSON_CHANGED',
    'PERSON_REMOVED',
    'PERSON_ERASED',
    'SAFETY',
    'IDENTITY',
    'WILLINGNESS',
    'POSITION',
    'PROOF_QUESTION',
  ],
  REPORTS: [
    'REPORT_LINKED',
    'REPORT_UNLINKED',
    'REPORT_ERASED',
    'REPORT_RECEIVED',
    'REPORT_ADDED',
    'REPORT_FACTS',
    'REPORT_FILE',
    'REPORT_REQUEST',
    'REPORT_STATE',
    'REPORT_LEVEL',
  ],
  WORDS: ['NOTE', 'REPORT_NOTE', 'MESSAGE', 'CONTACT', 'RECONTACT'],
  WORK: ['TASK', 'TASK_DONE', 'ASSIGNED', 'RECUSED'],
  PLACES: ['SITE_ADDED', 'SITE_REMOVED', 'RETURN', 'RETURN_ANSWER'],
  AGENCIES: ['REFERRAL'],
} as const satisfies Record<string, readonly TimelineKind[] | null>;
export type TimelineFilter = keyof typeof TIMELINE_FILTERS;

export function isTimelineFilter(value: unknown): value is TimelineFilter {
  return typeof value === 'string' && Object.hasOwn(TIMELINE_FILTERS, value);
}
