import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { FieldError } from '@/app/_components/field-parts';
import { TextField } from '@/app/_components/text-field';
import { words } from '@/lib/i18n/words';
import { problemOf } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { stepReturnAction } from '../actions';
import type { ReturnPage } from '../form-place';
import { ReturnStart } from './return-start';

/** What can be done with the operation now. */
export function Step({ page }: { page: ReturnPage }) {
  const { locale, found, typed, outcome } = page;
  const { returns: said } = words(locale).desk;
  const given = typed['return-step'] ?? {};
  const problem = problemOf(locale, outcome, 'return-step', said);
  const ofAction = outcome.problem === 'no-action' ? problem : undefined;
  return (
    <section aria-labelledby="step" className="space-y-3">
      <BlockTitle id="step">{said.page.step}</BlockTitle>
      <form action={stepReturnAction} noValidate className="space-y-3 rounded-lg border border-gray-20 p-4">
        <ReturnStart page={page} />
        <fieldset className="space-y-2" aria-describedby={ofAction && 'action-error'}>
          <legend className="sr-only">{said.page.step}</legend>
          <FieldError locale={locale} name="action" error={ofAction} />
          {found.actions.map((action) => (
            <Choice
              key={action}
              type="radio"
              id={`action-${action}`}
              name="action"
              value={action}
              label={said.page.steps[action]}
              defaultChecked={given.action === action}
            />
          ))}
        </fieldset>
        <TextField
          locale={locale}
          name="step_reason"
          label={said.page.stepReason}
          error={ofAction ? undefined : problem}
          defaultValue={given.step_reason}
        />
        <Button variant="secondary">{said.page.stepSubmit}</Button>
      </form>
    </section>
  );
}
