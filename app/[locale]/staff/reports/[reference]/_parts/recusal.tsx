import { randomUUID } from 'node:crypto';
import { Button } from '@/app/_components/button';
import type { ReportWork } from '@/lib/cases/report-work/queries';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Outcome } from '../../../_desk/act-notice';
import { StepBackFields, SteppedBack } from '../../../_desk/step-back';
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
  const { recuse } = words(locale).desk.case;
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
          <StepBackFields
            locale={locale}
            me={actor}
            others={mayLead ? work.assignable : null}
            chosen={actor.id}
            said={said}
            wrong={{
              who: ofWho,
              reason: unconfirmed || ofWho ? undefined : problem,
              confirmed: unconfirmed,
            }}
            typed={typed}
          />
        </form>
      </details>
      <SteppedBack
        title={said.out}
        people={work.recused}
        letBack={({ id, name }) =>
          mayLead ? (
            <form action={letBackAction}>
              {hidden}
              <input type="hidden" name="staff" value={id} />
              <Button variant="secondary">{said.lift(name)}</Button>
            </form>
          ) : (
            name
          )
        }
      />
    </div>
  );
}
