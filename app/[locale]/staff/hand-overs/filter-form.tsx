import { controlLook } from '@/app/_components/field-parts';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { Agency } from '@/lib/referrals/agencies/queries';
import type { HandOverFilters } from '@/lib/referrals/all/queries';
import { REFERRAL_STATES } from '@/lib/referrals/transitions';

type Props = { locale: Locale; filters: HandOverFilters; agencies: readonly Agency[] };

/** A plain GET form: the list's conditions stand in its address. */
export function HandOverFilterForm({ locale, filters, agencies }: Props) {
  const { list, states } = words(locale).desk.handOvers;
  return (
    <form method="get" aria-label={list.filters} className="flex flex-wrap items-end gap-3" data-no-print="">
      <div className="min-w-0 space-y-1">
        <label htmlFor="filter-state" className="block text-small font-bold">
          {list.state}
        </label>
        <select
          id="filter-state"
          name="state"
          key={filters.state}
          defaultValue={filters.state}
          className={`${controlLook()} max-w-full`}
        >
          <option value="OPEN">{list.open}</option>
          <option value="SILENT">{list.silent}</option>
          {REFERRAL_STATES.map((state) => (
            <option key={state} value={state}>
              {states[state]}
            </option>
          ))}
          <option value="ALL">{list.all}</option>
        </select>
      </div>
      <div className="min-w-0 space-y-1">
        <label htmlFor="agency" className="block text-small font-bold">
          {list.agency}
        </label>
        <select
          id="agency"
          name="agency"
          key={filters.agency}
          defaultValue={filters.agency ?? ''}
          className={`${controlLook()} max-w-full`}
        >
          <option value="">{list.allAgencies}</option>
          {agencies.map((agency) => (
            <option key={agency.slug} value={agency.slug}>
              {locale === 'ko' ? agency.nameKo : agency.nameEn}
            </option>
          ))}
        </select>
      </div>
      <button
        type="submit"
        className="min-h-12 cursor-pointer rounded-md border border-gray-60 bg-gray-0 px-5 font-bold hover:border-primary-70 hover:bg-primary-5"
      >
        {list.apply}
      </button>
    </form>
  );
}
