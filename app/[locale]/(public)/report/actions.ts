'use server';

import { redirect } from 'next/navigation';
import { requestAddress } from '@/app/_request/client';
import { currentDraftId, draftToken } from '@/app/_request/draft-cookie';
import { localeIn, textIn } from '@/app/_request/posted';
import { giveBack, withRefuge } from '@/app/_request/refuge';
import type { GivenBack } from '@/app/_request/unsent';
import { slowLane } from '@/lib/abuse/slow-lane';
import { database } from '@/lib/database';
import { removeFile } from '@/lib/evidence/commands';
import { isEvidenceField } from '@/lib/evidence/limits';
import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { toMend } from '@/lib/reports/additions/demands';
import { submitReport } from '@/lib/reports/commands';
import { createDraft, destroyDraft, saveSections } from '@/lib/reports/draft/commands';
import { allAnswers, type Draft } from '@/lib/reports/draft/queries';
import { isReporterKind, type ReporterKind } from '@/lib/reports/kinds';
import type { SectionAnswers } from '@/lib/reports/posted';
import { fieldsOf } from '@/lib/reports/questionnaire';
import { checkSections } from '@/lib/reports/schema';
import { findStep, nextSlug, type Step } from '@/lib/reports/steps';
import {
  currentDraft,
  receiptDraft,
  rememberAlone,
  rememberDraft,
  stepBack,
  stepBackToUnsent,
} from './draft-cookie';
import { saveFileAnswers } from './file-answers';
import { draftFor, isBlank, lateDraft, saysConsent } from './page-draft';
import { readStep, showingIn } from './read-step';

/** The choice of kind: begins a draft, or asks first when one is being written. */
export async function startReportAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, startReportAction, async () => {
    await slowLane(database(), await requestAddress());
    const kind = textIn(form, 'reporter_kind');
    if (!isReporterKind(kind)) redirect(`/${locale}/report?problem=${kind ? 'unknown' : 'none'}`);
    const open = await currentDraft();
    const restart = textIn(form, 'intent') === 'restart';
    // Begun a moment ago, and the answer was lost on the way: begun once.
    if (open && !restart && !open.addsTo && isBlank(open, kind))
      redirect(`/${locale}/report/${nextSlug(kind, {}, '')}`);
    // A page left open must not end another draft than the one it asked about.
    const token = textIn(form, 'draft');
    const isAnother = open && token && token !== (await draftToken(open.id));
    if (open && (!restart || isAnother)) redirect(`/${locale}/report`);
    if (open && !open.reportId) await destroyDraft(database(), open.id);
    // What was put aside is asked about too before it is out of reach.
    if (await stepBackToUnsent()) redirect(`/${locale}/report?notice=behind`);
    await rememberAlone(await createDraft(database(), kind));
    redirect(`/${locale}/report/${nextSlug(kind, {}, '')}`);
  });
}

/** One page's answers: saved as they are, good or bad, then on to the next page, or back to this one to mend what is wrong. */
export async function saveSectionAction(form: FormData): Promise<GivenBack | undefined> {
  const locale = localeIn(form);
  return withRefuge(form, saveSectionAction, async () => {
    await slowLane(database(), await requestAddress());
    const intent = textIn(form, 'intent');
    const fromCheck = textIn(form, 'from') === 'check';
    const { draft: found, is } = await draftFor(form);
    if (is === 'other') return giveBack(form, saveSectionAction, 'otherDraft');
    const step = found && findStep(found.kind, textIn(form, 'section'));
    if (!found || !step) redirect(`/${locale}/report?problem=draft`);
    const { posted, masked } = readStep(found.kind, step, intent === 'clear' ? new FormData() : form);
    if (is === 'late' && saysConsent(posted)) return giveBack(form, saveSectionAction, 'sent');
    const draft = found.reportId ? await lateDraft(found, posted) : found;
    if (draft === 'nothing') redirect(afterSending(locale, found));
    if (draft === 'refused') return giveBack(form, saveSectionAction, 'sent');
    const restarted = is === 'restarted';
    const late = draft !== found || is === 'late';
    // The consent page that is left empty was not answered: unasked is not refused (kept-answers.ts).
    const passing = ['skip', 'locale', 'later'].includes(intent);
    if (passing && !Object.keys(posted.S8 ?? { any: [] }).length && !draft.sections.S8) delete posted.S8;
    const saved = await saveSections(
      database(),
      draft.id,
      posted,
      restarted || late ? 0 : Number(textIn(form, 'version')) || 0,
      intent === 'clear' ? null : locale,
      showingIn(form),
    );
    if (!saved.ok) redirect(`/${locale}/report?problem=draft`);
    const said = saved.overtaken ? { masked: 0, cut: false } : await saveFileAnswers(draft.id, form);
    const removed = saved.overtaken ? undefined : afterMark(intent, 'remove:');
    if (removed) await removeFile(database(), draft.id, removed);
    const notices = [
      masked + said.masked > 0 && 'masked',
      said.cut && 'captionCut',
      removed && 'fileRemoved',
      saved.replaced && !restarted && !late && 'replaced',
      restarted && 'restarted',
      late && 'late',
      intent === 'clear' && 'cleared',
    ].filter(Boolean);
    const query = new URLSearchParams();
    if (notices.length > 0) query.set('notice', notices.join('.'));

    const answers = { ...answersElsewhere(draft, step), ...Object.assign({}, ...Object.values(posted)) };
    const more = repeatedField(draft.kind, step, intent);
    if (more) query.set('more', more);
    if (step.slug === 'made-to-do') query.set('part', 'questions');
    // Shown as it was kept: it waits there to be sent.
    if (late) return go(intent === 'locale' ? otherLocale(locale) : locale, step.slug, query, false);
    const field = afterMark(intent, 'files:');
    if (isEvidenceField(field)) return go(locale, `files/${field}`, new URLSearchParams(), fromCheck);
    // A caption that was cut is looked at before anything else.
    if (said.cut || removed) return go(locale, step.slug, query, fromCheck);
    if (more || intent === 'clear') return go(locale, step.slug, query, fromCheck, more);
    if (intent === 'locale') return go(otherLocale(locale), step.slug, query, fromCheck);
    if (intent === 'later') {
      query.set('from', step.slug);
      return go(locale, 'resume', query, false);
    }
    // Skipping leaves nothing behind: what was typed is kept, and the check page says what would have to be mended.
    if (intent !== 'skip' && toMend(draft, checkSections(draft.kind, step.sections, answers)).length > 0) {
      query.set('problems', '1');
      return go(locale, step.slug, query, fromCheck);
    }
    query.delete('part');
    const next = draft.addsTo && !fromCheck ? 'add' : onward(draft.kind, answers, step, fromCheck);
    return go(locale, next, query, false);
  });
}

