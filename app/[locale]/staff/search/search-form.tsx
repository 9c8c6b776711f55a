import { Button } from '@/app/_components/button';
import { TextField } from '@/app/_components/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeLists } from '@/lib/reports/code-lists';
import type { SearchFilters } from '@/lib/search/commands';
import { levels } from '@/lib/urgency/levels';
import { type FilterOption, FilterSelect } from '../_desk/filter-select';
import { searchAction } from './actions';

type Props = { locale: Locale; query: string; filters: SearchFilters; error: string | undefined };

/** What is looked for, and what narrows it, in one form. */
export function SearchForm({ locale, query, filters, error }: Props) {
  const { desk, urgency, codes } = words(locale);
  const said = desk.search;
  const { kind, level, open, province } = filters;
  const isOpen = open === null ? '' : open ? 'yes' : 'no';
  return (
    <search>
      <form action={searchAction} noValidate className="space-y-4" data-no-print="">
        <input type="hidden" name="locale" value={locale} />
        <TextField
          locale={locale}
          name="query"
          type="search"
          label={said.query}
          hint={said.hint}
          error={error}
          defaultValue={query}
        />
        <div className="flex flex-wrap items-end gap-3">
          <FilterSelect
            name="kind"
            label={said.kind}
            value={kind ?? ''}
            options={[
              ['', said.anyKind],
              ['REPORT', said.report],
              ['CASE', said.case],
            ]}
          />
          <FilterSelect
            name="level"
            label={said.level}
            value={level ?? ''}
            options={[
              ['', said.anyLevel],
              ...levels.map((one): FilterOption => [one, `${one} ${urgency.levels[one]}`]),
            ]}
          />
          <FilterSelect
            name="open"
            label={said.state}
            value={isOpen}
            options={[
              ['', said.anyState],
              ['yes', said.openOnly],
              ['no', said.closedOnly],
            ]}
          />
          <FilterSelect
            name="province"
            label={said.province}
            value={province ?? ''}
            options={[
              ['', said.anyProvince],
              ...codeLists.province.map((one): FilterOption => [one, codes.province[one]]),
            ]}
          />
          <Button variant="secondary">{said.submit}</Button>
        </div>
      </form>
    </search>
  );
}
