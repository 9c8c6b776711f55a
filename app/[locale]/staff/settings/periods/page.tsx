import type { Metadata } from 'next';
import { StatusTag, type StatusTone } from '@/app/_components/status-tag';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { listPeriods, type Period } from '@/lib/periods/queries';
import { overlaps } from '@/lib/periods/schedule';
import { requireStaff } from '@/lib/staff/session';
import { DeskTable, deskCell, deskRow } from '../../_desk/desk-table';
import { SettingsFrame } from '../_parts/settings-frame';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.places.periods.title };
}

type PeriodState = 'past' | 'running' | 'coming' | 'standing';
const tones: Record<PeriodState, StatusTone> = {
  past: 'neutral',
  running: 'success',
  coming: 'info',
  standing: 'neutral',
};
const cell = `${deskCell} align-baseline md:py-2`;

export default async function PeriodsPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const actor = await requireStaff('settings.edit');
  const periods = await listPeriods(database(), actor);
  const { settings } = words(locale).desk;
  const said = settings.periods;
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings', label: settings.back }}
      title={settings.places.periods.title}
      outcome={{}}
      said={said}
    >
      <p>
        <a
          href={`/${locale}/staff/settings/periods/new`}
          className="inline-flex min-h-11 items-center font-bold"
        >
          {said.add}
        </a>
      </p>
      <DeskTable caption={said.caption} heads={[said.name, said.span, said.state]}>
        {periods.map((period) => (
          <Row key={period.id} locale={locale} period={period} others={periods} />
        ))}
      </DeskTable>
      <p className="text-small text-gray-70">{words(locale).staff.chrome.times}</p>
    </SettingsFrame>
  );
}

type RowProps = { locale: Locale; period: Period; others: readonly Period[] };

function Row({ locale, period, others }: RowProps) {
  const said = words(locale).desk.settings.periods;
  const nameOf = (one: Period) => (locale === 'ko' ? one.nameKo : one.nameEn);
  const shared = overlaps(period, others).map(nameOf);
  const state = stateOf(period, now());
  const opens = seoulMoment(period.opensAt);
  return (
    <tr className={`${deskRow} py-2`} data-testid="period">
      <th scope="row" className={`${cell} text-left`}>
        <a
          href={`/${locale}/staff/settings/periods/${period.slug}`}
          className="inline-flex min-h-11 min-w-11 items-center font-bold"
        >
          {nameOf(period)}
        </a>
      </th>
      <td className={cell}>
        {period.closesAt ? said.until(opens, seoulMoment(period.closesAt)) : said.from(opens)}
        {shared.length > 0 ? (
          <p className="font-bold text-warning-60">{said.overlaps(shared.join(', '))}</p>
        ) : null}
      </td>
      <td className={cell}>
        <StatusTag tone={tones[state]}>{said.states[state]}</StatusTag>
      </td>
    </tr>
  );
}

function stateOf({ opensAt, closesAt, standing }: Period, at: Date): PeriodState {
  if (opensAt.getTime() > at.getTime()) return 'coming';
  if (standing) return 'standing';
  return closesAt && closesAt.getTime() <= at.getTime() ? 'past' : 'running';
}
