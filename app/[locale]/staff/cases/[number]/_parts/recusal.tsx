import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { FieldError } from '@/app/_components/field-parts';
import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import { words } from '@/lib/i18n/words';
import { liftRecusalAction, recuseAction } from '../team-actions';
import { ActForm, Fold } from './act-form';
import { type CasePage, may, nameOf, REASON_PROBLEMS, wrong } from './case-page';

/** Stepping back, for oneself or, by a supervisor, for another; and being let back. It is confirmed, because it shuts the page. */
export function Recusal({ page, canBeLetBack }: { page: CasePage; canBeLetBack: boolean }) {
  const { locale, actor, staff, found, typed } = page;
  const { recuse: said, assign, reason } = words(locale).desk.case;
  const unconfirmed = wrong(page, 'recuse', ['not-confirmed']);
  const others = staff.filter(({ id }) => id !== actor.id && !found.recused.includes(id));
  return (
    <div id="recusal" className="space-y-3">
      <Fold page={page} form="recuse" title={said.title}>
        <p className="text-small">{said.intro}</p>
        {canBeLetBack ? null : <p className="text-small font-bold">{said.noWayBack}</p>}
        <ActForm page={page} action={recuseAction}>
          {may(page, 'case.assign') ? (
            <SelectField
              locale={locale}
              name="recuse"
              label={said.who}
              error={wrong(page, 'recuse', ['no-staff', 'unknown-staff'])}
              options={[
                { value: actor.id, label: assign.me(actor.name) },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              defaultValue={typed.recuse?.recuse}
            />
          ) : (
            <input type="hidden" name="recuse" value={actor.id} />
          )}
          <TextArea
            locale={locale}
            name="recuse_reason"
            label={reason}
            error={wrong(page, 'recuse', REASON_PROBLEMS)}
            defaultValue={typed.recuse?.recuse_reason}
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
        </ActForm>
      </Fold>
      {found.recused.length > 0 ? (
        <div className="space-y-2">
          <p className="font-bold">{said.out}</p>
          <ul className="space-y-2">
            {found.recused.map((id) => (
              <li key={id}>
                {may(page, 'case.assign') ? (
                  <ActForm page={page} action={liftRecusalAction}>
                    <input type="hidden" name="staff" value={id} />
                    <Button variant="secondary">{said.lift(nameOf(page, id))}</Button>
                  </ActForm>
                ) : (
                  nameOf(page, id)
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
