import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { codeLists } from '@/lib/reports/code-lists';
import { readCursor, writeCursor } from '@/lib/reports/desk/cursor';
import { listQueue, type QueueFilters } from '@/lib/reports/desk/queries';
import { can } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { levels } from '@/lib/urgency/levels';
import { PageTitle } from './_desk/page-title';
import { QueueFilterForm } from './_desk/queue-filter-form';
import { QueueTable } from './_desk/queue-table';
import { RecoveryNotice } from './_desk/recovery-notice';

type Search = { state?: string | string[]; level?: string | string[]; after?: string | string[] };
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).staff.queue.title };
}

/** The queue. Whoever may not see it lands on what they may see. */
export default async function QueuePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff(null);
  if (!can(actor.roles, 'queue.view')) {
    if (can(actor.roles, 'account.list')) redirect(`/${locale}/staff/accounts`);
    if (can(actor.roles, 'audit.view')) redirect(`/${locale}/staff/audit`);
    return <NothingHere locale={locale} />;
  }
  const filters = readFilters(await searchParams);
  const queue = await listQueue(database(), actor, filters);
  const { queue: said } = words(locale).staff;
  const here = `/${locale}/staff`;
  const address = (after?: string) => {
    const query = new URLSearchParams({
      ...(filters.state === 'OPEN' ? {} : { state: filters.state }),
      ...(filters.level ? { level: filters.level } : {}),
      ...(after ? { after } : {}),
    }).toString();
    return query ? `${here}?${query}` : here;
  };
  return (
    <div className="space-y-4">
      <RecoveryNotice locale={locale} actor={actor} />
      <div className="flex flex-wrap items-baseline gap-x-4">
        <PageTitle>{said.title}</PageTitle>
        <p data-testid="queue-count">{said.count(queue.total)}</p>
      </div>
      <QueueFilterForm locale={locale} filters={filters} />
      {queue.rows.length > 0 ? (
        <QueueTable locale={locale} rows={queue.rows} />
      ) : (
        <div className="space-y-2 rounded-lg bg-gray-5 p-6">
          <p>{filters.state === 'OPEN' && !filters.level ? said.emptyAll : said.empty}</p>
          <p>
            <a href={`${here}?state=ALL`} className="inline-flex min-h-11 min-w-11 items-center">
              {said.showAll}
            </a>
          </p>
        </div>
      )}
      {filters.after || queue.next ? (
        <nav aria-label={said.more} className="flex justify-between gap-4">
          {filters.after ? (
            <a href={address()} className="inline-flex min-h-11 min-w-11 items-center">
              {said.first}
            </a>
          ) : (
            <span />
          )}
          {queue.next ? (
            <a
              href={address(writeCursor(queue.next))}
              rel="next"
              className="inline-flex min-h-11 min-w-11 items-center font-bold"
            >
              {said.next}
            </a>
          ) : null}
        </nav>
      ) : null}
      <p className="text-small text-gray-70">{words(locale).staff.chrome.times}</p>
    </div>
  );
}

function NothingHere({ locale }: { locale: 'ko' | 'en' }) {
  const { nothingHere } = words(locale).staff;
  return (
    <div className="space-y-4">
      <PageTitle>{nothingHere.title}</PageTitle>
      <p>{nothingHere.body}</p>
    </div>
  );
}

/** What the address asks for; anything unknown in it counts as not asked. */
function readFilters(search: Search): QueueFilters {
  const [state, level] = [oneOf(search.state), oneOf(search.level)];
  const known = codeLists.report_state.find((one) => one === state);
  return {
    state: state === 'ALL' ? 'ALL' : (known ?? 'OPEN'),
    level: levels.find((one) => one === level) ?? null,
    after: readCursor(oneOf(search.after)),
  };
}
