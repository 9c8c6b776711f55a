import { randomUUID } from 'node:crypto';
import { Button } from '@/app/_components/button';
import { controlLook } from '@/app/_components/field-parts';
import { Notice } from '@/app/_components/notice';
import { TextArea } from '@/app/_components/text-area';
import type { Template } from '@/lib/cases/templates/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { ContactBarrier } from '@/lib/reports/desk/policy';
import type { DeskMessage, DeskReport } from '@/lib/reports/desk/reading/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { Outcome } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { sendMessageAction } from '../actions';
import { problemHere } from './act-words';
import { TemplatePicker } from './template-picker';

type Props = {
  locale: Locale;
  report: DeskReport;
  /** Texts to start from, in the reporter's language. */
  templates: readonly Template[];
  typed: KeptFields | null | undefined;
  outcome: Outcome;
};

/** Messages both ways. While contact would endanger someone there is no form at all, only the reason. */
export function Messages({ locale, report, templates, typed, outcome }: Props) {
  const { templates: ofTemplates } = words(locale).desk.report;
  const { report: said } = words(locale).staff;
  const why: Record<ContactBarrier, string> = {
    DO_NOT_CONTACT: words(locale).desk.report.barredMessage,
    WITHDRAWN: said.withdrawnWhy,
    WITHDRAWAL_ASKED: words(locale).staff.additions.requests.frozen,
  };
  return (
    <section aria-labelledby="messages" className="space-y-3">
      <BlockTitle id="messages">{said.messages}</BlockTitle>
      {report.messages.length === 0 ? <p className="text-small">{said.noMessages}</p> : null}
      <ol className="text-small">
        {report.messages.map((message) => (
          <Message key={message.id} locale={locale} message={message} />
        ))}
      </ol>
      {report.mayContact ? (
        <form action={sendMessageAction} noValidate className="space-y-3">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="reference" value={report.reference} />
          <input type="hidden" name="submission" value={typed?.submission ?? randomUUID()} />
          <input type="hidden" name="reporter" value={report.locale} />
          {templates.length > 0 ? (
            <TemplatePicker
              field="message"
              templates={templates}
              words={{
                label: ofTemplates.label,
                choose: words(locale).shell.form.choose,
                use: ofTemplates.use,
              }}
              look={{
                select: `${controlLook()} max-w-full`,
                button: 'min-h-12 cursor-pointer px-2 font-bold text-primary-70 underline hover:bg-primary-5',
              }}
            />
          ) : null}
          <TextArea
            locale={locale}
            name="message"
            label={said.message}
            hint={said.messageHint}
            error={problemHere(locale, outcome, 'message')}
            defaultValue={typed?.message}
            rows={3}
          />
          <Button variant="secondary">{said.send}</Button>
        </form>
      ) : (
        <Notice locale={locale} tone="danger">
          <p>{why[report.contactBarrier ?? 'DO_NOT_CONTACT']}</p>
        </Notice>
      )}
    </section>
  );
}

function Message({ locale, message }: { locale: Locale; message: DeskMessage }) {
  const { report: said } = words(locale).staff;
  const from = message.fromReporter ? said.fromReporter : said.toReporter(message.author ?? '–');
  const read = message.readAt ? said.readAt(seoulMoment(message.readAt)) : said.unread;
  return (
    <li className="border-b border-gray-10 py-2">
      <p className="text-gray-70">
        {from}, {seoulMoment(message.at)}
        {message.fromReporter ? null : <> · {read}</>}
      </p>
      <p className="whitespace-pre-line">{message.text}</p>
    </li>
  );
}
