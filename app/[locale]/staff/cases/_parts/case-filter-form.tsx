import { caseLists } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import type { CaseListFilters } from '@/lib/cases/list/queries';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { FilterForm } from '../../_desk/filter-form';
import { type FilterOption, FilterSelect } from '../../_desk/filter-select';

export function CaseFilterForm({ locale, state }: { locale: Locale; state: CaseListFilters['state'] }) {
  const { list: said } = words(locale).desk.case;
  return (
    <FilterForm label={said.filters} apply={said.apply}>
      <FilterSelect
        name="state"
        label={said.state}
        value={state}
        options={[
          ['OPEN', said.open],
          ...caseLists.case_state.map((one): FilterOption => [one, caseWord(locale, 'case_state', one)]),
          ['ALL', said.all],
        ]}
      />
    </FilterForm>
  );
}
