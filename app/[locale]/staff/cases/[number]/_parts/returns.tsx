import { LinkButton } from '@/app/_components/button';
import { StatusTag } from '@/app/_components/status-tag';
import type { ReturnHead } from '@/lib/cases/returns/queries';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { BlockTitle } from '../../../_desk/page-title';
import { planPlace } from '../_returns/place';
import { type CasePage, may } from './case-page';

type Props = { page: CasePage; returns: readonly ReturnHead[] };

/** The return operations that take people of a case home. */
export function Returns({ page, returns }: Props) {
  const { locale, found } = page;
  const { returns: said } = words(locale).desk;
  return (
    <section aria-labelledby="returns" className="space-y-3">
      <BlockTitle id="returns">{said.heading}</BlockTitle>
      {returns.length === 0 ? <p className="text-small">{said.none}</p> : null}
      <ul className="text-small">
        {returns.map((one) => (
          <li
            key={one.id}
            data-testid="case-return"
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-gray-10 py-1"
          >
            <a
              href={`/${locale}/staff/returns/${one.id}`}
              className="inline-flex min-h-11 items-center font-bold"
            >
              {said.title(seoulMoment(one.decidedAt))}
            </a>
            <StatusTag>{said.states[one.state]}</StatusTag>
            <span>{said.people(one.people)}</span>
            {one.dueAt ? <span className="text-gray-70">{said.due(seoulMoment(one.dueAt))}</span> : null}
            {one.overdue ? <StatusTag tone="danger">{said.overdue}</StatusTag> : null}
          </li>
        ))}
      </ul>
      {may(page, 'case.work') && found.state !== 'CLOSED' ? (
        <p data-no-print="">
          <LinkButton variant="secondary" href={`/${locale}${planPlace(found.number).path}`}>
            {said.plan.open}
          </LinkButton>
        </p>
      ) : null}
    </section>
  );
}
