import { Button } from '@/app/_components/button';
import { TextField } from '@/app/_components/text-field';
import { words } from '@/lib/i18n/words';
import { removePersonAction } from '../../../_people/actions';
import { FormStart } from '../../../_people/form-start';
import { type PersonPage, wrong } from './person-page';

/** Takes somebody out of the case who has nothing to do with it. */
export function Removal({ page }: { page: PersonPage }) {
  const { locale, found, typed, outcome } = page;
  const { remove: said } = words(locale).desk.people;
  return (
    <details
      open={typed.remove !== undefined || outcome.form === 'remove'}
      className="rounded-lg border border-gray-20"
    >
      <summary className="min-h-11 cursor-pointer px-4 py-2 font-bold">{said.heading}</summary>
      <form action={removePersonAction} noValidate className="space-y-3 border-t border-gray-20 p-4">
        <FormStart locale={locale} number={found.number} person={found.person.id} />
        <TextField
          locale={locale}
          name="remove_reason"
          label={said.reason}
          hint={said.hint}
          error={wrong(page, 'remove')}
          defaultValue={typed.remove?.remove_reason}
        />
        <Button variant="secondary">{said.submit}</Button>
      </form>
    </details>
  );
}
