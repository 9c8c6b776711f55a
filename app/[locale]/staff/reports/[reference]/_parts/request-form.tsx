import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { FieldError } from '@/app/_components/field-parts';
import { TextArea } from '@/app/_components/text-area';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskReport, DeskRequest } from '@/lib/reports/desk/reading/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { Outcome } from '../../../_desk/act-notice';
import { decideRequestAction } from '../actions';
import { problemHere } from './act-words';

type Props = {
  locale: Locale;
  report: DeskReport;
  request: DeskRequest;
  typed: KeptFields | undefined;
  outcome: Outcome;
};

/** Grants or declines one request. Nothing is chosen for anybody. */
export function RequestForm({ locale, report, request, typed, outcome }: Props) {
  const said = words(locale).staff.additions.requests;
  const { kind } = request;
  const problem = typed ? problemHere(locale, outcome, 'request') : undefined;
  const undecided = outcome.problem === 'no-decision' || outcome.problem === 'screen-first';
  const quiet = report.contactBarrier === 'DO_NOT_CONTACT';
  return (
    <form action={decideRequestAction} noValidate className="space-y-3">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="reference" value={report.reference} />
      <input type="hidden" name="request" value={request.id} />
      <input type="hidden" name="request_kind" value={kind} />
      <p>{said.caution}</p>
      {kind === 'WITHDRAW' ? <p>{said.withdrawHow}</p> : null}
      <fieldset
        className="space-y-2"
        aria-describedby={undecided && problem ? `decision-${kind}-error` : undefined}
      >
        <legend className="font-bold">{said.decision}</legend>
        <FieldError locale={locale} name={`decision-${kind}`} error={undecided ? problem : undefined} />
        {(['GRANTED', 'DECLINED'] as const).map((decision) => (
          <Choice
            key={decision}
            type="radio"
            id={`decision-${kind}-${decision}`}
            name="decision"
            value={decision}
            label={said.decisions[decision]}
            defaultChecked={false}
          />
        ))}
      </fieldset>
      <TextArea
        locale={locale}
        name={`answer_${kind}`}
        label={quiet ? said.reason : said.answer}
        hint={quiet ? said.reasonHint : said.answerHint}
        error={undecided ? undefined : problem}
        defaultValue={typed?.[`answer_${kind}`]}
        rows={3}
      />
      <Button variant="secondary">{said.decide}</Button>
    </form>
  );
}
