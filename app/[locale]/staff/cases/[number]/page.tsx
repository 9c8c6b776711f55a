import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { isTimelineFilter } from '@/lib/cases/event-kinds';
import { readCase } from '@/lib/cases/reading/commands';
import { returnsOfCase } from '@/lib/cases/returns/queries';
import { writeSeen } from '@/lib/cases/seen-case';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { listCaseSites } from '@/lib/linking/sites/queries';
import { listReferrals } from '@/lib/referrals/queries';
import { canBeLetBack, listAssignable } from '@/lib/staff/duty/queries';
import { findTypedOn } from '@/lib/staff/kept/queries';
import { requireStaff, type StaffActor } from '@/lib/staff/session';
import { ActNotice, type ActWords, type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { PageTitle } from '../../_desk/page-title';
import { ReadersTable } from '../../_desk/readers-table';
import { Approvals } from './_parts/approvals';
import { Assignment } from './_parts/assignment';
import { CaseHandOvers } from './_parts/case-hand-overs';
import { type CasePage, may } from './_parts/case-page';
import { Conflict } from './_parts/conflict';
import { EraseCase, LegalHold, Recontact } from './_parts/dates';
import { Head } from './_parts/head';
import { JumpLinks } from './_parts/jump-links';
import { LevelForm } from './_parts/level-form';
import { LinkedReports } from './_parts/linked-reports';
import { NoteForm } from './_parts/note-form';
import { People } from './_parts/people';
import { Recusal } from './_parts/recusal';
import { Returns } from './_parts/returns';
import { Sites } from './_parts/sites';
import { Steps } from './_parts/steps';
import { Tasks } from './_parts/tasks';
import { Timeline } from './_parts/timeline';
import { CASE_FORMS, casePlace } from './form-place';

type Params = { locale: string; number: string };
type Search = OutcomeSearch & { timeline?: string | string[] };
type Props = { params: Promise<Params>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // The number alone, before anything is known of who asks: the page itself decides whether there is one.
  return { title: words(await localeOf(params)).desk.case.title((await params).number.slice(0, 20)) };
}

/** Everything of one case, and what can be done with it now. Opening it is recorded. */
export default async function CaseDeskPage({ params, searchParams }: Props) {
  const actor = await requireStaff('case.read');
  const page = await readPage(actor, await params, await searchParams);
  const { locale, found, outcome } = page;
  const [sites, { own }, wayBack] = await Promise.all([
    listCaseSites(database(), actor, found.number),
    returnsOfCase(database(), actor, found.number),
    canBeLetBack(database(), actor, found.recused),
  ]);
  const { case: said, handOvers } = words(locale).desk;
  const isConflict = outcome.problem === 'conflict';
  return (
    <div className="space-y-6">
      <div className="space-y-2">
        <p data-no-print="">
          <a href={`/${locale}/staff/cases`} className="inline-flex min-h-11 items-center">
            {said.back}
          </a>
        </p>
        <PageTitle>{said.title(found.number)}</PageTitle>
        <p className="hidden print:block">{said.print.by(actor.name, seoulMoment(page.at))}</p>
        <JumpLinks page={page} />
      </div>
      <div data-no-print="">
        {isConflict ? (
          <Conflict page={page} />
        ) : (
          <ActNotice
            locale={locale}
            outcome={outcome}
            said={
              (outcome.form ?? outcome.done)?.startsWith('hand-over-')
                ? handOvers
                : actWords(locale, outcome.form)
            }
            anchors={{ ...CASE_FORMS, approval: `approval-${outcome.seen}` }}
            kept={Object.keys(page.typed).length > 0}
          />
        )}
      </div>
      {may(page, 'case.work') ? null : (
        <p className="rounded-lg bg-gray-5 p-4" data-no-print="">
          {said.readOnly}
        </p>
      )}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[3fr_2fr] print:block">
        <div className="min-w-0 space-y-8">
          <Head page={page} />
          {/* Printed are the head and what happened; the rest is for the screen. */}
          <div className="space-y-8" data-no-print="">
            <People page={page} />
            <Sites page={page} sites={sites} />
            <Returns page={page} returns={own} />
            <CaseHandOvers page={page} actor={actor} />
            <LinkedReports page={page} />
          </div>
          <Timeline page={page} />
        </div>
        <div className="min-w-0 space-y-8" data-no-print="">
          <Approvals page={page} />
          <Steps page={page} />
          <NoteForm page={page} />
          <Tasks page={page} />
          <Assignment page={page} />
          <LevelForm page={page} />
          <div className="space-y-3">
            <Recontact page={page} />
            <LegalHold page={page} />
            <EraseCase page={page} />
            <Recusal page={page} canBeLetBack={wayBack} />
          </div>
          <ReadersTable
            locale={locale}
            id="readers"
            caption={said.readers.title}
            notice={said.readers.notice}
            readers={found.readers}
          />
        </div>
      </div>
      <p className="text-small text-gray-70">{words(locale).staff.chrome.times}</p>
    </div>
  );
}

/** The sentences of every form that ends on this page. A decision has its own for problems that others have too. */
function actWords(locale: Locale, form: string | undefined): ActWords {
  const { case: own, people, sites, approvals, erasing } = words(locale).desk;
  return {
    done: { ...people.done, ...own.done, ...sites.done, ...erasing.done, ...approvals.done },
    problems:
      form === 'approval' ? approvals.problems : { ...sites.problems, ...erasing.problems, ...own.problems },
  };
}

/** Opens the case; a conflict shows everything that happened since, so its timeline is whole. */
async function readPage(actor: StaffActor, params: Params, search: Search): Promise<CasePage> {
  const locale = await localeOf(Promise.resolve(params));
  const outcome = readOutcome(search);
  const asked = oneOf(search.timeline);
  const filter = isTimelineFilter(asked) && outcome.problem !== 'conflict' ? asked : 'ALL';
  const db = database();
  // Before it is read: what happens meanwhile counts as not seen.
  const at = now();
  const found = await readCase(db, actor, params.number, filter);
  if (!found) notFound();
  const [typed, staff, referrals] = await Promise.all([
    findTypedOn(db, actor.id, casePlace(found.number).kept),
    listAssignable(db, actor),
    listReferrals(db, actor, found.number),
  ]);
  const agencies = Object.fromEntries(
    referrals.map(({ id, agency }) => [id, locale === 'ko' ? agency.nameKo : agency.nameEn]),
  );
  return {
    locale,
    found,
    actor,
    filter,
    outcome,
    typed,
    seen: writeSeen({ ...found, at }),
    at,
    staff,
    agencies,
  };
}
