import { database } from '@/lib/database';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { consentsOfCase } from '@/lib/referrals/grounds/queries';
import { listReferrals } from '@/lib/referrals/queries';
import type { StaffActor } from '@/lib/staff/session';
import type { CasePage } from './case-page';
import { HandOvers } from './hand-overs';

type Props = { page: CasePage; actor: StaffActor };

/** The hand-overs of a case on its own page. */
export async function CaseHandOvers({ page, actor }: Props) {
  const { locale, found, outcome, typed, seen } = page;
  const [handOvers, agencies, consents] = await Promise.all([
    listReferrals(database(), actor, found.number),
    listAgencies(database(), actor),
    consentsOfCase(database(), actor, found.number),
  ]);
  return (
    <HandOvers
      locale={locale}
      actor={actor}
      found={found}
      page="case"
      seen={seen}
      handOvers={handOvers}
      agencies={agencies}
      consents={consents}
      typed={{
        draft: typed['hand-over-draft'] ?? null,
        release: typed['hand-over-release'] ?? null,
        step: typed['hand-over-step'] ?? null,
      }}
      outcome={outcome}
    />
  );
}
