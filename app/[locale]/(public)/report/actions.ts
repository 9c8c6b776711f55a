'use server';

import { redirect } from 'next/navigation';
import { requestAddress } from '@/app/_request/client';
import { currentDraftId } from '@/app/_request/draft-cookie';
import { localeIn, textIn } from '@/app/_request/posted';
import { withRefuge } from '@/app/_request/refuge';
import { slowLane } from '@/lib/abuse/slow-lane';
import { database } from '@/lib/database';
import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { submitReport } from '@/lib/reports/commands';
import { createDraft, destroyDraft, saveSections } from '@/lib/reports/draft/commands';
import { allAnswers, type Draft, loadDraft } from '@/lib/reports/draft/queries';
import { isReporterKind, type ReporterKind } from '@/lib/reports/kinds';
import type { SectionAnswers } from '@/lib/reports/posted';
import { fieldsOf } from '@/lib/reports/questionnaire';
import { checkSections } from '@/lib/reports/schema';
import { findStep, nextSlug, type Step } from '@/lib/reports/steps';
import { currentDraft, draftToken, forgetDraft, rememberDraft } from './draft-cookie';
import { readStep } from './read-step';

/** The choice of kind: begins a draft, or asks first when one is being written. */
export async function startReportAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(locale, async () => {
    await slowLane(database(), await requestAddress());
    const kind = textIn(form, 'reporter_kind');
    if (!isReporterKind(kind)) redirect(`/${locale}/report?problem=${kind ? 'unknown' : 'none'}`);
    const open = await currentDraft();
    const restart = textIn(form, 'intent') === 'restart';
    // Begun a moment ago, and the answer was lost on the way: begun once.
    if (open && !restart && isBlank(open, kind)) redirect(`/${locale}/report/${nextSlug(kind, {}, '')}`);
    if (open && !restart) redirect(`/${locale}/report?kind=${kind}`);
    if (open && !open.reportId) await destroyDraft(database(), open.id);
    await rememberDraft(await createDraft(database(), kind));
    redirect(`/${locale}/report/${nextSlug(kind, {}, '')}`);
  });
}

/** One page's answers: saved as they are, good or bad, then on to the next page, or back to this one to mend what is wrong. */
export async function saveSectionAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(locale, async () => {
    await slowLane(database(), await requestAddress());
    const intent = textIn(form, 'intent');
    const fromCheck = textIn(form, 'from') === 'check';
    const { draft, restarted } = await draftFor(form);
    const step = draft && findStep(draft.kind, textIn(form, 'section'));
    if (!draft || !step) redirect(`/${locale}/report?problem=draft`);
    if (draft.reportId) redirect(`/${locale}/report/receipt`);
    const token = textIn(form, 'draft');
    if (!restarted && token && token !== (await draftToken(draft.id)))
      return go(locale, step.slug, new URLSearchParams({ notice: 'otherDraft' }), false);
    const { posted, masked } = readStep(draft.kind, step, intent === 'clear' ? new FormData() : form);
    // The consent page that is left empty was not answered: unasked is not refused (kept-answers.ts).
    const passing = ['skip', 'locale', 'later'].includes(intent);
    if (passing && !Object.keys(posted.S8 ?? { any: [] }).length && !draft.sections.S8) delete posted.S8;
    const saved = await saveSections(
      database(),
      draft.id,
      posted,
      restarted ? 0 : Number(textIn(form, 'version')) || 0,
      intent === 'clear' ? null : locale,
      restarted ? undefined : { page: textIn(form, 'page'), after: textIn(form, 'after') },
    );
    if (!saved.ok) redirect(`/${locale}/report?problem=draft`);
    const notices = [
      masked && 'masked',
      saved.replaced && !restarted && 'replaced',
      restarted && 'restarted',
      intent === 'clear' && 'cleared',
    ].filter(Boolean);
    const query = new URLSearchParams();
    if (notices.length > 0) query.set('notice', notices.join('.'));

    const answers = { ...answersElsewhere(draft, step), ...Object.assign({}, ...Object.values(posted)) };
    const more = repeatedField(draft.kind, step, intent);
    if (more) query.set('more', more);
    if (step.slug === 'made-to-do') query.set('part', 'questions');
    if (more || intent === 'clear') return go(locale, step.slug, query, fromCheck, more);
    if (intent === 'locale') return go(otherLocale(locale), step.slug, query, fromCheck);
    if (intent === 'later') {
      query.set('from', step.slug);
      return go(locale, 'resume', query, false);
    }
    // Skipping leaves nothing behind: what was typed is kept, and the check page says what would have to be mended.
    if (intent !== 'skip' && checkSections(draft.kind, step.sections, answers).length > 0) {
      query.set('problems', '1');
      return go(locale, step.slug, query, fromCheck);
    }
    query.delete('part');
    return go(locale, onward(draft.kind, answers, step, fromCheck), query, false);
  });
}

/** Sends the report. Sent again, it answers with the receipt of the first time. */
export async function sendReportAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(locale, async () => {
    await slowLane(database(), await requestAddress());
    const intent = textIn(form, 'intent');
    if (intent === 'locale') redirect(`/${otherLocale(locale)}/report/check`);
    if (intent === 'later') redirect(`/${locale}/report/resume?from=check`);
    const id = await currentDraftId();
    const sent = id ? await submitReport(database(), id, locale) : null;
    if (!sent || (!sent.ok && sent.reason === 'gone')) redirect(`/${locale}/report?problem=draft`);
    if (!sent.ok) redirect(`/${locale}/report/check?problems=1`);
    // The receipt can be opened again for 24 hours from now, so the cookie has to live as long.
    if (id) await rememberDraft(id);
    redirect(`/${locale}/report/receipt`);
  });
}

/** The person has kept the receipt code (or wants no trace of the draft): the draft and its cookie go. */
export async function destroyDraftAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(locale, async () => {
    const draft = await currentDraft();
    // A check page left open must not take the receipt of what was sent meanwhile.
    if (draft?.reportId && textIn(form, 'scope') === 'draft') redirect(`/${locale}/report/receipt`);
    // Nor one that asks about another draft what has been begun since.
    const token = textIn(form, 'draft');
    if (draft && token && token !== (await draftToken(draft.id))) redirect(`/${locale}/report`);
    if (draft) await destroyDraft(database(), draft.id);
    await forgetDraft();
    redirect(draft?.reportId ? `/${locale}/status` : `/${locale}/report?notice=destroyed`);
  });
}

/**
 * The draft that a page belongs to. Where it is gone (24 hours over, cookie lost or tampered with) the page itself says which kind it was
 * of, and a new draft takes in what was typed on it.
 */
async function draftFor(form: FormData): Promise<{ draft: Draft | null; restarted: boolean }> {
  const draft = await currentDraft();
  if (draft) return { draft, restarted: false };
  const kind = textIn(form, 'reporter_kind');
  if (!isReporterKind(kind)) return { draft: null, restarted: false };
  const id = await createDraft(database(), kind);
  await rememberDraft(id);
  return { draft: await loadDraft(database(), id), restarted: true };
}

const isBlank = (draft: Draft, kind: ReporterKind) =>
  draft.kind === kind && !draft.reportId && Object.keys(draft.sections).length === 0;

/** What was answered on the other pages; this page's answers are what was just posted, a cleared one included. */
function answersElsewhere(draft: Draft, step: Step): SectionAnswers {
  const others = Object.entries(draft.sections).filter(
    ([section]) => !step.sections.some((id) => id === section),
  );
  return allAnswers({ sections: Object.fromEntries(others) });
}

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
