import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { describeConsents } from '@/lib/reports/describe';
import type { DeskReport, DeskRequest } from '@/lib/reports/desk/reading/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { Outcome } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { Facts } from './facts';
import { RequestForm } from './request-form';

type Props = { locale: Locale; report: DeskReport; typed: KeptFields | null | undefined; outcome: Outcome };

/** What the reporter asked for, what would follow, and the decision: to be made, or made by whom and with what answer. */
export function Requests({ locale, report, typed, outcome }: Props) {
  const said = words(locale).staff.additions.requests;
  if (report.requests.length === 0) return null;
  return (
    <section aria-labelledby="requests" className="space-y-3">
      <BlockTitle id="requests">{said.title}</BlockTitle>
      {report.requests.map((request) => (
        <article
          key={request.id}
          data-testid="request"
          className="space-y-3 rounded-lg border border-gray-30 p-4 text-small"
        >
          <h3 className="text-body! font-bold md:text-body!">{said.kinds[request.kind]}</h3>
          <p className="text-gray-70">{said.asked(seoulMoment(request.askedAt))}</p>
          <Asked locale={locale} request={request} />
          {request.decision ? (
            <>
              <p className="font-bold">
                {said.decided(
                  said.decisions[request.decision],
                  request.decidedBy ?? '–',
                  seoulMoment(request.decidedAt ?? request.askedAt),
                )}
              </p>
              {request.answer ? (
                <p className="whitespace-pre-line">
                  {request.answer.text}
                  {request.answer.toReporter ? null : (
                    <span className="text-gray-70"> ({said.notShown})</span>
                  )}
                </p>
              ) : null}
            </>
          ) : (
            <RequestForm
              locale={locale}
              report={report}
              request={request}
              typed={typed?.request === request.id ? typed : undefined}
              outcome={outcome}
            />
          )}
        </article>
      ))}
    </section>
  );
}

/** A withdrawal in the reporter's words; consents as they were chosen anew, with what a refusal brings. */
function Asked({ locale, request }: { locale: Locale; request: DeskRequest }) {
  const said = words(locale).staff.additions.requests;
  const erase = request.erase ? <p className="font-bold">{said.erase}</p> : null;
  if (request.kind === 'WITHDRAW')
    return request.text ? (
      <>
        {erase}
        <p className="whitespace-pre-line">
          <span className="font-bold">{said.said}: </span>
          {request.text}
        </p>
      </>
    ) : (
      (erase ?? <p>{said.noWords}</p>)
    );
  const chosen = describeConsents(locale, request.consents).filter(({ choice }) => choice !== 'NOT_ASKED');
  const refused = (['K1', 'K2', 'K3', 'K6'] as const).filter(
    (id) => request.consents?.[id]?.choice === 'REFUSE',
  );
  return (
    <>
      <p className="font-bold">{said.chosen}</p>
      <Facts rows={chosen} />
      {refused.length > 0 ? (
        <ul className="list-inside list-disc">
          {refused.map((id) => (
            <li key={id}>{said.dropped[id]}</li>
          ))}
        </ul>
      ) : null}
      {refused.length > 0 ? <p>{said.kept}</p> : null}
    </>
  );
}
