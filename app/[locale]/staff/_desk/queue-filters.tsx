import { NOBODY } from '@/lib/cases/queue/assigned';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeLists } from '@/lib/reports/code-lists';
import { codeWord } from '@/lib/reports/code-words';
import { levels } from '@/lib/urgency/levels';
import { type FilterOption, FilterSelect } from './filter-select';
import { isNarrowed, type QueueAsked } from './queue-asked';

type Props = { locale: Locale; asked: QueueAsked; staff: readonly { id: string; name: string }[] };

/** A plain GET form, put away until somebody wants it or it does something: what the queue shows stands in its address, and nothing in it is an answer. */
export function QueueFilters({ locale, asked, staff }: Props) {
  const { urgency, desk, staff: said } = words(locale);
  const { filters } = desk.queue;
  return (
    <details open={isNarrowed(asked)} data-no-print="">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-bold text-primary-70">
        {said.queue.filters}
      </summary>
      <form method="get" aria-label={said.queue.filters} className="flex flex-wrap items-end gap-3">
        {asked.view === 'all' ? null : <input type="hidden" name="view" value={asked.view} />}
        <FilterSelect
          name="level"
          label={said.queue.level}
          value={asked.level ?? ''}
          options={[
            ['', said.queue.allLevels],
            ...levels.map((level): FilterOption => [level, `${level} ${urgency.levels[level]}`]),
          ]}
        />
        <FilterSelect
          name="kind"
          label={filters.kind}
          value={asked.kind ?? ''}
          options={[
            ['', filters.allKinds],
            ['REPORT', filters.REPORT],
            ['CASE', filters.CASE],
          ]}
        />
        <FilterSelect
          name="province"
          label={filters.province}
          value={asked.province ?? ''}
          options={[
            ['', filters.allProvinces],
            ...codeLists.province.map((code): FilterOption => [code, codeWord(locale, 'province', code)]),
          ]}
        />
        <FilterSelect
          name="assigned"
          label={filters.assigned}
          value={asked.assigned ?? ''}
          options={[
            ['', filters.anybody],
            ['me', filters.me],
            [NOBODY, filters.nobody],
            ...staff.map(({ id, name }): FilterOption => [id, name]),
          ]}
        />
        <button type="submit" className={plainButton}>
          {said.queue.apply}
        </button>
      </form>
    </details>
  );
}

export const plainButton =
  'min-h-11 cursor-pointer rounded-md border border-gray-60 bg-gray-0 px-4 font-bold hover:border-primary-70 hover:bg-primary-5';
