import type { Metadata } from 'next';
import { Button, LinkButton } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { PublicPage } from '@/app/_components/public-page';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { listReportFiles } from '@/lib/evidence/queries';
import { words } from '@/lib/i18n/words';
import { droppedAnswers } from '@/lib/reports/kept-answers';
import { destroyDraftAction } from '../actions';
import { currentDraft } from '../draft-cookie';
import { fileLines } from '../file-lines';
import { ReceiptCard } from './receipt-card';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).report.pages.receipt.title };
}

/** The receipt: shown again at every reload until the person says that the code is kept, or 24 hours are over. */
async function ReceiptPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { receipt } = words(locale).report.pages;
  const draft = await currentDraft();
  if (!draft?.reportId) {
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
  const files = await listReportFiles(database(), draft.reportId);
  const lines = fileLines(locale, files);
  return (
    <PublicPage locale={locale} path="/report/receipt" width="form" exit>
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
      {droppedAnswers(draft.sections).includes('contact') ? (
        <div className="mb-6">
          <Notice locale={locale} tone="info">
            <p>{receipt.anonymous}</p>
          </Notice>
        </div>
      ) : null}
      <section>
        <h2 className="text-h3-narrow md:text-h3">{receipt.next.title}</h2>
        <ol className="mt-3 list-decimal space-y-2 pl-6">
          {receipt.next.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
        <p className="mt-4">{receipt.whenHear}</p>
      </section>
      <p className="mt-6" data-no-print="">
        <a href={`/${locale}/status`} className="inline-flex min-h-11 items-center font-bold">
          {receipt.statusLink}
        </a>
      </p>
      <form action={destroyDraftAction} className="mt-10 space-y-3" data-no-print="">
        <input type="hidden" name="locale" value={locale} />
        <p>{receipt.confirmHint}</p>
        <Button wide>{receipt.confirm}</Button>
      </form>
    </PublicPage>
  );
}

export default guarded(ReceiptPage);
