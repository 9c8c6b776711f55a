import type { Metadata } from 'next';
import { LinkButton } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { FormNotices } from '@/app/_components/form-notices';
import { Notice } from '@/app/_components/notice';
import { PublicPage } from '@/app/_components/public-page';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { showResumeCode } from '@/lib/reports/draft/resume/commands';
import { currentDraft } from '../draft-cookie';
import { placeToGoOn } from '../place-to-go-on';
import { ResumeCard } from './resume-card';
import { ResumeForm } from './resume-form';

type Search = { problem?: string | string[]; from?: string | string[]; notice?: string | string[] };
type Props = LocaleProps & { searchParams: Promise<Search> };

type Problem = keyof ReturnType<typeof words>['report']['drafts']['resume']['problems'];
const isProblem = (code: string | undefined): code is Problem =>
  ['empty', 'malformed', 'wrong', 'receipt', 'sent', 'slow'].includes(code ?? '');

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { report, shell } = words(await localeOf(params));
  const wrong = isProblem(oneOf((await searchParams).problem));
  const draft = await currentDraft().catch(() => null);
  const { title, askTitle } = report.drafts.resume;
  return { title: `${wrong ? `${shell.form.error} ` : ''}${draft && !draft.reportId ? title : askTitle}` };
}

/** The code of the draft that this browser has, or the question for one. */
async function ResumePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const search = await searchParams;
  const { resume } = words(locale).report.drafts;
  const draft = await currentDraft();
  const open = draft && !draft.reportId ? draft : null;
  const code = oneOf(search.problem);
  const problem = isProblem(code) ? code : undefined;
  const error = problem && resume.problems[problem];
  const from = oneOf(search.from);
  return (
    <PublicPage locale={locale} path="/report/resume" width="form" exit>
      <FormNotices locale={locale} notice={oneOf(search.notice)} />
      <ErrorSummary locale={locale} problems={error ? [{ name: 'resume_code', message: error }] : []} />
      <h1>{open ? resume.title : resume.askTitle}</h1>
      {open ? (
        <>
          <p className="mt-4">{resume.saved}</p>
          <ResumeCard
            locale={locale}
            code={await showResumeCode(database(), open.id)}
            until={open.expiresAt}
          />
          <ul className="list-disc space-y-2 pl-6">
            {resume.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <p className="mt-8" data-no-print="">
            <LinkButton wide href={placeToGoOn(locale, open, from)}>
              {resume.goOn}
            </LinkButton>
          </p>
        </>
      ) : null}
      {draft?.reportId ? (
        <div className="mt-6">
          <Notice locale={locale} tone="info">
            <p>{resume.sentHere}</p>
            <a href={`/${locale}/report/receipt`} className="inline-flex min-h-11 items-center font-bold">
              {resume.receipt}
            </a>
          </Notice>
        </div>
      ) : null}
      <section data-no-print="" className={open ? 'mt-12 border-gray-20 border-t pt-8' : 'mt-4'}>
        {open ? <h2 className="text-h3-narrow md:text-h3">{resume.otherTitle}</h2> : null}
        <p className={open ? 'mt-2 mb-6' : 'mb-8'}>{open ? resume.otherHint : resume.lead}</p>
        <ResumeForm locale={locale} error={error} />
        <p className="mt-6">
          <a href={`/${locale}/status`} className="inline-flex min-h-11 items-center">
            {resume.status}
          </a>
        </p>
      </section>
    </PublicPage>
  );
}

export default guarded(ResumePage);
