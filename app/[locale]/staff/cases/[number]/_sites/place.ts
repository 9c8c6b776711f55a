import type { DeskPlace } from '../../../_desk/act';
import { casePath } from '../_people/place';

/** Where a site is recorded in a case. */
export const addSitePlace = (number: string): DeskPlace => ({
  path: `${casePath(number)}/sites/new`,
  kept: `case-sites/${number}`,
});

/** The fields of that form, as they are posted and kept. */
export const SITE_FIELDS = [
  'site_name',
  'site_point',
  'site_choice',
  'site_kind',
  'site_province',
  'site_building',
  'site_floor',
  'site_room',
  'site_person',
  'site_known_on',
  'site_source',
] as const;
