import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { type Agency, findAgency, openersOf } from '@/lib/referrals/agencies/queries';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../_desk/act';
import { ActNotice, type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { editForm } from '../../_desk/edit-form';
import { PageTitle } from '../../_desk/page-title';
import { AgencyConfirmation } from '../_parts/agency-confirmation';
import { AgencyForm } from '../_parts/agency-form';
import { AGENCY_PROBLEM_FIELDS, agencyPlace } from '../agency-place';

type Params = Promise<{ locale: string; slug: string }>;
type Props = { params: Params; searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.agencies.editOf((await params).slug.slice(0, 60)) };
}

export default async function AgencyPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('agency.edit');
  const agency = await findAgency(database(), actor, (await params).slug);
  if (!agency) notFound();
  const said = words(locale).desk.agencies;
  const outcome = readOutcome(await searchParams);
  const typed = await findTyped(database(), actor.id, keptPlace(agencyPlace(agency.slug), 'agency'));
  const form = editForm({
    locale,
    outcome,
    form: 'agency',
    said,
    fieldOf: AGENCY_PROBLEM_FIELDS,
    saved: savedOf(agency),
    typed,
  });
  return (
    <div className="space-y-4">
      <p>
        <a href={`/${locale}/staff/agencies`} className="inline-flex min-h-11 items-center">
          {said.back}
        </a>
      </p>
      <PageTitle>{locale === 'ko' ? agency.nameKo : agency.nameEn}</PageTitle>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={said}
        anchors={{ agency: form.problem?.field ?? 'name_ko', 'agency-confirm': 'agency-confirm' }}
        kept={typed !== null}
      />
      <AgencyConfirmation
        locale={locale}
        actor={actor}
        agency={agency}
        openers={await openersOf(database(), agency)}
      />
      <AgencyForm form={form} agency={agency} />
    </div>
  );
}

const tick = (value: boolean) => (value ? 'YES' : '');

const savedOf = (agency: Agency) => ({
  name_ko: agency.nameKo,
  name_en: agency.nameEn,
  takes_ko: agency.takesKo,
  takes_en: agency.takesEn,
  contact: agency.contact ?? '',
  verified_on: agency.verifiedOn ?? '',
  ack_hours: agency.ackHours === null ? '' : String(agency.ackHours),
  mask: agency.mask,
  consent: agency.consent ?? '',
  blocked: tick(agency.blocked),
  abroad: tick(agency.abroad),
  in_use: tick(agency.inUse),
});
