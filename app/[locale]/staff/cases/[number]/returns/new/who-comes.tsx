import { Choice } from '@/app/_components/choice';
import { FieldError } from '@/app/_components/field-parts';
import { caseWord } from '@/lib/cases/code-words';
import type { KnownPerson } from '@/lib/cases/people/reading/commands';
import { calledBy } from '@/lib/cases/person-records';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

type Props = { locale: Locale; id: string; people: readonly KnownPerson[]; error?: string | undefined };

/** Who of a case comes along. Nobody is chosen for anybody, except where there is only one. */
export function WhoComes({ locale, id, people, error }: Props) {
  const { returns: said, people: named } = words(locale).desk;
  return (
    <fieldset id={id} className="space-y-2" aria-describedby={error && `${id}-error`}>
      <legend className="font-bold">{said.fields.who}</legend>
      <FieldError locale={locale} name={id} error={error} />
      {people.map((person) => (
        <Choice
          key={person.id}
          type="checkbox"
          id={`${id}-${person.id}`}
          name="return_person"
          value={person.id}
          label={calledBy(person.identity) ?? named.unnamed}
          hint={caseWord(locale, 'safety_status', person.safety)}
          defaultChecked={people.length === 1}
        />
      ))}
    </fieldset>
  );
}
