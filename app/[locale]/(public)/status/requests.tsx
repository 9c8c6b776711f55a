import type { Locale } from '@/lib/i18n/locale';
import { longMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { MailboxRequest } from '@/lib/reports/mailbox/queries';

type Props = { locale: Locale; requests: readonly MailboxRequest[] };

/** What became of a request. Granting a withdrawal does not yet erase what was asked to be erased. */
function outcome(locale: Locale, { decision, erase }: MailboxRequest): string {
  const { requests: said } = words(locale).report.more;
  if (!decision) return said.open;
  return decision === 'GRANTED' && erase ? said.grantedErasing : said[decision];
}

/** What was asked for, each with its date and what became of it, and the ways to ask. */
export function Requests({ locale, requests }: Props) {
  const { requests: said } = words(locale).report.more;
  const waiting = requests.some(({ kind, decision }) => kind === 'WITHDRAW' && !decision);
  return (
    <section className="mt-10">
      <h2 className="text-h3-narrow md:text-h3">{requests.length > 0 ? said.title : said.ask}</h2>
      <ol className="mt-3 space-y-4">
        {requests.map((request) => (
          <li key={request.id} data-testid="request" data-tint="" className="rounded-lg bg-gray-5 p-4">
            <p className="font-bold">{said.kinds[request.kind]}</p>
            <p className="text-small text-gray-70">{said.asked(longMoment(locale, request.askedAt))}</p>
            <p className="mt-2">
              {outcome(locale, request)}
              {request.decidedAt ? (
                <span className="text-small text-gray-70">
                  {' '}
                  {said.decided(longMoment(locale, request.decidedAt))}
                </span>
              ) : null}
            </p>
            {request.answer ? (
              <p className="mt-2 whitespace-pre-line">
                <span className="font-bold">{said.answer}: </span>
                {request.answer}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {waiting ? <p className="mt-3">{said.frozen}</p> : null}
      <p className="mt-3 text-gray-70">{said.intro}</p>
      <ul className="mt-2" data-no-print="">
        <li>
          <a href={`/${locale}/status/withdraw`} className="inline-flex min-h-11 items-center">
            {said.links.WITHDRAW}
          </a>
        </li>
        <li>
          <a href={`/${locale}/status/consent`} className="inline-flex min-h-11 items-center">
            {said.links.CONSENT}
          </a>
        </li>
      </ul>
    </section>
  );
}
