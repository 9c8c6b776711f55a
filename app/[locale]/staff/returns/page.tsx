import type { Metadata } from 'next';
import { StatusTag } from '@/app/_components/status-tag';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { readReturnCursor, writeReturnCursor } from '@/lib/cases/returns/cursor';
import { listReturns } from '@/lib/cases/returns/reading/commands';
import { database } from '@/lib/database';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { requireStaff } from '@/lib/staff/session';
import { ActNotice, type OutcomeSearch, readOutcome } from '../_desk/act-notice';
import { PageTitle } from '../_desk/page-title';
import { QueuePages } from '../_desk/queue-pages';

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
      {rows.length > 0 ? (
        <div className="overflow-x-auto">
          <table className="w-full text-left text-small">
            <caption className="pb-2 text-left text-gray-70">{said.caption}</caption>
            <thead>
              <tr className="border-y border-gray-30 bg-gray-5">
                {[said.decided, said.state, said.planned, said.route, said.people, said.due].map((head) => (
                  <th key={head} scope="col" className="px-3 py-2">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id} className="border-b border-gray-20">
                  <th scope="row" className="px-3 py-0.5 font-normal">
                    <a
                      href={`/${locale}/staff/returns/${row.id}`}
                      className="inline-flex min-h-11 items-center whitespace-nowrap"
                    >
                      {seoulMoment(row.decidedAt)}
                    </a>
                  </th>
                  <td className="px-3 py-0.5">{returns.states[row.state]}</td>
                  <td className="px-3 py-0.5">
                    {row.plannedAt ? seoulMoment(row.plannedAt) : returns.noPlan}
                  </td>
                  <td className="px-3 py-0.5">
                    {[row.plan.from, row.plan.to].filter(Boolean).join(' → ') || '–'}
                    {row.plan.flight ? ` (${row.plan.flight})` : ''}
                  </td>
                  <td className="px-3 py-0.5">{row.people}</td>
                  <td className="px-3 py-0.5">
                    {row.dueAt ? seoulMoment(row.dueAt) : '–'}{' '}
                    {row.overdue ? <StatusTag tone="danger">{returns.overdue}</StatusTag> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <QueuePages
        locale={locale}
        first={after ? here : null}
        next={next && `${here}?after=${writeReturnCursor(next)}`}
      />
    </div>
  );
}
