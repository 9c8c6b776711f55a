import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { FormNotices } from '@/app/_components/form-notices';
import { LanguageButton } from '@/app/_components/language-button';
import { LiveForm } from '@/app/_components/live-form';
import type { Complaint } from '@/app/_components/mended';
import { PublicPage } from '@/app/_components/public-page';
import { StepText } from '@/app/_components/step-text';
import { draftToken } from '@/app/_request/draft-cookie';
import { guarded } from '@/app/_request/guarded';
import { localeOf } from '@/app/_request/locale';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { listDraftFiles } from '@/lib/evidence/queries';
import { forKind } from '@/lib/i18n/by-kind';
import { words } from '@/lib/i18n/words';
import { toMend } from '@/lib/reports/additions/demands';
import { readAddable } from '@/lib/reports/additions/queries';
import { consequencesOn } from '@/lib/reports/consequences';
import { allAnswers } from '@/lib/reports/draft/queries';
import { asksConsent } from '@/lib/reports/draft/quiet-save/asks-consent';
import { askedOn, postedNames, sections } from '@/lib/reports/questionnaire';
import { checkSections } from '@/lib/reports/schema';
import { findStep, steps } from '@/lib/reports/steps';
import { problemWords } from '../../../_questions/problem-words';
import { Revealed } from '../../../_questions/revealed';
import { DraftWays } from '../_draft/draft-ways';
import { CompartmentIntro } from '../_form/compartment-intro';
import { ConsequenceNotices } from '../_form/consequence-notices';
import { FieldFor } from '../_form/field-for';
import { saveSectionAction } from '../actions';
import { currentDraft } from '../draft-cookie';

type Props = {
  params: Promise<{ locale: string; section: string }>;
  searchParams: Promise<{ problems?: string; notice?: string; from?: string; more?: string; part?: string }>;
};

const isSlug = (text: string) => Object.values(sections).some(({ slug }) => slug === text);

const FORM_ID = 'report-form';