/** Takes a file back, from the page where files are handed in without JavaScript. */
export async function removeFileAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, removeFileAction, async () => {
    const id = await currentDraftId();
    const field = textIn(form, 'field');
    if (!id || !isEvidenceField(field)) redirect(`/${locale}/report?problem=draft`);
    await removeFile(database(), id, textIn(form, 'file'));
    const query = new URLSearchParams({ notice: 'removed' });
    go(locale, `files/${field}`, query, textIn(form, 'from') === 'check');
  });
}

/** Sends the report. Sent again, it answers with the receipt of the first time. */
export async function sendReportAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, sendReportAction, async () => {
    await slowLane(database(), await requestAddress());
    const intent = textIn(form, 'intent');
    if (intent === 'locale') redirect(`/${otherLocale(locale)}/report/check`);
    if (intent === 'later') redirect(`/${locale}/report/resume?from=check`);
    const id = await currentDraftId();
    const token = textIn(form, 'draft');
    // A check page left open must not send another draft than the one it showed.
    if (id && token && token !== (await draftToken(id)))
      redirect(`/${locale}/report/check?notice=otherDraft`);
    const draft = await currentDraft();
    const sent = id ? await submitReport(database(), id, locale) : null;
    if (!sent || (!sent.ok && sent.reason === 'gone')) redirect(`/${locale}/report?problem=draft`);
    if (!sent.ok) redirect(`/${locale}/report/check?problems=1`);
    if (draft?.addsTo) {
      // With nothing behind it the addition stays, so that sent again (back, reload) it meets itself.
      const receipt = await receiptDraft();
      if (receipt) await stepBack();
      const own = receipt?.reportId === draft.addsTo;
      redirect(own ? `/${locale}/report/receipt?added=1` : afterSending(locale, draft));
    }
    // The receipt can be opened again for 24 hours from now, so the cookie has to live as long.
    if (id) await rememberDraft(id);
    redirect(`/${locale}/report/receipt`);
  });
}

/** The person has kept the receipt code (or wants no trace of the draft): the draft and its cookie go. */
export async function destroyDraftAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, destroyDraftAction, async () => {
    const draft = await currentDraft();
    // A check page left open must not take the receipt of what was sent meanwhile.
    if (draft?.reportId && textIn(form, 'scope') === 'draft') redirect(`/${locale}/report/receipt`);
    // Nor one that asks about another draft what has been begun since.
    const token = textIn(form, 'draft');
    if (draft && token && token !== (await draftToken(draft.id))) redirect(`/${locale}/report`);
    if (draft) await destroyDraft(database(), draft.id);
    if (draft?.addsTo) {
      await stepBack();
      redirect(`/${locale}/report/add?destroyed=1`);
    }
    await stepBack();
    redirect(draft?.reportId ? `/${locale}/status` : `/${locale}/report?notice=destroyed`);
  });
}

/** Where whoever comes back to a draft that was sent finds what became of it. */
function afterSending(locale: Locale, { addsTo }: Draft): string {
  return addsTo ? `/${locale}/status?added=1` : `/${locale}/report/receipt`;
}

/** What was answered on the other pages; this page's answers are what was just posted, a cleared one included. */
function answersElsewhere(draft: Draft, step: Step): SectionAnswers {
  const others = Object.entries(draft.sections).filter(
    ([section]) => !step.sections.some((id) => id === section),
  );
  return allAnswers({ sections: Object.fromEntries(others), files: draft.files });
}

/** What a button means that stands beside one of several things: `remove:` and a file, `files:` and a question. */
const afterMark = (intent: string, mark: string) =>
  intent.startsWith(mark) ? intent.slice(mark.length) : undefined;

function onward(kind: ReporterKind, answers: SectionAnswers, step: Step, fromCheck: boolean) {
  return fromCheck ? 'check' : nextSlug(kind, answers, step.slug);
}

/** The field that one more input was asked for: `intent` is `more.` and its name. */
function repeatedField(kind: ReporterKind, step: Step, intent: string): string | undefined {
  const name = intent.startsWith('more.') ? intent.slice('more.'.length) : undefined;
  const fields = step.sections.flatMap((id) => fieldsOf(kind, id));
  return fields.find((field) => field.name === name)?.name;
}

function go(locale: Locale, slug: string, query: URLSearchParams, fromCheck: boolean, at = ''): never {
  if (fromCheck) query.set('from', 'check');
  const search = query.size > 0 ? `?${query}` : '';
  redirect(`/${locale}/report/${slug}${search}${at ? `#${at}` : ''}`);
}
