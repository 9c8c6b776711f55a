import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import type { ApprovalAbout } from '@/lib/cases/approving/queries';
import { readApprovals } from '@/lib/cases/approving/reading/commands';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../_desk/act';
import { ActNotice, type OutcomeSearch, readOutcome } from '../_desk/act-notice';
import { ApprovalCard } from '../_desk/approval-card';
import { BlockTitle, PageTitle } from '../_desk/page-title';
import { GlassList } from './glass-list';

type Props = LocaleProps & { searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.approvals.title };
}

/** What waits for a second person, what one person did alone and another has to review, and what came of the latest. */
export default async function ApprovalsPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('approval.request');
  const board = await readApprovals(database(), actor);
  if (!board) notFound();
  const outcome = readOutcome(await searchParams);
  const typed = await findTyped(database(), actor.id, keptPlace({ path: '', kept: 'approvals' }, 'approval'));
  const names = await agencyNames(locale, actor, [...board.pending, ...board.settled]);
  const { approvals: said } = words(locale).desk;
  const cards = (found: readonly ApprovalAbout[]) =>
    found.map((approval) => (
      <ApprovalCard
        key={approval.id}
        locale={locale}
        approval={{ ...approval, agency: names.get(String(approval.payload.agency)) ?? null }}
        from=""
        actor={actor}
        typed={typed}
        outcome={outcome}
      />
    ));
  return (
    <div className="max-w-reading space-y-6">
      <PageTitle>{said.title}</PageTitle>
      <p>{said.intro}</p>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={said}
        anchors={outcome.seen ? { approval: `approval-${outcome.seen}` } : {}}
        kept={Boolean(typed)}
      />
      <GlassList locale={locale} glasses={board.glasses} />
      <section aria-labelledby="pending" className="space-y-3">
        <BlockTitle id="pending">{said.pending}</BlockTitle>
        {board.pending.length > 0 ? cards(board.pending) : <p>{said.nothingPending}</p>}
      </section>
      <section aria-labelledby="recent" className="space-y-3">
        <BlockTitle id="recent">{said.recent}</BlockTitle>
        <p className="text-small text-gray-70">
          {board.settled.length > 0 ? said.recentHint : said.nothingRecent}
        </p>
        {cards(board.settled)}
      </section>
    </div>
  );
}

/** The agencies that hand-overs abroad would go to, by their slug. */
async function agencyNames(
  locale: Locale,
  actor: Awaited<ReturnType<typeof requireStaff>>,
  found: readonly ApprovalAbout[],
): Promise<Map<string, string>> {
  if (!found.some(({ act }) => act === 'SEND_ABROAD')) return new Map();
  const agencies = await listAgencies(database(), actor);
  return new Map(agencies.map((one) => [one.slug, locale === 'ko' ? one.nameKo : one.nameEn]));
}
