import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { isCaseCode } from '@/lib/cases/code-lists';
import { readPerson } from '@/lib/cases/people/reading/commands';
import { calledBy } from '@/lib/cases/person-records';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { findTypedOn } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { ActNotice, type ActWords, type OutcomeSearch, readOutcome } from '../../../../_desk/act-notice';
import { PageTitle } from '../../../../_desk/page-title';
import { PersonTags } from '../../_people/person-tags';
import { casePath, personPlace } from '../../_people/place';
import { Erasure } from './_parts/erasure';
import { Particulars } from './_parts/particulars';
import { anchorsOf, type PersonPage } from './_parts/person-page';
import { Position } from './_parts/position';
import { ProofQuestion } from './_parts/proof-question';
import { Removal } from './_parts/removal';
import { SafetyStatus } from './_parts/safety-status';
import { Verification } from './_parts/verification';
import { Willingness } from './_parts/willingness';

type Params = { locale: string; number: string; id: string };
type Search = OutcomeSearch & { offer?: string | string[] };
type Props = { params: Promise<Params>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { heading } = words(await localeOf(params)).desk.people;
  const { number, id } = await params;
  return { title: `${heading}, ${number.slice(0, 20)}, ${id.slice(0, 4)}` };
}

/** One person of a case: who they are, where they stand on each axis and how that came about. Opening it is recorded. */
export default async function PersonDeskPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.read');
  const { number, id } = await params;
  const search = await searchParams;
  const found = await readPerson(database(), actor, number, id);
  if (!found) notFound();
  const typed = await findTypedOn(database(), actor.id, personPlace(number, id).kept);
  const { people: said } = words(locale).desk;
  const offer = oneOf(search.offer);
  const page: PersonPage = {
    locale,
    found,
    typed,
    outcome: readOutcome(search),
    actor,
    mayWork: can(actor.roles, 'case.work'),
    seesPosition: can(actor.roles, 'position.see'),
    offered: isCaseCode('safety_status', offer) ? offer : undefined,
  };
  return (
    <div className="space-y-6">
      <div className="space-y-2">
        <p>
          <a href={`/${locale}${casePath(number)}#people`} className="inline-flex min-h-11 items-center">
            {said.backToCase(number)}
          </a>
        </p>
        <PageTitle>{calledBy(found.person.identity) ?? said.unnamed}</PageTitle>
        <PersonTags locale={locale} person={found.person} />
      </div>
      <ActNotice
        locale={locale}
        outcome={page.outcome}
        said={actWords(locale, page.outcome.form)}
        anchors={{ ...anchorsOf(page.outcome), approval: `approval-${page.outcome.seen}` }}
        kept={Object.keys(typed).length > 0}
      />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-8">
          <SafetyStatus page={page} />
          <ProofQuestion page={page} />
          <Verification page={page} />
          <Willingness page={page} />
          {page.seesPosition ? <Position page={page} /> : null}
        </div>
        <div className="min-w-0 space-y-8">
          <Particulars page={page} />
          {page.mayWork ? <Removal page={page} /> : null}
          <Erasure page={page} />
        </div>
      </div>
      <p className="text-small text-gray-70">{words(locale).staff.chrome.times}</p>
    </div>
  );
}

/** The sentences of every form that ends on this page. A decision has its own for problems that others have too. */
function actWords(locale: Locale, form: string | undefined): ActWords {
  const { people, approvals } = words(locale).desk;
  return {
    done: { ...approvals.done, ...people.done },
    problems: form === 'approval' ? approvals.problems : people.problems,
  };
}
