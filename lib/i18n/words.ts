import { background as enBackground } from './en/background';
import { codes as enCodes } from './en/codes';
import { desk as enDesk } from './en/desk';
import { pages as enPages } from './en/pages';
import { report as enReport } from './en/report';
import { shell as enShell } from './en/shell';
import { staff as enStaff } from './en/staff';
import { urgency as enUrgency } from './en/urgency';
import { background as koBackground } from './ko/background';
import { codes as koCodes } from './ko/codes';
import { desk as koDesk } from './ko/desk';
import { pages as koPages } from './ko/pages';
import { report as koReport } from './ko/report';
import { shell as koShell } from './ko/shell';
import { staff as koStaff } from './ko/staff';
import { urgency as koUrgency } from './ko/urgency';
import type { Locale } from './locale';

const ko = {
  shell: koShell,
  pages: koPages,
  report: koReport,
  codes: koCodes,
  staff: koStaff,
  desk: koDesk,
  urgency: koUrgency,
  background: koBackground,
};

/** Every word of Naru. Korean says what there is; an English key that is missing or extra fails the type check. */
export type Words = typeof ko;

const en: Words = {
  shell: enShell,
  pages: enPages,
  report: enReport,
  codes: enCodes,
  staff: enStaff,
  desk: enDesk,
  urgency: enUrgency,
  background: enBackground,
};

/**
 * The words of one language. For server code: a client component that imports this ships the whole dictionary, so hand it
 * the few words it needs as props.
 */
export function words(locale: Locale): Words {
  return locale === 'ko' ? ko : en;
}
