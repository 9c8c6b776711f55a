import { randomUUID } from 'node:crypto';
import { Button } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { FormNotices } from '@/app/_components/form-notices';
import { LiveForm } from '@/app/_components/live-form';
import { Notice } from '@/app/_components/notice';
import { PublicPage } from '@/app/_components/public-page';
import { TextArea } from '@/app/_components/text-area';
import type { Locale } from '@/lib/i18n/locale';
import { longMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { ReporterStanding } from '@/lib/referrals/for-reporter/queries';
import type { Mailbox } from '@/lib/reports/mailbox/queries';
import { LONG_TEXT_LIMIT } from '@/lib/reports/schema';
import { closeStatusAction, writeMessageAction } from './actions';
import { Added } from './added';
import { Path } from './path';
import { progressOf, stepsSoFar } from './progress';
import { Requests } from './requests';

type Props = {
  locale: Locale;
  mailbox: Mailbox;
  /** What has become of it in its case. */
  standing: ReporterStanding;
  problem?: string;
  told: string | undefined;
  notice?: string;
};

/** One report's states in words and dates, and its messages. */
export function MailboxView({ locale, mailbox, standing, problem, told, notice }: Props) {
  const { report } = words(locale);
  const { status } = report;
  const { messages } = status;
  const state = progressOf(mailbox.state, standing)?.state ?? mailbox.state;
  const error = messageProblem(messages.problems, problem);
  return (
    <PublicPage locale={locale} path="/status" width="form" exit>
      <ErrorSummary locale={locale} problems={error ? [{ name: 'message', message: error }] : []} />
      <FormNotices locale={locale} notice={notice} />
      {told ? (
        <div className="mb-8" data-no-print="">
          <Notice locale={locale} tone="success" role="status">
            <p>{told}</p>
          </Notice>
        </div>
      ) : null}
      <h1>{status.heading}</h1>
      <div data-tint="" className="mt-6 rounded-lg border-2 border-primary-60 bg-primary-5 p-5">
        <p>{status.state}</p>
        <p data-testid="report-state" className="font-bold text-h3-narrow md:text-h3">
          {status.states[state].name}
        </p>
        <p className="mt-2">{status.states[state].text}</p>
      </div>
      <dl className="mt-6 grid gap-x-6 gap-y-2 md:grid-cols-[10rem_1fr]">
        <dt className="font-bold">{status.reference}</dt>
        <dd data-testid="reference" translate="no" className="font-mono">
          {mailbox.reference}
        </dd>
        <dt className="font-bold">{status.received}</dt>
        <dd>{longMoment(locale, mailbox.receivedAt)}</dd>
      </dl>
      <Path locale={locale} mailbox={mailbox} standing={standing} />
      <section className="mt-10">
        <h2 className="text-h3-narrow md:text-h3">{status.history}</h2>
        <ol className="mt-3 space-y-2">
          {stepsSoFar(mailbox.state, mailbox.history, standing).map(({ state, at }) => (
            <li
              key={`${state}-${at.toISOString()}`}
              className="flex flex-wrap gap-x-4 border-primary-60 border-l-4 pl-4"
            >
              <span className="font-bold">{status.states[state].name}</span>
              <span className="text-gray-70">{longMoment(locale, at)}</span>
            </li>
          ))}
        </ol>
      </section>
      <Added locale={locale} mailbox={mailbox} />
      <Requests locale={locale} requests={mailbox.requests} />
      <section className="mt-10">
        <h2 className="text-h3-narrow md:text-h3">{messages.title}</h2>
        {mailbox.messages.length === 0 ? <p className="mt-3 text-gray-70">{messages.none}</p> : null}
        <ol className="mt-3 space-y-4">
          {mailbox.messages.map((message) => (
            <li
              key={message.id}
              data-testid="message"
              data-tint=""
              className={`rounded-lg p-4 ${message.direction === 'TO_REPORTER' ? 'bg-info-5' : 'bg-gray-5'}`}
            >
              <p className="text-small text-gray-70">
                <span className="font-bold">
                  {message.direction === 'TO_REPORTER' ? messages.fromUs : messages.fromYou}
                </span>{' '}
                {messages.at(longMoment(locale, message.sentAt))}
              </p>
              <p className="mt-1 whitespace-pre-line">{message.text}</p>
            </li>
          ))}
        </ol>
        <div className="mt-8" data-no-print="">
          {mailbox.kept && !error ? (
            <div className="mb-4">
              <Notice locale={locale} tone="info">
                <p>{messages.kept}</p>
              </Notice>
            </div>
          ) : null}
          <LiveForm
            key={`message-${mailbox.messages.length}`}
            id="message-form"
            action={writeMessageAction}
            complaints={[]}
            failed={report.notices.failed}
            tooLong={report.notices.tooLong}
            sending={report.drafts.sending}
          >
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="submission" value={randomUUID()} />
            <TextArea
              locale={locale}
              name="message"
              label={messages.write}
              hint={messages.writeHint}
              error={error}
              defaultValue={mailbox.kept}
            />
            <Button variant="secondary">{messages.send}</Button>
          </LiveForm>
        </div>
      </section>
      <form action={closeStatusAction} className="mt-10 border-gray-20 border-t pt-6" data-no-print="">
        <input type="hidden" name="locale" value={locale} />
        <Button variant="secondary">{status.close}</Button>
      </form>
    </PublicPage>
  );
}

function messageProblem(
  problems: { empty: string; tooLong: (limit: number) => string; unreadable: string },
  problem = '',
) {
  if (problem === 'message-empty') return problems.empty;
  if (problem === 'message-unreadable') return problems.unreadable;
  return problem === 'message-too-long' ? problems.tooLong(LONG_TEXT_LIMIT) : undefined;
}
