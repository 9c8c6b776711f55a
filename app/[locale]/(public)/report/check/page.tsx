import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { FormNotices } from '@/app/_components/form-notices';
import { LanguageButton } from '@/app/_components/language-button';
import { LiveForm } from '@/app/_components/live-form';
import { Notice } from '@/app/_components/notice';
import { PublicPage } from '@/app/_components/public-page';
import { StepText } from '@/app/_components/step-text';
import { SummaryList } from '@/app/_components/summary-list';
import { draftToken } from '@/app/_request/draft-cookie';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { isEvidenceField } from '@/lib/evidence/limits';
import { listDraftFiles } from '@/lib/evidence/queries';
import { forKind } from '@/lib/i18n/by-kind';
import { words } from '@/lib/i18n/words';
import { toMend } from '@/lib/reports/additions/demands';
import { restsOnEarlier } from '@/lib/reports/additions/kept-of-addition';
import { readAddable } from '@/lib/reports/additions/queries';
import { draftProblems } from '@/lib/reports/commands';
import { consequencesOn } from '@/lib/reports/consequences';
import { describeChoices } from '@/lib/reports/describe';
import { allAnswers } from '@/lib/reports/draft/queries';
import { droppedAnswers, keptAnswers } from '@/lib/reports/kept-answers';
import { allSteps, steps, stepWith } from '@/lib/reports/steps';
import { problemWords } from '../../../_questions/problem-words';
import { DraftWays } from '../_draft/draft-ways';
import { ConsequenceNotices } from '../_form/consequence-notices';
import { sendReportAction } from '../actions';
import { currentDraft } from '../draft-cookie';
import { fileLines } from '../file-lines';

type Props = LocaleProps & { searchParams: Promise<{ problems?: string; notice?: string }> };

const FORM_ID = 'report-form';

/** The consent that would let an answer be kept. */
const consentBehind = { contact: 'K1', health: 'K2', passport: 'K3', monitored: '' } as const;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { report, shell } = words(await localeOf(params));
  const draft = await currentDraft();
  const last = draft ? steps(draft.kind, allAnswers(draft)).length + 1 : 0;
  const title =
    !draft || draft.addsTo
      ? report.more.quietTitles.addCheck
      : report.pages.quietTitle(shell.form.step(last, last));
  return { title: `${(await searchParams).problems ? `${shell.form.error} ` : ''}${title}` };
}

