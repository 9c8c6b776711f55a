import { draftToken } from '@/app/_request/draft-cookie';
import { textIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { beginAddition } from '@/lib/reports/additions/commands';
import { createDraft } from '@/lib/reports/draft/commands';
import { type Draft, loadDraft } from '@/lib/reports/draft/queries';
import { isReporterKind, type ReporterKind } from '@/lib/reports/kinds';
import type { SectionAnswers } from '@/lib/reports/posted';
import type { SectionId } from '@/lib/reports/questionnaire';
import { currentDraft, draftsBehind, putInFront, rememberDraft } from './draft-cookie';
import { showingIn } from './read-step';

/** What this browser's draft is to a posted page: its own, one that takes the page in because its own is gone or sent, or another. */
type Found = { draft: Draft | null; is: 'own' | 'restarted' | 'late' | 'other' };

/**
 * The draft that a page belongs to. Where it is gone (24 hours over, cookie lost or tampered with) the page itself says which kind it was
 * of, and a new draft takes in what was typed on it. A try that broke off after that has left one that is blank, or holds this page.
 */
export async function draftFor(form: FormData): Promise<Found> {
  const draft = await currentDraft();
  const kind = textIn(form, 'reporter_kind');
  if (draft) {
    const token = textIn(form, 'draft');
    if (!token || token === (await draftToken(draft.id))) return { draft, is: 'own' };
    if (!isReporterKind(kind) || !(await takesIn(draft, kind, token, showingIn(form).page)))
      return { draft, is: 'other' };
    return { draft, is: draft.addsTo ? 'late' : 'restarted' };
  }
  if (!isReporterKind(kind)) return { draft: null, is: 'own' };
  const id = await createDraft(database(), kind);
  await rememberDraft(id);
  return { draft: await loadDraft(database(), id), is: 'restarted' };
}

/** Nothing was answered yet, of this kind. */
export const isBlank = (draft: Draft, kind: ReporterKind) =>
  draft.kind === kind && !draft.reportId && Object.keys(draft.sections).length === 0;

/**
 * Whether a page of another draft goes into this one. One that still lives behind it keeps its pages, unless it was sent as the report that
 * this one adds to; of one that is gone nobody knows which report it became, so a blank addition does not take its pages.
 */
async function takesIn(draft: Draft, kind: ReporterKind, token: string, page: string): Promise<boolean> {
  const behind = await draftBehind(token);
  if (behind && !(draft.addsTo && behind.reportId === draft.addsTo)) return false;
  if (isBlank(draft, kind) && (behind || !draft.addsTo)) return true;
  const saved = Object.values(draft.sections);
  return !draft.reportId && page !== '' && saved.some(({ from }) => from?.page === page);
}

async function draftBehind(token: string): Promise<Draft | undefined> {
  for (const draft of await draftsBehind()) if (token === (await draftToken(draft.id))) return draft;
  return undefined;
}

type Posted = Partial<Record<SectionId, SectionAnswers>>;

const says = (answers: SectionAnswers = {}) => Object.keys(answers).length > 0;

/** It answers the page about consent. What was sent changes there by a request only. */
export const saysConsent = (posted: Posted) => says(posted.S8);

/**
 * Where a page goes whose draft was sent before it arrived: into an addition to that report, which the person looks at and sends. `nothing` when
 * nothing was answered on it. Refused: its report is gone, or it is the page about consent, which changes by a request. What the report
 * holds is not compared: whoever has this browser must not find out by trying.
 */
export async function lateDraft(sent: Draft, posted: Posted): Promise<Draft | 'nothing' | 'refused'> {
  const report = sent.addsTo ?? sent.reportId;
  if (!report || !Object.values(posted).some(says)) return 'nothing';
  if (saysConsent(posted)) return 'refused';
  const id = await beginAddition(database(), report);
  if (!id) return 'refused';
  await putInFront(id);
  return (await loadDraft(database(), id)) ?? 'refused';
}
