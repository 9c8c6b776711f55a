import { controlLook } from '@/app/_components/field-parts';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeLists } from '@/lib/reports/code-lists';
import type { QueueFilters } from '@/lib/reports/desk/queries';
import { levels } from '@/lib/urgency/levels';

/** A plain GET form: what the list shows stands in its address, and nothing in it is an answer. */
export function QueueFilterForm({ locale, filters }: { locale: Locale; filters: QueueFilters }) {
  const { staff, codes, urgency } = words(locale);
  const { queue } = staff;
  return (
    <form method="get" aria-label={queue.filters} className="flex flex-wrap items-end gap-3" data-no-print="">
      <input type="hidden" name="view" value="reports" />
      <div className="min-w-0 space-y-1">
        <label htmlFor="filter-state" className="block text-small font-bold">
          {queue.state}
        </label>
        <select
          id="filter-state"
          name="state"
          key={filters.state}
          defaultValue={filters.state}
          className={`${controlLook()} max-w-full`}
        >
          <option value="OPEN">{queue.open}</option>
          {codeLists.report_state.map((state) => (
            <option key={state} value={state}>
              {codes.report_state[state]}
            </option>
          ))}
          <option value="ALL">{queue.allStates}</option>
        </select>
      </div>
      <div className="min-w-0 space-y-1">
        <label htmlFor="filter-level" className="block text-small font-bold">
          {queue.level}
        </label>
        <select
          id="filter-level"
          name="level"
          key={filters.level}
          defaultValue={filters.level ?? ''}
          className={`${controlLook()} max-w-full`}
        >
          <option value="">{queue.allLevels}</option>
          {levels.map((level) => (
            <option key={level} value={level}>
              {level} {urgency.levels[level]}
            </option>
          ))}
        </select>
      </div>
      <button
        type="submit"
        className="min-h-12 cursor-pointer rounded-md border border-gray-60 bg-gray-0 px-5 font-bold hover:border-primary-70 hover:bg-primary-5"
      >
        {queue.apply}
      </button>
    </form>
  );
}