async function load({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { section } = await params;
  const search = await searchParams;
  const draft = await currentDraft();
  if (!draft) return { locale, section, search, draft: null };
  const step = findStep(draft.kind, section);
  if (!step) return { locale, section, search, draft: null };
  const answers = allAnswers(draft);
  const found = search.problems ? checkSections(draft.kind, step.sections, answers) : [];
  const problems = toMend(draft, found);
  return { locale, section, search, draft, step, answers, problems };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const loaded = await load(props).catch(() => null);
  if (!loaded?.draft) return {};
  const { locale, draft, step, answers, problems } = loaded;
  const { report, shell } = words(locale);
  const way = steps(draft.kind, answers);
  const at = way.findIndex(({ slug }) => slug === step.slug) + 1;
  // On the tab and in the history stands nothing of what it is about.
  const title = draft.addsTo
    ? report.pages.quietTitle()
    : report.pages.quietTitle(at > 0 ? shell.form.step(at, way.length + 1) : undefined);
  return { title: `${problems.length > 0 ? `${shell.form.error} ` : ''}${title}` };
}

/** One page of the report: its questions, what was answered, and what has to be mended. */
async function ReportSectionPage(props: Props) {
  const { locale, section, search, draft, step, answers, problems } = await load(props);
  if (!draft) redirect(isSlug(section) ? `/${locale}/report?problem=draft` : `/${locale}/report`);
  if (draft.reportId) redirect(draft.addsTo ? `/${locale}/status?added=1` : `/${locale}/report/receipt`);
  if (step.slug !== section) redirect(`/${locale}/report/${step.slug}`);
  // What was answered about consent changes by a request, not by an addition.
  if (
    draft.addsTo &&
    step.sections.includes('S8') &&
    (await readAddable(database(), draft.addsTo))?.askedConsent
  )
    redirect(`/${locale}/report/add`);

  const { report } = words(locale);
  const fromCheck = search.from === 'check';
  if (step.slug === 'made-to-do' && !draft.sections.S6 && search.part !== 'questions')
    return (
      <PublicPage locale={locale} path={`/report/${section}`} width="form" exit>
        <CompartmentIntro
          locale={locale}
          questions={`/${locale}/report/${section}?part=questions${fromCheck ? '&from=check' : ''}`}
        />
      </PublicPage>
    );
  const page = report.pages[step.slug];
  const asked = askedOn(draft.kind, step.sections, answers).filter(
    ({ field }) => field.name !== 'accuracy_m',
  );
  const fields = asked.map(({ field }) => field);
  const shown = problems.map((problem) => ({
    ...problem,
    message: problemWords(locale, draft.kind, problem),
  }));
  const complaints: Complaint[] = shown.map(({ field, code, limit }) => {
    const complained = fields.find(({ name }) => name === field);
    return {
      field,
      code,
      names: complained ? postedNames(complained) : [field],
      ...(limit ? { limit } : {}),
    };
  });
  // Who adds to a report is led nowhere: each page goes back to the choice of topics.
  const way = draft.addsTo ? [] : steps(draft.kind, answers);
  const here = way.findIndex(({ slug }) => slug === step.slug);
  const version = Math.max(0, ...step.sections.map((id) => draft.sections[id]?.version ?? 0));
  const asksFiles = draft.hasFiles && fields.some(({ type }) => type === 'file');
  const files = asksFiles ? await listDraftFiles(database(), draft.id) : [];
  // Consent is not given before it is sent, and files have a way of their own.
  const isKept = !step.sections.some((id) => id === 'S7' || asksConsent(draft.kind, id));
  const after = step.sections.map((id) => draft.sections[id]?.by).find(Boolean) ?? '';
  const consequences = consequencesOn({ kind: draft.kind, answers, at: now() }, step.slug);
  const hasAnswers = step.sections.some((id) => Object.keys(draft.sections[id]?.answers ?? {}).length > 0);
  return (
    <PublicPage
      locale={locale}
      path={`/report/${section}`}
      width="form"
      exit
      toggle={<LanguageButton locale={locale} form={FORM_ID} />}
    >
      <FormNotices locale={locale} notice={search.notice} />
      <ErrorSummary
        key={version}
        locale={locale}
        problems={shown.map(({ control, message }) => ({ name: control, message }))}
      />
      {here >= 0 ? <StepText locale={locale} current={here + 1} total={way.length + 1} /> : null}
      <h1>{forKind(page.title, draft.kind)}</h1>
      {page.lead ? (
        <p className="mt-4 mb-8 text-gray-70">{forKind(page.lead, draft.kind)}</p>
      ) : (
        <div className="mb-8" />
      )}
      <ConsequenceNotices locale={locale} kind={draft.kind} consequences={consequences} />
      <LiveForm
        key={`${step.slug}-${version}-${problems.length}`}
        id={FORM_ID}
        action={saveSectionAction}
        complaints={complaints}
        failed={report.notices.failed}
        tooLong={report.notices.tooLong}
        givenBack={Object.fromEntries(
          Object.entries(report.notices.givenBack).map(([why, said]) => [why, said.here]),
        )}
        sending={report.drafts.sending}
        quiet={{
          address: isKept ? `/${locale}/report/keep` : null,
          locale,
          words: report.drafts.quiet,
        }}
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="section" value={step.slug} />
        <input type="hidden" name="reporter_kind" value={draft.kind} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="draft" value={await draftToken(draft.id)} />
        <input type="hidden" name="page" value={randomUUID()} />
        <input type="hidden" name="after" value={after} />
        {fromCheck ? <input type="hidden" name="from" value="check" /> : null}
        {asked.map(({ field, reveal }) => (
          <Revealed key={field.name} name={field.name} reveal={reveal}>
            <FieldFor
              locale={locale}
              kind={draft.kind}
              field={field}
              answers={answers}
              error={shown.find((problem) => problem.field === field.name)?.message}
              files={files}
              more={search.more}
            />
          </Revealed>
        ))}
        <div className="flex flex-wrap gap-3">
          <Button wide>{nextWords()}</Button>
          {step.optional && !fromCheck && !draft.addsTo ? (
            <Button variant="secondary" wide name="intent" value="skip">
              {report.nav.skip}
            </Button>
          ) : null}
        </div>
      </LiveForm>
      <p className="mt-4">
        <a href={backHref()} className="inline-flex min-h-11 min-w-11 items-center">
          {report.nav.back}
        </a>
      </p>
      <DraftWays locale={locale} from={step.slug} form={FORM_ID} adds={Boolean(draft.addsTo)} />
      {/* Far from the way on: what it takes away does not come back. */}
      {hasAnswers ? (
        <div className="mt-10 border-t border-gray-20 pt-6">
          <p className="mb-2 text-gray-70">{report.nav.clearHint}</p>
          <Button variant="secondary" form={FORM_ID} name="intent" value="clear">
            {report.nav.clear}
          </Button>
        </div>
      ) : null}
    </PublicPage>
  );

  function nextWords(): string {
    if (fromCheck) return report.nav.saveAndCheck;
    return draft?.addsTo ? report.more.add.save : report.nav.continue;
  }

  function backHref(): string {
    if (draft?.addsTo && !fromCheck) return `/${locale}/report/add`;
    if (fromCheck || here < 0) return `/${locale}/report/check`;
    const previous = way[here - 1];
    return previous ? `/${locale}/report/${previous.slug}` : `/${locale}/report`;
  }
}

export default guarded(ReportSectionPage);
