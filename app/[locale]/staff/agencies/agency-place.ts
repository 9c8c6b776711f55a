import type { DeskPlace } from '../_desk/act';

/** The posted names of the form over an agency. */
export const AGENCY_FIELDS = [
  'name_ko',
  'name_en',
  'takes_ko',
  'takes_en',
  'contact',
  'verified_on',
  'ack_hours',
  'mask',
  'consent',
  'blocked',
  'abroad',
  'in_use',
] as const;

/** Where each problem is to be mended. */
export const AGENCY_PROBLEM_FIELDS: Readonly<Record<string, string>> = {
  'name-missing': 'name_ko',
  'takes-missing': 'takes_ko',
  'too-long': 'takes_ko',
  'bad-mask': 'mask',
  'bad-consent': 'consent',
  'bad-date': 'verified_on',
  'date-ahead': 'verified_on',
  'bad-hours': 'ack_hours',
  'slug-taken': 'name_en',
  'stays-abroad': 'abroad',
  'release-needed': 'mask',
};

export const agencyPlace = (slug: string): DeskPlace => ({
  path: `/staff/agencies/${encodeURIComponent(slug)}`,
  kept: `agency/${slug}`,
});

export const NEW_AGENCY: DeskPlace = { path: '/staff/agencies/new', kept: 'agency' };
