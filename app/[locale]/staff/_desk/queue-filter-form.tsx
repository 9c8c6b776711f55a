import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeLists } from '@/lib/reports/code-lists';
import type { QueueFilters } from '@/lib/reports/desk/queries';
import { levels } from '@/lib/urgency/levels';
import { FilterForm } from './filter-form';
import { type FilterOption, FilterSelect } from './filter-select';

export function QueueFilterForm({ locale, filters }: { locale: Locale; filters: QueueFilters }) {
  const { staff, codes, urgency } = words(locale);
  const { queue } = staff;
  return (
    <FilterForm label={queue.filters} apply={queue.apply}>
      <input type="hidden" name="view" value="reports" />
      <FilterSelect
        name="state"
        label={queue.state}
        value={filters.state}
        options={[
          ['OPEN', queue.open],
          ...codeLists.report_state.map((state): FilterOption => [state, codes.report_state[state]]),
          ['ALL', queue.allStates],
        ]}
      />
      <FilterSelect
        name="level"
        label={queue.level}
        value={filters.level ?? ''}
        options={[
          ['', queue.allLevels],
          ...levels.map((level): FilterOption => [level, `${level} ${urgency.levels[level]}`]),
        ]}
      />
    </FilterForm>
  );
}
