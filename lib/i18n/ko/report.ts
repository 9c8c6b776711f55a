import { reportCompartment } from './report-compartment';
import { reportConsent } from './report-consent';
import { reportConsequences } from './report-consequences';
import { reportDescribe } from './report-describe';
import { reportDrafts } from './report-drafts';
import { reportFields } from './report-fields';
import { reportFiles } from './report-files';
import { reportNeeded, reportNotices, reportProblems, reportUnknown } from './report-messages';
import { reportMore } from './report-more';
import { reportPages } from './report-pages';
import { reportSos } from './report-sos';
import { reportStatus } from './report-status';

/** Every word of reporting, from the first page to the status of what was sent. `nav` also stands beside the pages for short. */
export const report = {
  fields: reportFields,
  pages: reportPages,
  nav: reportPages.nav,
  drafts: reportDrafts,
  notices: reportNotices,
  problems: reportProblems,
  needed: reportNeeded,
  unknown: reportUnknown,
  consent: reportConsent,
  compartment: reportCompartment,
  consequences: reportConsequences,
  status: reportStatus,
  sos: reportSos,
  more: reportMore,
  describe: reportDescribe,
  files: reportFiles,
};

export type Report = typeof report;
