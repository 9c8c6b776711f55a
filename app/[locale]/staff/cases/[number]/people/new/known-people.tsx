import { Button } from '@/app/_components/button';
import { VisuallyHidden } from '@/app/_components/visually-hidden';
import { caseWord } from '@/lib/cases/code-words';
import type { KnownPerson } from '@/lib/cases/people/reading/commands';
import { calledBy } from '@/lib/cases/person-records';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { takePersonAction } from '../../_people/actions';
import { FormStart } from '../../_people/form-start';

type Props = { locale: Locale; number: string; from: string; known: KnownPerson[] | null };

/** The people of another case, each with a button that takes them into this one. */
export function KnownPeople({ locale, number, from, known }: Props) {
  const { add } = words(locale).desk.people;
  if (!known) return <p role="status">{add.knownNone(from)}</p>;
  if (known.length === 0 || from === number) return <p role="status">{add.knownEmpty(from)}</p>;
  return (
    <>
      <p className="font-bold">{add.knownOf(from)}</p>
      <PeopleToTake locale={locale} number={number} people={known} button={add.knownTake} />
    </>
  );
}

type ListProps = { locale: Locale; number: string; people: readonly KnownPerson[]; button: string };

/** People as a list, a button each. */
export function PeopleToTake({ locale, number, people, button }: ListProps) {
  const { people: said } = words(locale).desk;
  return (
    <ul>
      {people.map((person) => {
        const name = calledBy(person.identity) ?? said.unnamed;
        return (
          <li
            key={person.id}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-gray-10 py-2"
          >
            <span>
              {name}
              {person.identity.birth ? `, ${said.born(person.identity.birth)}` : ''}
              <span className="text-small text-gray-70">
                {' '}
                {caseWord(locale, 'safety_status', person.safety)}
              </span>
            </span>
            <form action={takePersonAction}>
              <FormStart locale={locale} number={number} person={person.id} />
              <Button variant="secondary">
                {button}
                <VisuallyHidden> {name}</VisuallyHidden>
              </Button>
            </form>
          </li>
        );
      })}
    </ul>
  );
}
