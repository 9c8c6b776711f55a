import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { TextField } from '@/app/_components/text-field';
import { localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { peopleToTake, personSources } from '@/lib/cases/people/reading/commands';
import { database } from '@/lib/database';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../../../_desk/act';
import { ActNotice, type OutcomeSearch, problemOf, readOutcome } from '../../../../_desk/act-notice';
import { BlockTitle, PageTitle } from '../../../../_desk/page-title';
import { addPersonAction } from '../../_people/actions';
import { FormStart } from '../../_people/form-start';
import { FewFields, MoreFields } from '../../_people/person-fields';
import { addPlace, casePath } from '../../_people/place';
import { identityFields } from '../../_people/posted-person';
import { KnownPeople, PeopleToTake } from './known-people';

type Params = { locale: string; number: string };
type Search = OutcomeSearch & { report?: string | string[]; from?: string | string[] };
type Props = { params: Promise<Params>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = words(await localeOf(params)).desk.people.add;
  return { title: `${title}, ${(await params).number.slice(0, 20)}` };
}

/** Adds somebody to a case: by hand, from the answers of one of its reports, or somebody known from another case. */
export default async function AddPersonPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.work');
  const { number } = await params;
  const search = await searchParams;
  const [reference, from] = [oneOf(search.report), oneOf(search.from)?.trim().toUpperCase()];
  const found = await personSources(database(), actor, number, reference);
  if (!found) notFound();
  const typed = await findTyped(database(), actor.id, keptPlace(addPlace(number), 'add'));
  const known = from ? await peopleToTake(database(), actor, from) : null;
  const { people: said } = words(locale).desk;
  const outcome = readOutcome(search);
  const given = identityFields(found.identity, found.identity ? null : typed);
  const here = `/${locale}${addPlace(number).path}`;
  return (
    <div className="space-y-6">
      <p>
        <a href={`/${locale}${casePath(number)}`} className="inline-flex min-h-11 items-center">
          {said.backToCase(number)}
        </a>
      </p>
      <PageTitle>{said.add.title}</PageTitle>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={said}
        anchors={{ add: 'person_name_ko', take: 'known' }}
        kept={Boolean(typed)}
      />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[3fr_2fr]">
        <form action={addPersonAction} noValidate className="min-w-0 space-y-4" data-testid="add-person">
          <FormStart locale={locale} number={number} />
          <p>{found.identity && reference ? said.add.filled(reference) : said.add.intro}</p>
          <FewFields locale={locale} given={given} error={problemOf(locale, outcome, 'add', said)} />
          <details open={Boolean(found.identity ?? typed)}>
            <summary className="min-h-11 cursor-pointer py-2 font-bold">{said.add.more}</summary>
            <MoreFields locale={locale} given={given} />
          </details>
          <Button variant="secondary">{said.add.submit}</Button>
        </form>
        <div className="min-w-0 space-y-6">
          <section aria-labelledby="from-report" className="space-y-2">
            <BlockTitle id="from-report">{said.add.fromReport}</BlockTitle>
            <p className="text-small">{said.add.fromReportHint}</p>
            {reference && !found.identity ? <p role="status">{said.add.nothingInReport(reference)}</p> : null}
            <ul>
              {found.sources.map((source) => (
                <li key={source.reference}>
                  <a
                    href={`${here}?report=${source.reference}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    {said.add.reportLink(source.reference, seoulMoment(source.receivedAt))}
                  </a>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="known" className="space-y-2">
            <BlockTitle id="known">{said.add.known}</BlockTitle>
            <p className="text-small">{said.add.knownHint}</p>
            <form method="get" action={here} className="flex flex-wrap items-end gap-3">
              <TextField
                locale={locale}
                name="from"
                label={said.add.knownCase}
                width="short"
                defaultValue={from}
              />
              <Button variant="secondary">{said.add.knownFind}</Button>
            </form>
            {from ? <KnownPeople locale={locale} number={number} from={from} known={known} /> : null}
          </section>
          {found.takenOut.length > 0 ? (
            <section aria-labelledby="taken-out" className="space-y-2">
              <BlockTitle id="taken-out">{said.add.takenOut}</BlockTitle>
              <p className="text-small">{said.add.takenOutHint}</p>
              <PeopleToTake
                locale={locale}
                number={number}
                people={found.takenOut}
                button={said.add.putBack}
              />
            </section>
          ) : null}
        </div>
      </div>
    </div>
  );
}
