import { controlLook } from '@/app/_components/field-parts';
import { caseLists } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import type { CaseListFilters } from '@/lib/cases/list/queries';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** A plain GET form: what the list shows stands in its address. */
export function CaseFilterForm({ locale, state }: { locale: Locale; state: CaseListFilters['state'] }) {
  const { list: said } = words(locale).desk.case;
  return (
    <form method="get" aria-label={said.filters} className="flex flex-wrap items-end gap-3" data-no-print="">
      <div className="min-w-0 space-y-1">
        <label htmlFor="filter-state" className="block text-small font-bold">
          {said.state}
        </label>
        <select
          id="filter-state"
          name="state"
          key={state}
          defaultValue={state}
          className={`${controlLook()} max-w-full`}
        >
          <option value="OPEN">{said.open}</option>
          {caseLists.case_state.map((one) => (
            <option key={one} value={one}>
              {caseWord(locale, 'case_state', one)}
            </option>
          ))}
          <option value="ALL">{said.all}</option>
        </select>
      </div>
      <button
        type="submit"
        className="min-h-12 cursor-pointer rounded-md border border-gray-60 bg-gray-0 px-5 font-bold hover:border-primary-70 hover:bg-primary-5"
      >
        {said.apply}
      </button>
    </form>
  );
}
