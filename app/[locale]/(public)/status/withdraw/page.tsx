import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { ErrorSummary } from '@/app/_components/error-summary';
import { LiveForm } from '@/app/_components/live-form';
import { PublicPage } from '@/app/_components/public-page';
import { TextArea } from '@/app/_components/text-area';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { openStatus } from '@/app/_request/status-cookie';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { readMailbox } from '@/lib/reports/mailbox/queries';
import { askToWithdrawAction } from '../request-actions';
import { WhatHappens } from '../what-happens';

type Props = LocaleProps & { searchParams: Promise<{ problem?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { report, shell } = words(await localeOf(params));
  return {
    title: `${(await searchParams).problem ? `${shell.form.error} ` : ''}${report.more.quietTitles.withdraw}`,
  };
}

/** What a request to withdraw does and does not do, before anybody sends one. */
async function WithdrawPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { report } = words(locale);
  const { requests } = report.more;
  const { withdraw, problems } = requests;
  const open = await openStatus();
  const mailbox = open?.live ? await readMailbox(database(), open.report) : null;
  if (!mailbox) redirect(`/${locale}/status?problem=expired`);
  const { problem } = await searchParams;
  const error = problem === 'unreadable' || problem === 'too-long' ? problems[problem] : undefined;
  return (
    <PublicPage locale={locale} path="/status/withdraw" width="form" exit>
      <ErrorSummary locale={locale} problems={error ? [{ name: 'reason', message: error }] : []} />
      <h1>{withdraw.title}</h1>
      <WhatHappens lead={withdraw.lead} items={withdraw.what} />
      <div className="mt-8">
        <LiveForm
          id="withdraw-form"
          action={askToWithdrawAction}
          complaints={[]}
          failed={report.notices.failed}
          tooLong={report.notices.tooLong}
          sending={report.drafts.sending}
        >
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="submission" value={randomUUID()} />
          <TextArea
            locale={locale}
            name="reason"
            label={withdraw.reason}
            hint={withdraw.reasonHint}
            error={error}
            defaultValue={error ? mailbox.kept : undefined}
            rows={4}
          />
          <div className="my-6">
            <Choice
              type="checkbox"
              id="erase"
              name="erase"
              value="YES"
              label={withdraw.erase}
              hint={withdraw.eraseHint}
              defaultChecked={false}
            />
          </div>
          <Button wide>{withdraw.send}</Button>
        </LiveForm>
      </div>
      <p className="mt-6">
        <a href={`/${locale}/status`} className="inline-flex min-h-11 items-center">
          {requests.back}
        </a>
      </p>
    </PublicPage>
  );
}

export default guarded(WithdrawPage);
