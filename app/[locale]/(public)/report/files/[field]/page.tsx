import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button, LinkButton } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { FieldError, fieldLook } from '@/app/_components/field-parts';
import { Notice } from '@/app/_components/notice';
import { PublicPage } from '@/app/_components/public-page';
import { draftToken } from '@/app/_request/draft-cookie';
import { guarded } from '@/app/_request/guarded';
import { localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { isEvidenceField, PLAIN_POST_BYTES } from '@/lib/evidence/limits';
import { listDraftFiles } from '@/lib/evidence/queries';
import { forKind } from '@/lib/i18n/by-kind';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { stepWith } from '@/lib/reports/steps';
import { FileRow } from '../../_form/file-row';
import { acceptOf } from '../../_form/uploads/accept';
import { filesOf } from '../../_form/uploads/files-of';
import { removeFileAction } from '../../actions';
import { currentDraft } from '../../draft-cookie';

type Search = { problem?: string; done?: string; notice?: string; from?: string };
type Props = {
  params: Promise<{ locale: string; field: string }>;
  searchParams: Promise<Search>;
};

const MB = 1024 * 1024;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { report, shell } = words(await localeOf(params));
  return {
    title: `${(await searchParams).problem ? `${shell.form.error} ` : ''}${report.files.page.title}`,
  };
}

/** Where a file is handed in without JavaScript: one at a time, by a plain form of its own, so that no other page is lost with it. */
async function FilesPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { field } = await params;
  const { problem, done, notice, from } = await searchParams;
  if (!isEvidenceField(field)) redirect(`/${locale}/report`);
  const draft = await currentDraft();
  if (!draft) redirect(`/${locale}/report?problem=draft`);
  if (draft.reportId) redirect(`/${locale}/report/receipt`);
  const step = stepWith(draft.kind, field);
  if (!step) redirect(`/${locale}/report/check`);

  const { files: said, fields } = words(locale).report;
  const files = filesOf(await listDraftFiles(database(), draft.id), field);
  const error = problemWords(locale, problem);
  const asked = new URLSearchParams({ locale, field, ...(from === 'check' ? { from } : {}) });
  const back = `/${locale}/report/${step.slug}${from === 'check' ? '?from=check' : ''}`;
  return (
    <PublicPage locale={locale} path={`/report/files/${field}`} width="form" exit>
      {done || notice === 'removed' ? (
        <div className="mb-8">
          <Notice locale={locale} tone="success" role="status">
            <p>{done ? said.page.uploaded : said.page.removed}</p>
          </Notice>
        </div>
      ) : null}
      <ErrorSummary locale={locale} problems={error ? [{ name: 'file', message: error }] : []} />
      <h1>{said.page.title}</h1>
      <p className="mt-4 font-bold">{forKind(fields[field].label, draft.kind)}</p>
      <div className="mt-2 mb-8 space-y-2 text-gray-70">
        <p>{field === 'files' ? said.types : said.photoTypes}</p>
        <p>{said.privacy}</p>
      </div>
      <h2 className="mb-3 text-h3-narrow md:text-h3">{said.listed}</h2>
      {files.length === 0 ? <p>{said.none}</p> : null}
      {files.length > 0 ? (
        <form action={removeFileAction}>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="field" value={field} />
          {from === 'check' ? <input type="hidden" name="from" value="check" /> : null}
          <ul className="space-y-4">
            {files.map((file) => (
              <FileRow key={file.id} locale={locale} file={file} remove={{ name: 'file', value: file.id }} />
            ))}
          </ul>
        </form>
      ) : null}
      <form
        method="post"
        action={`/api/evidence/plain?${asked}`}
        encType="multipart/form-data"
        className="mt-10 space-y-6"
      >
        <input type="hidden" name="draft" value={await draftToken(draft.id)} />
        <div className={fieldLook(error)}>
          <label htmlFor="file" className="block font-bold">
            {said.page.file}
          </label>
          <p id="file-hint" className="text-gray-70">
            {said.page.limit(PLAIN_POST_BYTES / MB)}
          </p>
          <FieldError locale={locale} name="file" error={error} />
          <input
            id="file"
            name="file"
            type="file"
            accept={acceptOf(field)}
            aria-describedby={`file-hint${error ? ' file-error' : ''}`}
            aria-invalid={error ? true : undefined}
            className="block min-h-12 w-full rounded-md border border-gray-60 p-2 file:mr-3 file:min-h-11 file:rounded-md file:border-0 file:bg-gray-10 file:px-4"
          />
        </div>
        <Button wide>{said.page.upload}</Button>
      </form>
      <p className="mt-6">
        <LinkButton variant="secondary" href={back}>
          {said.page.done}
        </LinkButton>
      </p>
    </PublicPage>
  );
}

function problemWords(locale: Locale, problem: string | undefined): string | undefined {
  const { plain, ...others } = words(locale).report.files.problems;
  if (problem === 'plain') return plain(PLAIN_POST_BYTES / MB);
  return Object.entries(others).find(([code]) => code === problem)?.[1];
}

export default guarded(FilesPage);
