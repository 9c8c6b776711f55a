import { Button } from '@/app/_components/button';
import { SelectField } from '@/app/_components/select-field';
import { words } from '@/lib/i18n/words';
import { BlockTitle } from '../../../_desk/page-title';
import { assignCaseAction } from '../team-actions';
import { ActForm } from './act-form';
import { type CasePage, may, nameOf, wrong } from './case-page';

/** Taking it, giving it up, and for supervisors giving it to somebody. The first control is #assign for the keyboard. */
export function Assignment({ page }: { page: CasePage }) {
  const { locale, found, actor } = page;
  const { assign: said, head } = words(locale).desk.case;
  if (!may(page, 'case.work')) return null;
  const leads = may(page, 'case.assign');
  const isMine = found.assignedTo === actor.id;
  return (
    <section aria-labelledby="assignment" className="space-y-3">
      <BlockTitle id="assignment">{said.title}</BlockTitle>
      <p className="text-small">
        {said.now(found.assignedTo ? nameOf(page, found.assignedTo) : head.nobody)}
        {found.assignedTo && !isMine && !leads ? `. ${said.taken}` : null}
      </p>
      {found.assignedTo === null ? (
        <ActForm page={page} action={assignCaseAction}>
          <input type="hidden" name="assign" value={actor.id} />
          <Button variant="secondary" id={leads ? 'assign-me' : 'assign'}>
            {said.take}
          </Button>
        </ActForm>
      ) : null}
      {isMine && !leads ? (
        <ActForm page={page} action={assignCaseAction}>
          <input type="hidden" name="assign" value="NOBODY" />
          <Button variant="secondary" id="assign">
            {said.drop}
          </Button>
        </ActForm>
      ) : null}
      {leads ? <Others page={page} /> : null}
    </section>
  );
}

function Others({ page }: { page: CasePage }) {
  const { locale, found, actor, staff, typed } = page;
  const { assign: said } = words(locale).desk.case;
  const able = staff.filter(({ id }) => id !== found.assignedTo && !found.recused.includes(id));
  const mine = able.filter(({ id }) => id === actor.id);
  const others = able.filter(({ id }) => id !== actor.id);
  return (
    <ActForm page={page} action={assignCaseAction}>
      <SelectField
        locale={locale}
        name="assign"
        label={said.to}
        error={wrong(page, 'assign', ['no-staff', 'unknown-staff'])}
        options={[
          ...mine.map(({ id, name }) => ({ value: id, label: said.me(name) })),
          ...others.map(({ id, name }) => ({ value: id, label: name })),
          ...(found.assignedTo ? [{ value: 'NOBODY', label: said.nobody }] : []),
        ]}
        defaultValue={typed.assign?.assign}
      />
      <Button variant="secondary">{said.submit}</Button>
    </ActForm>
  );
}
