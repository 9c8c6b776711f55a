import type { DeskPlace } from '../../_desk/act';

export const deskForms = [
  'state',
  'note',
  'message',
  'compartment',
  'original',
  'request',
  'assign',
  'recuse',
  'lift',
  'level',
  'promote',
  'link',
  'unlink',
  'approval',
  'release',
  'glass',
  'review',
  'bar',
  'hold',
  'erase',
] as const;
export type DeskForm = (typeof deskForms)[number];

/** The page of a report, for the forms on it. */
export function reportPlace(reference: string): DeskPlace {
  return { path: `/staff/reports/${encodeURIComponent(reference)}`, kept: `report/${reference}` };
}
