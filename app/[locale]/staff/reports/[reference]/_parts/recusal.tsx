import { randomUUID } from 'node:crypto';
import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { FieldError } from '@/app/_components/field-parts';
import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import type { ReportWork } from '@/lib/cases/report-work/queries';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Outcome } from '../../../_desk/act-notice';
import { letBackAction, recuseAction } from '../recusal-actions';
import { problemHere } from './act-words';

type Props = {
  locale: Locale;
  reference: string;
  work: ReportWork;
  actor: StaffActor;
  typed: KeptFields | null | undefined;
  outcome: Outcome;
};

/** Stepping back, for oneself or, by a supervisor, for another; and being let back. Of a report in a case that is done at the case. */
export function Recusal({ locale, reference, work, actor, typed, outcome }: Props) {
  const { recuse: said } = words(locale).desk.report;
  const { assign, recuse } = words(locale).desk.case;
  const problem = problemHere(locale, outcome, 'recuse');
  const unconfirmed = outcome.problem === 'not-confirmed' ? problem : undefined;
  const ofWho = ['unknown-staff', 'no-staff'].includes(outcome.problem ?? '') ? problem : undefined;
  if (work.inCase)
    return (
      <p className="text-small" id="recusal">
        {said.inCase}{' '}
        <a
          href={`/${locale}/staff/cases/${work.inCase.number}#recusal`}
          className="inline-flex min-h-11 items-center"
        >
          {work.inCase.number}
        </a>
      </p>
    );
  const mayLead = can(actor.roles, 'case.assign');
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="reference" value={reference} />
    </>
  );
  return (
    <div className="space-y-3" id="recusal">
      <details open={problem !== undefined || typed != null}>
        <summary className="min-h-11 cursor-pointer py-2 font-bold text-primary-70">{said.title}</summary>
        <p className="text-small">{said.intro}</p>
        {work.canBeLetBack ? null : <p className="text-small font-bold">{recuse.noWayBack}</p>}
        <form action={recuseAction} noValidate className="space-y-3 pt-2">
          {hidden}
          <input type="hidden" name="submission" value={typed?.submission ?? randomUUID()} />
          {mayLead ? (
            <SelectField
              locale={locale}
              name="recuse"
              label={said.who}
              error={ofWho}
              options={[
                { value: actor.id, label: assign.me(actor.name) },
                ...work.assignable
                  .filter(({ id }) => id !== actor.id)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
              defaultValue={typed?.recuse ?? actor.id}
            />
          ) : (
            <input type="hidden" name="recuse" value={actor.id} />
          )}
          <TextArea
            locale={locale}
            name="recuse_reason"
            label={said.reason}
            hint={said.reasonHint}
            error={unconfirmed || ofWho ? undefined : problem}
            defaultValue={typed?.recuse_reason}
            rows={2}
          />
          <FieldError locale={locale} name="recuse_confirmed" error={unconfirmed} />
          <Choice
            type="checkbox"
            id="recuse_confirmed"
            name="recuse_confirmed"
            value="YES"
            label={said.confirm}
            defaultChecked={false}
            invalid={unconfirmed !== undefined}
            describedBy={unconfirmed && 'recuse_confirmed-error'}
          />
          <Button variant="secondary">{said.submit}</Button>
        </form>
      </details>
      {work.recused.length > 0 ? (
        <div className="space-y-2" data-testid="recused">
          <p className="font-bold">{said.out}</p>
          <ul className="space-y-2">
            {work.recused.map(({ id, name }) => (
              <li key={id}>
                {mayLead ? (
                  <form action={letBackAction}>
                    {hidden}
                    <input type="hidden" name="staff" value={id} />
                    <Button variant="secondary">{said.lift(name)}</Button>
                  </form>
                ) : (
                  name
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
