import { Button } from '@/app/_components/button';
import { seoulMoment, typedMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { problemOf } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { PlanFields } from '../../../_desk/plan-fields';
import { changeReturnAction } from '../actions';
import type { ReturnPage } from '../form-place';
import { ReturnStart } from './return-start';

/** When, how and with whom: a form while it can be changed, and lines after that. */
export function Plan({ page }: { page: ReturnPage }) {
  const { locale, found, typed, outcome, mayChange } = page;
  const { returns: said } = words(locale).desk;
  const { plan, plannedAt } = found;
  const planned = plannedAt ? seoulMoment(plannedAt) : '';
  const given = typed['return-change'] ?? {
    return_planned_at: plannedAt ? typedMoment(plannedAt) : '',
    return_flight: plan.flight,
    return_from: plan.from,
    return_to: plan.to,
    return_escort: plan.escort,
    return_note: plan.note,
  };
  const rows = [
    [said.fields.plannedAt, planned],
    [said.fields.flight, plan.flight],
    [said.fields.from, plan.from],
    [said.fields.to, plan.to],
    [said.fields.escort, plan.escort],
    [said.fields.note, plan.note],
  ];
  const stored = (
    <dl className="border-t border-gray-20 text-small">
      {rows.map(([label, value]) => (
        <div key={label} className="grid gap-x-4 border-b border-gray-10 py-1 md:grid-cols-[8rem_1fr]">
          <dt className="font-bold text-gray-70">{label}</dt>
          <dd className="min-w-0 whitespace-pre-line">{value || '–'}</dd>
        </div>
      ))}
    </dl>
  );
  const isConflict = outcome.form === 'return-change' && outcome.problem === 'return-conflict';
  return (
    <section aria-labelledby="plan" className="space-y-3">
      <BlockTitle id="plan">{said.page.planHeading}</BlockTitle>
      {mayChange ? (
        <form
          action={changeReturnAction}
          noValidate
          className="space-y-3 rounded-lg border border-gray-20 p-4"
        >
          <ReturnStart page={page} />
          {isConflict ? (
            <>
              <p className="font-bold text-warning-60">{words(locale).desk.settings.edit.savedNow}</p>
              {stored}
            </>
          ) : null}
          <PlanFields
            locale={locale}
            given={given}
            error={problemOf(locale, outcome, 'return-change', said)}
          />
          <Button variant="secondary">{said.page.save}</Button>
        </form>
      ) : (
        stored
      )}
    </section>
  );
}
