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
const cell = 'block px-3 py-1 align-baseline md:table-cell md:py-2';

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
      <table className="block w-full text-small md:table">
        <caption className="block pb-2 text-left text-gray-70 md:table-caption">{said.caption}</caption>
        <thead className="sr-only md:not-sr-only md:table-header-group">
          <tr className="border-y border-gray-30 bg-gray-5">
            {[said.name, said.span, said.state].map((head) => (
              <th key={head} scope="col" className="px-3 py-2 text-left font-bold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {periods.map((period) => (
            <Row key={period.id} locale={locale} period={period} others={periods} />
          ))}
        </tbody>
      </table>
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
    <tr className="block border-b border-gray-20 py-2 md:table-row md:py-0" data-testid="period">
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
