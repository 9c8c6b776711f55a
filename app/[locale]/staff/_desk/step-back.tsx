import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { FieldError } from '@/app/_components/field-parts';
import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { KeptFields } from '@/lib/staff/kept/queries';

type Person = { id: string; name: string };

type FieldsProps = {
  locale: Locale;
  me: Person;
  /** Whom else this person may have step back; null for who decides for themselves alone. */
  others: readonly Person[] | null;
  /** Who is chosen before anybody chooses. */
  chosen: string | undefined;
  said: { who: string; reason: string; reasonHint?: string; confirm: string; submit: string };
  wrong: { who: string | undefined; reason: string | undefined; confirmed: string | undefined };
  typed: KeptFields | null | undefined;
};

/** Who steps back, why, and that it is meant: it shuts the page. */
export function StepBackFields({ locale, me, others, chosen, said, wrong, typed }: FieldsProps) {
  return (
    <>
      {others ? (
        <SelectField
          locale={locale}
          name="recuse"
          label={said.who}
          error={wrong.who}
          options={[
            { value: me.id, label: words(locale).desk.case.assign.me(me.name) },
            ...others.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={typed?.recuse ?? chosen}
        />
      ) : (
        <input type="hidden" name="recuse" value={me.id} />
      )}
      <TextArea
        locale={locale}
        name="recuse_reason"
        label={said.reason}
        hint={said.reasonHint}
        error={wrong.reason}
        defaultValue={typed?.recuse_reason}
        rows={2}
      />
      <FieldError locale={locale} name="recuse_confirmed" error={wrong.confirmed} />
      <Choice
        type="checkbox"
        id="recuse_confirmed"
        name="recuse_confirmed"
        value="YES"
        label={said.confirm}
        defaultChecked={false}
        invalid={wrong.confirmed !== undefined}
        describedBy={wrong.confirmed && 'recuse_confirmed-error'}
      />
      <Button variant="secondary">{said.submit}</Button>
    </>
  );
}

type SteppedBackProps = {
  title: string;
  people: readonly Person[];
  /** The form that lets one back, or only the name for who may not. */
  letBack: (person: Person) => ReactNode;
};

export function SteppedBack({ title, people, letBack }: SteppedBackProps) {
  if (people.length === 0) return null;
  return (
    <div className="space-y-2" data-testid="recused">
      <p className="font-bold">{title}</p>
      <ul className="space-y-2">
        {people.map((person) => (
          <li key={person.id}>{letBack(person)}</li>
        ))}
      </ul>
    </div>
  );
}
