import type { DeskCase } from '@/lib/cases/reading/commands';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { Agency } from '@/lib/referrals/agencies/queries';
import type { ConsentGiven } from '@/lib/referrals/fit';
import type { Referral } from '@/lib/referrals/queries';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Outcome } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import type { HandOverPage } from '../hand-over-place';
import { HandOverCard } from './hand-over-card';
import { HandOverDraft } from './hand-over-draft';

/** What was typed into each of the forms before, by the form's name after `hand-over-`. */
export type HandOverTyped = Partial<Record<'draft' | 'release' | 'send' | 'step', KeptFields | null>>;

export type HandOversProps = {
  locale: Locale;
  actor: StaffActor;
  found: DeskCase;
  page: HandOverPage;
  /** The case as it stands before whoever looks (lib/cases/seen-case.ts). */
  seen: string;
  handOvers: readonly Referral[];
  agencies: readonly Agency[];
  consents: readonly ConsentGiven[];
  typed: HandOverTyped;
  outcome: Outcome;
};

/** What was handed over of a case, what came of it, and the next one. Its first field is `hand-over`. */
export function HandOvers(props: HandOversProps) {
  const { locale, actor, found, handOvers, page } = props;
  const said = words(locale).desk.handOvers;
  const mayWrite = can(actor.roles, 'referral.write');
  return (
    <section aria-labelledby="hand-overs" className="space-y-4">
      {page === 'case' ? (
        <BlockTitle id="hand-overs">{said.title}</BlockTitle>
      ) : (
        <h2 id="hand-overs" className="sr-only">
          {said.title}
        </h2>
      )}
      <p className="text-small text-gray-70">{said.own}</p>
      {handOvers.length === 0 ? <p className="text-small">{said.none}</p> : null}
      {handOvers.map((handOver) => (
        <HandOverCard key={handOver.id} {...props} handOver={handOver} />
      ))}
      {mayWrite && found.state === 'CLOSED' ? <p className="text-small">{said.draft.closed}</p> : null}
      {mayWrite && found.state !== 'CLOSED' && found.reports.length === 0 ? (
        <p className="text-small">{said.draft.noReports}</p>
      ) : null}
      {mayWrite && found.state !== 'CLOSED' && found.reports.length > 0 ? <HandOverDraft {...props} /> : null}
    </section>
  );
}
