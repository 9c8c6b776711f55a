import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { Agency } from '@/lib/referrals/agencies/queries';
import type { HandOverFilters } from '@/lib/referrals/all/queries';
import { REFERRAL_STATES } from '@/lib/referrals/transitions';
import { FilterForm } from '../_desk/filter-form';
import { type FilterOption, FilterSelect } from '../_desk/filter-select';

type Props = { locale: Locale; filters: HandOverFilters; agencies: readonly Agency[] };

export function HandOverFilterForm({ locale, filters, agencies }: Props) {
  const { list, states } = words(locale).desk.handOvers;
  return (
    <FilterForm label={list.filters} apply={list.apply}>
      <FilterSelect
        name="state"
        label={list.state}
        value={filters.state}
        options={[
          ['OPEN', list.open],
          ['SILENT', list.silent],
          ...REFERRAL_STATES.map((state): FilterOption => [state, states[state]]),
          ['ALL', list.all],
        ]}
      />
      <FilterSelect
        name="agency"
        label={list.agency}
        value={filters.agency ?? ''}
        options={[
          ['', list.allAgencies],
          ...agencies.map(
            ({ slug, nameKo, nameEn }): FilterOption => [slug, locale === 'ko' ? nameKo : nameEn],
          ),
        ]}
      />
    </FilterForm>
  );
}
