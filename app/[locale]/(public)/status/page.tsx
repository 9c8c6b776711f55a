import type { Metadata } from 'next';
import { Button } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { Notice } from '@/app/_components/notice';
import { PublicPage } from '@/app/_components/public-page';
import { TextField } from '@/app/_components/text-field';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { openStatus } from '@/app/_request/status-cookie';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { standingForReporter } from '@/lib/referrals/for-reporter/queries';
import { markRead } from '@/lib/reports/mailbox/commands';
import { readMailbox } from '@/lib/reports/mailbox/queries';
import { isDay } from '@/lib/seoul-time';
import { openStatusAction } from './actions';
import { MailboxView } from './mailbox-view';

type Search = {
  problem?: string;
  sent?: string;
  closed?: string;
  notice?: string;
  added?: string;
  kept?: string;
  asked?: string;
  /** The day on which the report was erased whose code was given. */
  erased?: string;
};
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { report, shell } = words(await localeOf(params));
  return {
    title: `${(await searchParams).problem ? `${shell.form.error} ` : ''}${report.more.quietTitles.status}`,
  };
}

/** By receipt code alone: how far a report has come, and the messages both ways. */
async function StatusPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const search = await searchParams;
  const { status } = words(locale).report;
  const open = await openStatus();
  const mailbox = open?.live ? await readMailbox(database(), open.report) : null;
  if (mailbox) {
    await markRead(database(), mailbox.messages);
    return (
      <MailboxView
        locale={locale}
        mailbox={mailbox}
        standing={await standingForReporter(database(), mailbox.reportId)}
        problem={search.problem}
        told={toldOf(locale, search)}
        notice={search.notice}
      />
    );
  }
  const error = problemText(status, search);
  const told = toldOf(locale, search);
  return (
    <PublicPage locale={locale} path="/status" width="form" exit>
      <ErrorSummary locale={locale} problems={error ? [{ name: 'receipt_code', message: error }] : []} />
      <h1>{status.title}</h1>
      <p className="mt-4 mb-8">{status.lead}</p>
      {told ? (
        <div className="mb-8">
          <Notice locale={locale} tone="success" role="status">
            <p>{told}</p>
          </Notice>
        </div>
      ) : null}
      {search.erased && isDay(search.erased) ? (
        <div className="mb-8">
          <Notice locale={locale} tone="info" role="status">
            <p>{status.erased(search.erased)}</p>
          </Notice>
        </div>
      ) : null}
      {(open && !open.live) || search.problem === 'expired' ? (
        <div className="mb-8">
          <Notice locale={locale} tone="warning" role="status">
            <p>{status.expired}</p>
          </Notice>
        </div>
      ) : null}
      <form action={openStatusAction} noValidate autoComplete="off" className="space-y-6">
        <input type="hidden" name="locale" value={locale} />
        <TextField
          locale={locale}
          name="receipt_code"
          label={status.code}
          hint={status.codeHint}
          error={error}
          width="medium"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button wide>{status.open}</Button>
      </form>
    </PublicPage>
  );
}

/** What an action left in the address to be told. */
function toldOf(locale: Locale, { sent, closed, added, kept, asked }: Search): string | undefined {
  const { status, more } = words(locale).report;
  if (sent !== undefined) return status.messages.sent;
  if (added) return more.add.sent;
  if (asked) return asked === 'open' ? more.requests.already : more.requests.sent;
  if (kept) return kept === 'right' ? more.receipt.typeBack.right : more.receipt.forgotten;
  return closed ? status.closed : undefined;
}

function problemText(
  status: ReturnType<typeof words>['report']['status'],
  { problem }: Search,
): string | undefined {
  const { problems } = status;
  if (problem === 'empty' || problem === 'malformed' || problem === 'wrong') return problems[problem];
  return problem === 'slow' ? problems.slow : undefined;
}

export default guarded(StatusPage);
