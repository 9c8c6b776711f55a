import type { DeskPlace } from '../../_desk/act';

/** Every form of a case's page, and where a problem with it sends the reader: the field, or the section. */
export const CASE_FORMS = {
  step: 'step_reason',
  hold: 'hold_until',
  close: 'disposition',
  level: 'level',
  assign: 'assign',
  recuse: 'recuse_confirmed',
  lift: 'recusal',
  recontact: 'recontact',
  legal: 'legal_reason',
  erase: 'erase_reason',
  task: 'task',
  finish: 'tasks',
  note: 'note',
  link: 'link',
  unlink: 'unlink_reason',
  'site-remove': 'sites',
  'hand-over-draft': 'hand-over',
  'hand-over-send': 'hand-overs',
  'hand-over-release': 'hand-overs',
  'hand-over-step': 'hand-overs',
} as const;
export type CaseForm = keyof typeof CASE_FORMS;

export function isCaseForm(value: string | undefined): value is CaseForm {
  return value !== undefined && Object.hasOwn(CASE_FORMS, value);
}

/** The page of a case, for the forms on it. */
export function casePlace(number: string): DeskPlace {
  return { path: `/staff/cases/${encodeURIComponent(number)}`, kept: `case/${number}` };
}
