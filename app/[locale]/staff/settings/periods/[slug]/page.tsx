import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { typedMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { listPeriods, type Period } from '@/lib/periods/queries';
import { overlaps } from '@/lib/periods/schedule';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../../_desk/act';
import { type OutcomeSearch, readOutcome } from '../../../_desk/act-notice';
import { editForm } from '../../../_desk/edit-form';
import { SettingsFrame } from '../../_parts/settings-frame';
import { PERIOD_PROBLEM_FIELDS, periodPlace } from '../../setting-places';
import { PeriodForm } from '../period-form';

type Params = Promise<{ locale: string; slug: string }>;
type Props = { params: Params; searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { places } = words(await localeOf(params)).desk.settings;
  return { title: `${places.periods.title}: ${(await params).slug.slice(0, 60)}` };
}

export default async function PeriodPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('settings.edit');
  const { slug } = await params;
  const periods = await listPeriods(database(), actor);
  const period = periods.find((one) => one.slug === slug);
  if (!period) notFound();
  const said = words(locale).desk.settings.periods;
  const outcome = readOutcome(await searchParams);
  const typed = await findTyped(database(), actor.id, keptPlace(periodPlace(slug), 'period'));
  const form = editForm({
    locale,
    outcome,
    form: 'period',
    said,
    fieldOf: PERIOD_PROBLEM_FIELDS,
    saved: savedOf(period),
    typed,
  });
  const nameOf = (one: Period) => (locale === 'ko' ? one.nameKo : one.nameEn);
  const shared = overlaps(period, periods).map(nameOf);
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings/periods', label: said.back }}
      title={nameOf(period)}
      outcome={outcome}
      said={said}
      anchors={{ period: form.problem?.field ?? 'name_ko' }}
      kept={typed !== null}
    >
      {shared.length > 0 ? (
        <p className="font-bold text-warning-60">{said.overlaps(shared.join(', '))}</p>
      ) : null}
      <PeriodForm form={form} period={period} />
    </SettingsFrame>
  );
}

const savedOf = (period: Period) => ({
  name_ko: period.nameKo,
  name_en: period.nameEn,
  notice_ko: period.noticeKo,
  notice_en: period.noticeEn,
  takes_ko: period.takesKo,
  takes_en: period.takesEn,
  opens: typedMoment(period.opensAt),
  closes: period.closesAt ? typedMoment(period.closesAt) : '',
  standing: period.standing ? 'YES' : '',
});
