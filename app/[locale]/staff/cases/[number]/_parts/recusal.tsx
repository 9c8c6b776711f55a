import { Button } from '@/app/_components/button';
import { words } from '@/lib/i18n/words';
import { StepBackFields, SteppedBack } from '../../../_desk/step-back';
import { liftRecusalAction, recuseAction } from '../team-actions';
import { ActForm, Fold } from './act-form';
import { type CasePage, may, nameOf, REASON_PROBLEMS, wrong } from './case-page';

/** Stepping back, for oneself or, by a supervisor, for another; and being let back. It is confirmed, because it shuts the page. */
export function Recusal({ page, canBeLetBack }: { page: CasePage; canBeLetBack: boolean }) {
  const { locale, actor, staff, found, typed } = page;
  const { recuse: said, reason } = words(locale).desk.case;
  const mayLead = may(page, 'case.assign');
  return (
    <div id="recusal" className="space-y-3">
      <Fold page={page} form="recuse" title={said.title}>
        <p className="text-small">{said.intro}</p>
        {canBeLetBack ? null : <p className="text-small font-bold">{said.noWayBack}</p>}
        <ActForm page={page} action={recuseAction}>
          <StepBackFields
            locale={locale}
            me={actor}
            others={mayLead ? staff.filter(({ id }) => !found.recused.includes(id)) : null}
            chosen={undefined}
            said={{ ...said, reason }}
            wrong={{
              who: wrong(page, 'recuse', ['no-staff', 'unknown-staff']),
              reason: wrong(page, 'recuse', REASON_PROBLEMS),
              confirmed: wrong(page, 'recuse', ['not-confirmed']),
            }}
            typed={typed.recuse}
          />
        </ActForm>
      </Fold>
      <SteppedBack
        title={said.out}
        people={found.recused.map((id) => ({ id, name: nameOf(page, id) }))}
        letBack={({ id, name }) =>
          mayLead ? (
            <ActForm page={page} action={liftRecusalAction}>
              <input type="hidden" name="staff" value={id} />
              <Button variant="secondary">{said.lift(name)}</Button>
            </ActForm>
          ) : (
            name
          )
        }
      />
    </div>
  );
}