/** Everything that was answered, each with its way back, before it is sent. */
async function CheckPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { problems: showProblems, notice } = await searchParams;
  const draft = await currentDraft();
  if (!draft) redirect(`/${locale}/report?problem=draft`);
  if (draft.reportId) redirect(draft.addsTo ? `/${locale}/status?added=1` : `/${locale}/report/receipt`);

  const { report } = words(locale);
  const adds = draft.addsTo;
  const check = adds ? { ...report.pages.check, ...report.more.add.check } : report.pages.check;
  const asked = adds ? ((await readAddable(database(), adds))?.askedConsent ?? true) : false;
  const { S8: you, ...others } = draft.sections;
  // Once it was answered, the page about consent is no part of an addition.
  const typed = asked || !you ? others : { ...others, S8: you };
  const kept = keptAnswers(typed);
  const answers = allAnswers(draft);
  const way = steps(draft.kind, answers);
  const stepOf = (section: string) =>
    allSteps(draft.kind).find((step) => step.sections.some((id) => id === section));
  const dropped = droppedAnswers(typed);
  const described = describeChoices(
    locale,
    draft.kind,
    allAnswers({ ...draft, sections: kept }),
    kept.S8 ? draft.sections.S8?.consents : undefined,
  );
  const files = draft.hasFiles ? await listDraftFiles(database(), draft.id) : [];
  const beside = allSteps(draft.kind).filter(
    (step) => !step.sections.some((id) => described.some((part) => part.id === id)),
  );
  const missing = showProblems ? toMend(draft, draftProblems(draft.kind, answers)) : [];
  const blank = Boolean(adds) && described.length === 0;
  const changeHref = (slug: string | undefined, name = '') =>
    `/${locale}/report/${slug}?from=check${name ? `#${name}` : ''}`;
  return (
    <PublicPage
      locale={locale}
      path="/report/check"
      width="form"
      exit
      toggle={<LanguageButton locale={locale} form={FORM_ID} />}
    >
      <FormNotices locale={locale} notice={notice} />
      <ErrorSummary
        locale={locale}
        title={check.missing.title}
        problems={missing.map((problem) => ({
          name: problem.field,
          message: problemWords(locale, draft.kind, problem),
          href: changeHref(stepWith(draft.kind, problem.field)?.slug, problem.control),
        }))}
      />
      {adds ? null : <StepText locale={locale} current={way.length + 1} total={way.length + 1} />}
      <h1>{check.title}</h1>
      <p className="mt-4">{missing.length > 0 ? check.missing.text : check.lead}</p>
      <div className="mt-8">
        <ConsequenceNotices
          locale={locale}
          kind={draft.kind}
          consequences={consequencesOn({ kind: draft.kind, answers, at: now() }, 'check')}
        />
      </div>
      {described.map((part) => (
        <section key={part.id} className="mt-10">
          <h2 className="mb-3 text-h3-narrow md:text-h3">{part.title}</h2>
          <SummaryList
            rows={part.rows.map(({ name, label, values }) => ({
              key: name,
              term: label,
              value: (isEvidenceField(name) ? fileLines(locale, files, name) : values).join('\n'),
              change: { href: changeHref(stepOf(part.id)?.slug, name), label: check.change, hidden: label },
            }))}
          />
        </section>
      ))}
      {blank ? (
        <div className="mt-8">
          <Notice locale={locale} tone="info">
            <p>{report.more.add.check.empty}</p>
          </Notice>
        </div>
      ) : null}
      {adds ? (
        <p className="mt-8">
          <a href={`/${locale}/report/add`} className="inline-flex min-h-11 items-center font-bold">
            {report.more.add.toMenu}
          </a>
        </p>
      ) : null}
      {beside.length > 0 && !adds ? (
        <section className="mt-10">
          <h2 className="text-h3-narrow md:text-h3">{check.more.title}</h2>
          <p className="mt-2">{check.more.text}</p>
          <ul className="mt-2">
            {beside.map(({ slug }) => (
              <li key={slug}>
                <a href={changeHref(slug)} className="inline-flex min-h-11 items-center">
                  {check.add(forKind(report.pages[slug].title, draft.kind))}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className="mt-12">
        <LiveForm
          id={FORM_ID}
          action={sendReportAction}
          complaints={[]}
          failed={report.notices.failed}
          tooLong={report.notices.tooLong}
          sending={report.drafts.sending}
        >
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="draft" value={await draftToken(draft.id)} />
          {files.some(({ state, received }) => state === 'RECEIVING' && received > 0) ? (
            <Notice locale={locale} tone="warning">
              <p>{report.files.notSent}</p>
            </Notice>
          ) : null}
          {(adds ? restsOnEarlier(kept, asked) : []).map((what) => (
            <Notice key={what} locale={locale} tone="info">
              <p>{report.more.add.check.restsOnEarlier[what]}</p>
            </Notice>
          ))}
          {dropped.map((what) => (
            <Notice key={what} locale={locale} tone="warning">
              <p>{check.dropped[what]}</p>
              {what === 'monitored' || (adds && !draft.sections.S8) ? null : (
                <a
                  href={changeHref('you', consentBehind[what])}
                  className="inline-flex min-h-11 items-center font-bold"
                >
                  {check.dropped.change}
                </a>
              )}
            </Notice>
          ))}
          <Button wide>{check.send}</Button>
        </LiveForm>
      </div>
      <DraftWays locale={locale} from="check" form={FORM_ID} adds={Boolean(adds)} />
    </PublicPage>
  );
}

export default guarded(CheckPage);
