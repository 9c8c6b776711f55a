import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../_desk/act';
import { ActNotice, type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { editForm } from '../../_desk/edit-form';
import { PageTitle } from '../../_desk/page-title';
import { AgencyForm } from '../_parts/agency-form';
import { AGENCY_PROBLEM_FIELDS, NEW_AGENCY } from '../agency-place';

type Props = LocaleProps & { searchParams: Promise<OutcomeSearch> };

/** The least that can go wrong, until somebody says otherwise. */
const BLANK = { mask: 'NO_REPORTER', consent: '', in_use: 'YES' };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.agencies.newTitle };
}

export default async function NewAgencyPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('agency.edit');
  const said = words(locale).desk.agencies;
  const outcome = readOutcome(await searchParams);
  const typed = await findTyped(database(), actor.id, keptPlace(NEW_AGENCY, 'agency-new'));
  const form = editForm({
    locale,
    outcome,
    form: 'agency-new',
    said,
    fieldOf: AGENCY_PROBLEM_FIELDS,
    saved: BLANK,
    typed,
  });
  return (
    <div className="space-y-4">
      <p>
        <a href={`/${locale}/staff/agencies`} className="inline-flex min-h-11 items-center">
          {said.back}
        </a>
      </p>
      <PageTitle>{said.newTitle}</PageTitle>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={said}
        anchors={{ 'agency-new': form.problem?.field ?? 'name_ko' }}
        kept={typed !== null}
      />
      <AgencyForm form={form} agency={null} />
    </div>
  );
}
