import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { FieldError } from '@/app/_components/field-parts';
import { TextArea } from '@/app/_components/text-area';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { writeSeenReport } from '@/lib/reports/seen-report';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { Outcome } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { changeStateAction } from '../actions';
import { problemHere } from './act-words';

type Props = { locale: Locale; report: DeskReport; typed: KeptFields | null | undefined; outcome: Outcome };

/** What can be done now, and what was done before. The form carries what of the report was before the person's eyes. */
export function State({ locale, report, typed, outcome }: Props) {
  const { staff, codes } = words(locale);
  const said = staff.report;
  const states = codes.report_state;
  const problem = problemHere(locale, outcome, 'state');
  const ofAction = outcome.problem === 'no-action' ? problem : undefined;
  return (
    <section aria-labelledby="state" className="space-y-3">
      <BlockTitle id="state">
        {said.state}: <span data-testid="report-state">{states[report.state]}</span>
      </BlockTitle>
      {report.actions.length > 0 ? (
        <form
          action={changeStateAction}
          noValidate
          className="space-y-4 rounded-lg border border-gray-20 p-4"
        >
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="reference" value={report.reference} />
          <input type="hidden" name="seen" value={writeSeenReport({ ...report, part: report.lastPart })} />
          <fieldset className="space-y-2" aria-describedby={ofAction && 'action-error'}>
            <legend className="font-bold">{said.actions}</legend>
            <FieldError locale={locale} name="action" error={ofAction} />
            {report.actions.map(({ action }, at) => (
              <Choice
                key={action}
                type="radio"
                id={`action-${action}`}
                name="action"
                value={action}
                label={said.actionNames[action]}
                defaultChecked={
                  typed?.action ? typed.action === action : report.actions.length === 1 && at === 0
                }
              />
            ))}
          </fieldset>
          <TextArea
            locale={locale}
            name="reason"
            label={said.reason}
            hint={said.reasonHint}
            error={ofAction ? undefined : problem}
            defaultValue={typed?.reason}
            rows={2}
          />
          <Button variant="secondary">{said.apply}</Button>
        </form>
      ) : null}
      <h3 className="text-body! font-bold md:text-body!">{said.history}</h3>
      {report.steps.length === 0 ? <p className="text-small">{said.noHistory}</p> : null}
      <ol className="text-small">
        {report.steps.map((step) => (
          <li key={step.id} className="border-b border-gray-10 py-1">
            <span className="font-bold">{said.step(states[step.from], states[step.to])}</span>
            <span className="text-gray-70">
              {' '}
              {step.author ?? said.byItself}, {seoulMoment(step.at)}
            </span>
            {step.reason ? <p className="whitespace-pre-line">{step.reason}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
