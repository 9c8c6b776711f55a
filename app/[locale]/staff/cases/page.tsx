import type { Metadata } from 'next';
import { Notice } from '@/app/_components/notice';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { caseLists } from '@/lib/cases/code-lists';
import { readListCursor, writeListCursor } from '@/lib/cases/list/cursor';
import { type CaseListFilters, listCases } from '@/lib/cases/list/queries';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { requireStaff } from '@/lib/staff/session';
import { PageTitle } from '../_desk/page-title';
import { CaseFilterForm } from './_parts/case-filter-form';
import { CaseTable } from './_parts/case-table';

type Search = Partial<Record<'state' | 'after' | 'recused', string | string[]>>;
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.case.list.title };
}

const link = 'inline-flex min-h-11 min-w-11 items-center';

/** Every case, so that a closed one is found again. What is to be done next, the queue knows. */
export default async function CasesPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.read');
  const search = await searchParams;
  const filters = readFilters(search);
  const { rows, next } = await listCases(database(), actor, filters);
  const { list: said } = words(locale).desk.case;
  const here = `/${locale}/staff/cases`;
  const address = (after?: string) => {
    const query = new URLSearchParams({
      ...(filters.state === 'OPEN' ? {} : { state: filters.state }),
      ...(after ? { after } : {}),
    }).toString();
    return query ? `${here}?${query}` : here;
  };
  return (
    <div className="space-y-4">
      <PageTitle>{said.title}</PageTitle>
      {oneOf(search.recused) ? (
        <Notice locale={locale} tone="success" role="status">
          <p>{said.recused}</p>
        </Notice>
      ) : null}
      <CaseFilterForm locale={locale} state={filters.state} />
      {rows.length > 0 ? (
        <CaseTable locale={locale} rows={rows} />
      ) : (
        <div className="space-y-2 rounded-lg bg-gray-5 p-6">
          <p>{said.empty}</p>
          <p>{said.emptyHint}</p>
          {filters.state === 'ALL' ? null : (
            <p>
              <a href={`${here}?state=ALL`} className={link}>
                {said.showAll}
              </a>
            </p>
          )}
        </div>
      )}
      {filters.after || next ? (
        <nav aria-label={said.more} className="flex justify-between gap-4">
          {filters.after ? (
            <a href={address()} className={link}>
              {said.first}
            </a>
          ) : (
            <span />
          )}
          {next ? (
            <a href={address(writeListCursor(next))} rel="next" className={`${link} font-bold`}>
              {said.next}
            </a>
          ) : null}
        </nav>
      ) : null}
      <p className="text-small text-gray-70">{words(locale).staff.chrome.times}</p>
    </div>
  );
}

/** What the address asks for; anything unknown in it counts as not asked. */
function readFilters(search: Search): CaseListFilters {
  const state = oneOf(search.state);
  const known = caseLists.case_state.find((one) => one === state);
  return {
    state: state === 'ALL' ? 'ALL' : (known ?? 'OPEN'),
    after: readListCursor(oneOf(search.after)),
  };
}
