import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../../_desk/act';
import { type OutcomeSearch, readOutcome } from '../../../_desk/act-notice';
import { editForm } from '../../../_desk/edit-form';
import { SettingsFrame } from '../../_parts/settings-frame';
import { NEW_PERIOD, PERIOD_PROBLEM_FIELDS } from '../../setting-places';
import { PeriodForm } from '../period-form';

type Props = LocaleProps & { searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.periods.newTitle };
}

export default async function NewPeriodPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('settings.edit');
  const said = words(locale).desk.settings.periods;
  const outcome = readOutcome(await searchParams);
  const typed = await findTyped(database(), actor.id, keptPlace(NEW_PERIOD, 'period-new'));
  const form = editForm({
    locale,
    outcome,
    form: 'period-new',
    said,
    fieldOf: PERIOD_PROBLEM_FIELDS,
    saved: {},
    typed,
  });
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings/periods', label: said.back }}
      title={said.newTitle}
      outcome={outcome}
      said={said}
      anchors={{ 'period-new': form.problem?.field ?? 'name_ko' }}
      kept={typed !== null}
    >
      <PeriodForm form={form} period={null} />
    </SettingsFrame>
  );
}
