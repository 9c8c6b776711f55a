import type { Metadata } from 'next';
import { Button, LinkButton } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { Notice } from '@/app/_components/notice';
import { PublicPage } from '@/app/_components/public-page';
import { draftToken } from '@/app/_request/draft-cookie';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { listReportFiles } from '@/lib/evidence/queries';
import { words } from '@/lib/i18n/words';
import { receivedAtOf } from '@/lib/reports/queries';
import { receiptDraft } from '../draft-cookie';
import { fileLines } from '../file-lines';
import { forgetReceiptAction } from './actions';
import { ReceiptCard } from './receipt-card';
import { TypeBack, typeBackProblem } from './type-back';
import { WhatNext } from './what-next';

type Props = LocaleProps & { searchParams: Promise<{ typed?: string; added?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { report, shell } = words(await localeOf(params));
  return {
    title: `${(await searchParams).typed ? `${shell.form.error} ` : ''}${report.more.quietTitles.receipt}`,
  };
}

/** The receipt: shown again at every reload until the person says that the code is kept, or 24 hours are over. */
async function ReceiptPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { typed, added } = await searchParams;
  const { pages, more } = words(locale).report;
  const { receipt } = pages;
  const draft = await receiptDraft();
  const receivedAt = draft?.reportId && (await receivedAtOf(database(), draft.reportId));
  if (!draft || !receivedAt) {
    return (
      <PublicPage locale={locale} path="/report/receipt" width="form" exit>
        <h1>{receipt.gone.title}</h1>
        <p className="mt-4 mb-6">{receipt.gone.text}</p>
        <LinkButton variant="secondary" href={`/${locale}/status`}>
          {receipt.statusLink}
        </LinkButton>
      </PublicPage>
    );
  }
  const error = typeBackProblem(locale, typed);
  const files = draft.reportId ? await listReportFiles(database(), draft.reportId) : [];
  const lines = fileLines(locale, files);
  return (
    <PublicPage locale={locale} path="/report/receipt" width="form" exit>
      <ErrorSummary locale={locale} problems={error ? [{ name: 'typed_code', message: error }] : []} />
      {added ? (
        <div className="mb-8" data-no-print="">
          <Notice locale={locale} tone="success" role="status">
            <p>{more.add.sent}</p>
          </Notice>
        </div>
      ) : null}
      <h1>{receipt.title}</h1>
      <p className="mt-4">{receipt.lead}</p>
      <ReceiptCard locale={locale} receipt={draft.receipt} />
      {files.length > 0 ? (
        <section className="mb-6">
          <h2 className="text-h3-narrow md:text-h3">{words(locale).report.files.sent}</h2>
          <ul className="mt-3 list-disc space-y-2 pl-6">
            {files.map(({ id }, at) => (
              <li key={id}>{lines[at]}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {draft.dropped.includes('contact') ? (
        <div className="mb-6">
          <Notice locale={locale} tone="info">
            <p>{receipt.anonymous}</p>
          </Notice>
        </div>
      ) : null}
      <WhatNext locale={locale} receivedAt={receivedAt} codeUntil={draft.expiresAt} />
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3" data-no-print="">
        <LinkButton variant="secondary" href={`/${locale}/report/add?of=receipt`}>
          {more.add.link}
        </LinkButton>
        <a href={`/${locale}/status`} className="inline-flex min-h-11 items-center font-bold">
          {receipt.statusLink}
        </a>
      </div>
      <p className="mt-6 text-gray-70" data-no-print="">
        {receipt.print}
      </p>
      <TypeBack locale={locale} error={error} />
      <form action={forgetReceiptAction} className="mt-10 space-y-3" data-no-print="">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="draft" value={await draftToken(draft.id)} />
        <p>{receipt.confirmHint}</p>
        <Button wide>{receipt.confirm}</Button>
      </form>
    </PublicPage>
  );
}

export default guarded(ReceiptPage);
