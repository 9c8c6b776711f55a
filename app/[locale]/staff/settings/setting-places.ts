import { MOST_OWN, OWN_KEYS, ownField } from '@/lib/settings/numbers';
import type { DeskPlace } from '../_desk/act';

export const OPERATOR_FIELDS = [
  'name_ko',
  'name_en',
  'contact_ko',
  'contact_en',
  'officer_ko',
  'officer_en',
  'government',
] as const;
export const NUMBER_DAYS = ['police', 'missing', 'consular'] as const;
export const NUMBER_FIELDS: readonly string[] = [
  ...NUMBER_DAYS,
  ...Array.from({ length: MOST_OWN }, (_, at) => OWN_KEYS.map((key) => ownField(at, key))).flat(),
];
export const PERIOD_FIELDS = [
  'name_ko',
  'name_en',
  'notice_ko',
  'notice_en',
  'takes_ko',
  'takes_en',
  'opens',
  'closes',
  'standing',
] as const;
export const TEMPLATE_FIELDS = ['title_ko', 'title_en', 'text_ko', 'text_en', 'retired'] as const;

type Fields = Readonly<Record<string, string>>;

/** Where each problem is to be mended. */
export const OPERATOR_PROBLEM_FIELDS: Fields = {
  'name-missing': 'name_ko',
  'contact-missing': 'contact_ko',
  'officer-half': 'officer_ko',
  'too-long': 'contact_ko',
};
export const PERIOD_PROBLEM_FIELDS: Fields = {
  'name-missing': 'name_ko',
  'notice-missing': 'notice_ko',
  'too-long': 'notice_ko',
  'bad-opens': 'opens',
  'bad-closes': 'closes',
  'out-of-order': 'closes',
  'slug-taken': 'name_en',
};
export const TEMPLATE_PROBLEM_FIELDS: Fields = {
  'title-missing': 'title_ko',
  'text-missing': 'text_ko',
  'too-long': 'text_ko',
  'slug-taken': 'title_en',
};

const place = (name: string): DeskPlace => ({ path: `/staff/settings/${name}`, kept: `settings/${name}` });

export const OPERATOR_PLACE = place('operator');
export const NUMBERS_PLACE = place('numbers');
export const NEW_PERIOD = place('periods/new');
export const NEW_TEMPLATE = place('templates/new');
export const DUTY_PLACE = place('duty');
export const RETENTION_PLACE = place('retention');
export const MAIL_PLACE = place('mail');
export const periodPlace = (slug: string) => place(`periods/${encodeURIComponent(slug)}`);
export const templatePlace = (slug: string) => place(`templates/${encodeURIComponent(slug)}`);
