import type { Metadata } from 'next';
import { Pagination } from '@/app/_components/pagination';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { type SearchResult, searchReports } from '@/lib/search/commands';
import { openQuery } from '@/lib/search/sealed-query';
import { requireStaff } from '@/lib/staff/session';
import { PageTitle } from '../_desk/page-title';
import { readFilters, searchAddress } from './filters';
import { HitList } from './hit-list';
import { SearchForm } from './search-form';

type Search = Partial<Record<'query' | 'kind' | 'level' | 'open' | 'province' | 'before', string | string[]>>;
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.search.title };
}

/** Finds what is sealed. The address holds the query sealed, so that it can be opened again, and by nobody else. */
export default async function SearchPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('search.use');
  const asked = await searchParams;
  const sealed = oneOf(asked.query);
  const query = await openQuery(database(), actor, sealed);
  const filters = readFilters(asked);
  const result = query ? await searchReports(database(), actor, query, filters) : null;
  const said = words(locale).desk.search;
  const asksNothing = sealed !== undefined && (!result || result.blank);
  return (
    <div className="space-y-5">
      <PageTitle>{said.title}</PageTitle>
      <SearchForm
        locale={locale}
        query={query}
        filters={filters}
        error={asksNothing ? said.blank : undefined}
      />
      {result && !result.blank ? (
        <section aria-labelledby="hits" className="space-y-3">
          <h2 id="hits" className="text-h4! md:text-h4!">
            {summary(said, result)}
          </h2>
          <HitList locale={locale} hits={result.hits} />
          {result.capped ? <p>{said.capped}</p> : null}
          <Pagination
            locale={locale}
            newerHref={
              filters.before ? searchAddress(locale, sealed ?? '', { ...filters, before: null }) : undefined
            }
            olderHref={
              result.next
                ? searchAddress(locale, sealed ?? '', { ...filters, before: result.next })
                : undefined
            }
          />
        </section>
      ) : null}
      <p className="text-small text-gray-70">{said.recorded}</p>
    </div>
  );
}

function summary(said: ReturnType<typeof words>['desk']['search'], { hits, next }: SearchResult): string {
  if (hits.length === 0) return said.none;
  return next ? said.first(hits.length) : said.found(hits.length);
}
