import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeLists, type ReportState } from '@/lib/reports/code-lists';
import { type ActWords, type Outcome, problemOf } from '../../../_desk/act-notice';

/** Where the forms stand whose name is not their field's. */
export const anchorsOf = (outcome: Outcome): Partial<Record<string, string>> => ({
  state: outcome.problem === 'no-action' ? 'state' : 'reason',
  original: 'files',
  recuse: 'recusal',
  lift: 'recusal',
  request: 'requests',
  promote: 'case',
  unlink: 'unlink_reason',
  approval: `approval-${outcome.seen}`,
  release: 'release_reason',
  glass: 'glass_reason',
  review: 'review_reason',
  bar: 'contact',
  hold: 'hold_reason',
  erase: 'erase_reason',
});

const ofContact = new Set(['release', 'glass', 'review', 'bar']);

/** The sentences of this page; a conflict over the state names what was seen and what it is now, or that the report says more than was read. */
export function reportActWords(locale: Locale, outcome: Outcome, state: ReportState): ActWords {
  const { report, approvals, contact, erasing } = words(locale).desk;
  const { report_state: states } = words(locale).codes;
  const done = { ...report.done, ...approvals.done, ...contact.done, ...erasing.done };
  if (outcome.form === 'approval') return { done, problems: approvals.problems };
  if (ofContact.has(outcome.form ?? ''))
    return { done, problems: { ...report.problems, ...contact.problems } };
  if (outcome.form === 'hold' || outcome.form === 'erase') return { done, problems: erasing.problems };
  const seen = codeLists.report_state.find((code) => code === outcome.seen);
  if (outcome.form !== 'state' || !seen) return { done, problems: report.problems };
  const conflict = seen === state ? report.saysMore : report.conflict(states[seen], states[state]);
  return { done, problems: { ...report.problems, conflict } };
}

/** The sentence for the problem of one form. A conflict is told above the page alone: it is not the field's fault. */
export function problemHere(locale: Locale, outcome: Outcome, form: string): string | undefined {
  if (outcome.problem === 'conflict') return undefined;
  return problemOf(locale, outcome, form, words(locale).desk.report);
}
