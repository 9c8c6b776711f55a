import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { readCase } from '@/lib/cases/reading/commands';
import { writeSeen } from '@/lib/cases/seen-case';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { consentsOfCase } from '@/lib/referrals/grounds/queries';
import { listReferrals } from '@/lib/referrals/queries';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../../_desk/act';
import { ActNotice, type OutcomeSearch, readOutcome } from '../../../_desk/act-notice';
import { PageTitle } from '../../../_desk/page-title';
import { HandOvers } from '../_parts/hand-overs';
import { handOverPlace } from '../hand-over-place';

type Params = Promise<{ locale: string; number: string }>;
type Props = { params: Params; searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params;
  return { title: words(await localeOf(params)).desk.handOvers.ofCase(number.slice(0, 20)) };
}

/** The hand-overs of one case by themselves, for whoever comes from the list of all of them. Opening it opens the case, and is recorded. */
export default async function CaseHandOversPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.read');
  const found = await readCase(database(), actor, (await params).number, 'AGENCIES');
  if (!found) notFound();
  const place = handOverPlace(found.number, 'hand-overs');
  const typedIn = (form: string) => findTyped(database(), actor.id, keptPlace(place, form));
  const [handOvers, agencies, consents, draft, release, send, step] = await Promise.all([
    listReferrals(database(), actor, found.number),
    listAgencies(database(), actor),
    consentsOfCase(database(), actor, found.number),
    typedIn('hand-over-draft'),
    typedIn('hand-over-release'),
    typedIn('hand-over-send'),
    typedIn('hand-over-step'),
  ]);
  const outcome = readOutcome(await searchParams);
  const said = words(locale).desk.handOvers;
  const link = 'inline-flex min-h-11 items-center';
  return (
    <div className="space-y-4">
      <p className="flex flex-wrap gap-x-6">
        <a href={`/${locale}/staff/cases/${found.number}`} className={link}>
          {said.backToCase}
        </a>
        <a href={`/${locale}/staff/hand-overs`} className={link}>
          {said.allOfThem}
        </a>
      </p>
      <PageTitle>{said.ofCase(found.number)}</PageTitle>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={said}
        anchors={{
          'hand-over-draft': 'hand-over',
          'hand-over-send': 'hand-overs',
          'hand-over-release': 'hand-overs',
          'hand-over-step': 'hand-overs',
        }}
        kept={[draft, release, send, step].some((typed) => typed !== null)}
      />
      <HandOvers
        seen={writeSeen({ ...found, at: now() })}
        locale={locale}
        actor={actor}
        found={found}
        page="hand-overs"
        handOvers={handOvers}
        agencies={agencies}
        consents={consents}
        typed={{ draft, release, send, step }}
        outcome={outcome}
      />
    </div>
  );
}
