import type { DeskPlace } from '../../_desk/act';

/** The page of a site, for the form on it. */
export const sitePlace = (id: string): DeskPlace => ({ path: `/staff/sites/${id}`, kept: `site/${id}` });

export const EDIT_FIELDS = [
  'site_ko',
  'site_en',
  'site_zh',
  'site_km',
  'site_aliases',
  'site_kind',
  'site_province',
  'site_point',
  'site_notes',
] as const;

/** Where a problem of the form is said. */
export const EDIT_PROBLEM_FIELDS: Readonly<Record<string, string>> = {
  'no-name': 'site_ko',
  'site-conflict': 'site_ko',
  'bad-province': 'site_province',
  'bad-point': 'site_point',
};
