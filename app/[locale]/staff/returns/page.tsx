import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { readReturnCursor, writeReturnCursor } from '@/lib/cases/returns/cursor';
import { listReturns } from '@/lib/cases/returns/reading/commands';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { requireStaff } from '@/lib/staff/session';
import { ActNotice, type OutcomeSearch, readOutcome } from '../_desk/act-notice';
import { PageTitle } from '../_desk/page-title';
import { QueuePages } from '../_desk/queue-pages';
import { ReturnTable } from './return-table';

type Search = OutcomeSearch & { after?: string | string[] };
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.returns.list.title };
}

/** The return operations, the open ones first by when their 30 days end. */
export default async function ReturnsPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.read');
  const search = await searchParams;
  const after = readReturnCursor(oneOf(search.after));
  const { rows, next } = await listReturns(database(), actor, { after });
  const here = `/${locale}/staff/returns`;
  const { returns } = words(locale).desk;
  const { list: said } = returns;
  return (
    <div className="space-y-4">
      <PageTitle>{said.title}</PageTitle>
      <ActNotice locale={locale} outcome={readOutcome(search)} said={returns} />
      {rows.length === 0 ? <p className="rounded-lg bg-gray-5 p-6">{said.empty}</p> : null}
      {rows.length > 0 ? <ReturnTable locale={locale} rows={rows} /> : null}
      <QueuePages
        locale={locale}
        first={after ? here : null}
        next={next && `${here}?after=${writeReturnCursor(next)}`}
      />
    </div>
  );
}
