import { Button } from '@/app/_components/button';
import type { PersonIdentity } from '@/lib/cases/person-records';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeWord } from '@/lib/reports/code-words';
import { countryName } from '@/lib/reports/countries';
import { BlockTitle } from '../../../../../_desk/page-title';
import { editPersonAction } from '../../../_people/actions';
import { FormStart } from '../../../_people/form-start';
import { FewFields, MoreFields } from '../../../_people/person-fields';
import { casePath } from '../../../_people/place';
import { identityFields } from '../../../_people/posted-person';
import { type PersonPage, wrong } from './person-page';

/** Who the person is said to be. Who saved against an older version sees both, and loses nothing. */
export function Particulars({ page }: { page: PersonPage }) {
  const { locale, found, typed, outcome, mayWork } = page;
  const { people: said } = words(locale).desk;
  const { person, elsewhere, number } = found;
  const given = identityFields(person.identity, typed.identity ?? null);
  const isConflict = outcome.form === 'identity' && outcome.problem === 'person-conflict';
  return (
    <section aria-labelledby="identity" className="space-y-3">
      <BlockTitle id="identity">{said.identity.heading}</BlockTitle>
      {isConflict ? <p className="font-bold">{said.identity.theirs}</p> : null}
      {isConflict || !mayWork ? <Saved locale={locale} identity={person.identity} /> : null}
      {mayWork ? (
        <form action={editPersonAction} noValidate className="space-y-3 rounded-lg border border-gray-20 p-4">
          <FormStart locale={locale} number={number} person={person.id} />
          <input type="hidden" name="seen" value={person.version} />
          <FewFields locale={locale} given={given} error={wrong(page, 'identity')} />
          <MoreFields locale={locale} given={given} />
          <Button variant="secondary">{said.identity.save}</Button>
        </form>
      ) : null}
      {elsewhere.length > 0 ? (
        <p className="text-small">
          {said.elsewhere}:{' '}
          {elsewhere.map((other) => (
            <a
              key={other}
              href={`/${locale}${casePath(other)}`}
              className="mr-3 inline-flex min-h-11 items-center"
            >
              {other}
            </a>
          ))}
        </p>
      ) : null}
    </section>
  );
}

function Saved({ locale, identity }: { locale: Locale; identity: PersonIdentity }) {
  const { identity: said } = words(locale).desk.people;
  const rows: [string, string][] = [
    [said.nameKo, identity.nameKo],
    [said.namePassport, identity.namePassport],
    [said.alias, identity.alias],
    [said.birth, identity.birth],
    [said.sex, identity.sex ? codeWord(locale, 'sex', identity.sex) : ''],
    [said.nationality, identity.nationality ? countryName(locale, identity.nationality) : ''],
    [said.phones, identity.phones.join('\n')],
    [said.handles, identity.handles.join('\n')],
  ];
  return (
    <dl className="border-t border-gray-20 text-small" data-testid="saved-particulars">
      {rows.map(([label, value]) => (
        <div key={label} className="grid gap-x-4 border-b border-gray-10 py-1 md:grid-cols-[8rem_1fr]">
          <dt className="font-bold text-gray-70">{label}</dt>
          <dd className="min-w-0 whitespace-pre-line">{value || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
