import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { DURATIONS } from '@/lib/clocks/durations';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { acknowledgementTimes, listAgencies } from '@/lib/referrals/agencies/queries';
import { can } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { levels } from '@/lib/urgency/levels';
import { PageTitle } from '../_desk/page-title';
import { AgencyTable } from './_parts/agency-table';
import { roughly } from './_parts/roughly';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.agencies.title };
}

/** Whom a case can be handed to: what they take, how to reach them, what holds for them. */
export default async function AgenciesPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const actor = await requireStaff('agency.view');
  const said = words(locale).desk.agencies;
  const [rows, times] = await Promise.all([
    listAgencies(database(), actor),
    acknowledgementTimes(database(), actor),
  ]);
  const spans = levels.flatMap((level) => {
    const span = DURATIONS[level].AGENCY;
    return span ? [`${level} ${roughly(locale, span)}`] : [];
  });
  const mayEdit = can(actor.roles, 'agency.edit');
  const link = 'inline-flex min-h-11 items-center font-bold';
  return (
    <div className="space-y-4">
      <PageTitle>{said.title}</PageTitle>
      <p>{said.lead}</p>
      <p className="text-small text-gray-70">
        {said.clock}: {spans.join(' · ')}
      </p>
      <p className="flex flex-wrap gap-x-6">
        {can(actor.roles, 'case.read') ? (
          <a href={`/${locale}/staff/hand-overs`} className={link}>
            {said.handOvers}
          </a>
        ) : null}
        {mayEdit ? (
          <a href={`/${locale}/staff/agencies/new`} className={link}>
            {said.add}
          </a>
        ) : null}
      </p>
      <AgencyTable locale={locale} rows={rows} times={times} mayEdit={mayEdit} />
    </div>
  );
}
