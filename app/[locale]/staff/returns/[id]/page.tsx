import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StatusTag } from '@/app/_components/status-tag';
import { localeOf } from '@/app/_request/locale';
import { OPEN_RETURN_STATES } from '@/lib/cases/return-transitions';
import { readReturn } from '@/lib/cases/returns/reading/commands';
import { database } from '@/lib/database';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { findTypedOn } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { ActNotice, type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { PageTitle } from '../../_desk/page-title';
import { Plan } from './_parts/plan';
import { Returnees } from './_parts/returnees';
import { Step } from './_parts/step';
import { RETURN_FORMS, type ReturnPage, returnPlace } from './form-place';

type Params = { locale: string; id: string };
type Props = { params: Promise<Params>; searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { heading } = words(await localeOf(params)).desk.returns;
  return { title: `${heading}, ${(await params).id.slice(0, 8)}` };
}

/** One return operation: who comes along, what each of them said, how it is to go. Opening it is recorded. */
export default async function ReturnDeskPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.read');
  const found = await readReturn(database(), actor, (await params).id);
  if (!found) notFound();
  const typed = await findTypedOn(database(), actor.id, returnPlace(found.id).kept);
  const { returns: said } = words(locale).desk;
  const isOpen = OPEN_RETURN_STATES.includes(found.state);
  const mayChange = isOpen && found.hidden === 0 && can(actor.roles, 'case.work');
  const page: ReturnPage = {
    locale,
    found,
    outcome: readOutcome(await searchParams),
    typed,
    mayChange,
  };
  return (
    <div className="space-y-6">
      <p>
        <a href={`/${locale}/staff/returns`} className="inline-flex min-h-11 items-center">
          {said.page.back}
        </a>
      </p>
      <div className="space-y-2">
        <PageTitle>{said.title(seoulMoment(found.decidedAt))}</PageTitle>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
          <StatusTag tone={found.state === 'DONE' ? 'success' : 'info'}>
            <span data-testid="return-state">{said.states[found.state]}</span>
          </StatusTag>
          {found.dueAt ? <span>{said.due(seoulMoment(found.dueAt))}</span> : null}
          {found.overdue ? <StatusTag tone="danger">{said.overdue}</StatusTag> : null}
          <span>{said.people(found.people)}</span>
          <span className="text-gray-70">{said.page.createdBy(found.createdBy)}</span>
        </p>
      </div>
      <ActNotice
        locale={locale}
        outcome={page.outcome}
        said={said}
        anchors={RETURN_FORMS}
        kept={Object.keys(typed).length > 0}
      />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[3fr_2fr]">
        <Returnees page={page} />
        <div className="min-w-0 space-y-8">
          {mayChange ? <Step page={page} /> : null}
          <Plan page={page} />
        </div>
      </div>
      <p className="text-small text-gray-70">{words(locale).staff.chrome.times}</p>
    </div>
  );
}
