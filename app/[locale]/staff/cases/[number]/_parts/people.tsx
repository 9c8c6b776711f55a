import { Button, LinkButton } from '@/app/_components/button';
import { calledBy } from '@/lib/cases/person-records';
import type { CasePerson } from '@/lib/cases/reading/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { BlockTitle } from '../../../_desk/page-title';
import { addPersonAction } from '../_people/actions';
import { FormStart } from '../_people/form-start';
import { FewFields } from '../_people/person-fields';
import { PersonTags } from '../_people/person-tags';
import { addPlace, personPlace } from '../_people/place';
import { type CasePage, may } from './case-page';

/** The people of a case, a card each, and the quick way to add one: what cannot be taken here goes on on a page of its own. */
export function People({ page }: { page: CasePage }) {
  const { locale, found } = page;
  const { people: said } = words(locale).desk;
  return (
    <section aria-labelledby="people" className="space-y-3">
      <BlockTitle id="people">{said.heading}</BlockTitle>
      {found.people.length + found.withheld === 0 ? <p className="text-small">{said.none}</p> : null}
      <ul className="grid gap-3">
        {found.people.map((person) => (
          <li key={person.id} data-testid="person" className="space-y-1 rounded-lg border border-gray-20 p-3">
            <Card locale={locale} number={found.number} person={person} />
          </li>
        ))}
      </ul>
      {found.withheld > 0 ? <p data-testid="withheld">{said.withheld(found.withheld)}</p> : null}
      {may(page, 'case.work') ? (
        <details
          className="rounded-lg border border-gray-20 px-4 py-1"
          open={found.people.length + found.withheld === 0}
        >
          <summary id="person" className="min-h-11 cursor-pointer py-2 font-bold">
            {said.add.open}
          </summary>
          <form action={addPersonAction} noValidate className="space-y-3 pb-3">
            <FormStart locale={locale} number={found.number} />
            <FewFields locale={locale} given={{}} />
            <p className="flex flex-wrap gap-3">
              <Button variant="secondary">{said.add.submit}</Button>
              <LinkButton variant="quiet" href={`/${locale}${addPlace(found.number).path}`}>
                {said.add.otherWays}
              </LinkButton>
            </p>
          </form>
        </details>
      ) : null}
    </section>
  );
}

function Card({ locale, number, person }: { locale: Locale; number: string; person: CasePerson }) {
  const { people: said } = words(locale).desk;
  const { identity } = person;
  const name = calledBy(identity) ?? said.unnamed;
  const besides = [
    identity.namePassport === name ? '' : identity.namePassport,
    identity.alias === name ? '' : identity.alias,
    identity.birth ? said.born(identity.birth) : '',
  ].filter(Boolean);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <a
          href={`/${locale}${personPlace(number, person.id).path}`}
          className="inline-flex min-h-11 min-w-11 items-center font-bold"
        >
          {name}
        </a>
        <span className="text-small text-gray-70">{besides.join(', ')}</span>
      </p>
      <PersonTags locale={locale} person={person} />
      {person.reassessAt ? (
        <p className="text-small text-gray-70">{said.reassess(seoulMoment(person.reassessAt))}</p>
      ) : null}
    </>
  );
}
