import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { type HandOverFilters, listHandOvers, MOST_PAGES } from '@/lib/referrals/all/queries';
import { isReferralState } from '@/lib/referrals/transitions';
import { requireStaff } from '@/lib/staff/session';
import { PageTitle } from '../_desk/page-title';
import { HandOverFilterForm } from './filter-form';
import { HandOverTable } from './hand-over-table';

type Search = Partial<Record<'state' | 'agency' | 'page', string | string[]>>;
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.handOvers.listTitle };
}

/** Every hand-over, the agencies that have not answered first. */
export default async function HandOversPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.read');
  const agencies = await listAgencies(database(), actor);
  const filters = readFilters(
    await searchParams,
    agencies.map((agency) => agency.slug),
  );
  const { rows, more } = await listHandOvers(database(), actor, filters);
  const { handOvers: said, agencies: agencySaid } = words(locale).desk;
  const address = (page: number) => {
    const query = new URLSearchParams({
      ...(filters.state === 'OPEN' ? {} : { state: filters.state }),
      ...(filters.agency ? { agency: filters.agency } : {}),
      ...(page > 1 ? { page: String(page) } : {}),
    }).toString();
    return `/${locale}/staff/hand-overs${query ? `?${query}` : ''}`;
  };
  const link = 'inline-flex min-h-11 min-w-11 items-center font-bold';
  return (
    <div className="space-y-4">
      <PageTitle>{said.listTitle}</PageTitle>
      <p>
        <a href={`/${locale}/staff/agencies`} className={link}>
          {agencySaid.title}
        </a>
      </p>
      <HandOverFilterForm locale={locale} filters={filters} agencies={agencies} />
      {rows.length > 0 ? (
        <HandOverTable locale={locale} rows={rows} />
      ) : (
        <p className="rounded-lg bg-gray-5 p-6">{said.list.empty}</p>
      )}
      {filters.page > 1 || more ? (
        <nav aria-label={words(locale).shell.pagination.label} className="flex justify-between gap-4">
          {filters.page > 1 ? (
            <a href={address(filters.page - 1)} rel="prev" className={link}>
              {said.list.newer}
            </a>
          ) : (
            <span />
          )}
          {more ? (
            <a href={address(filters.page + 1)} rel="next" className={link}>
              {said.list.older}
            </a>
          ) : null}
        </nav>
      ) : null}
      <p className="text-small text-gray-70">{words(locale).staff.chrome.times}</p>
    </div>
  );
}

/** What the address asks for; anything unknown in it counts as not asked. */
function readFilters(search: Search, slugs: readonly string[]): HandOverFilters {
  const [state, agency, page] = [oneOf(search.state), oneOf(search.agency), Number(oneOf(search.page))];
  const asked = state === 'SILENT' || state === 'ALL' || isReferralState(state) ? state : 'OPEN';
  return {
    state: asked,
    agency: slugs.find((slug) => slug === agency) ?? null,
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  };
}
