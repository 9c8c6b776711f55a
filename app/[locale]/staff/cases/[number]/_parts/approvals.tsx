import type { ApprovalWithNews } from '@/lib/cases/approving/news/queries';
import { words } from '@/lib/i18n/words';
import { ApprovalCard } from '../../../_desk/approval-card';
import { BlockTitle } from '../../../_desk/page-title';
import type { CasePage } from './case-page';

/** What waits for a second person, first; what was decided before, out of the way. */
export function Approvals({ page }: { page: CasePage }) {
  const { approvals: said, sections } = words(page.locale).desk.case;
  const waiting = page.found.approvals.filter(({ state }) => state === 'PENDING');
  const past = page.found.approvals.filter(({ state }) => state !== 'PENDING');
  return (
    <section aria-labelledby="approvals" className="space-y-3">
      <BlockTitle id="approvals">{sections.approvals}</BlockTitle>
      {waiting.length === 0 ? <p className="text-small">{said.none}</p> : null}
      <Cards page={page} approvals={waiting} />
      {past.length > 0 ? (
        <details className="text-small">
          <summary className="flex min-h-11 cursor-pointer items-center">{said.past(past.length)}</summary>
          <div className="space-y-3">
            <Cards page={page} approvals={past} />
          </div>
        </details>
      ) : null}
    </section>
  );
}

function Cards({ page, approvals }: { page: CasePage; approvals: readonly ApprovalWithNews[] }) {
  const { locale, found, actor, typed, outcome, agencies } = page;
  return approvals.map((approval) => (
    <ApprovalCard
      key={approval.id}
      locale={locale}
      approval={{ ...approval, agency: agencies[String(approval.payload.referral)] ?? null }}
      from={found.number}
      actor={actor}
      typed={typed.approval}
      outcome={outcome}
    />
  ));
}
