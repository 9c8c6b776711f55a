import type { ReactNode } from 'react';
import { Choice } from '@/app/_components/choice';
import { words } from '@/lib/i18n/words';
import type { Agency } from '@/lib/referrals/agencies/queries';
import { agencyFit } from '@/lib/referrals/fit';
import { isMask } from '@/lib/referrals/masks';
import type { HandOversProps } from './hand-overs';

type Props = HandOversProps & { error: ReactNode; chosen: string | undefined };

/** Whom it can be handed to: those that everybody consented to first, then the others with what stands in the way. */
export function HandOverAgencies({ locale, agencies, consents, error, chosen }: Props) {
  const said = words(locale).desk.handOvers.draft;
  const inUse = agencies
    .filter((agency) => agency.inUse)
    .map((agency) => ({ agency, fit: agencyFit(agency, consents) }));
  const groups = [
    { title: said.fits, of: inUse.filter(({ fit }) => fit.hindrances.length === 0) },
    { title: said.others, of: inUse.filter(({ fit }) => fit.hindrances.length > 0) },
  ].filter((group) => group.of.length > 0);
  const first = groups[0]?.of[0]?.agency.id;
  return (
    <fieldset className="space-y-2">
      <legend className="font-bold">{said.agency}</legend>
      {error}
      {groups.map((group) => (
        <div key={group.title} className="space-y-2">
          <p className="pt-1 text-gray-70">{group.title}</p>
          <div className="grid gap-2 lg:grid-cols-2">
            {group.of.map(({ agency, fit }) => (
              <Choice
                key={agency.id}
                type="radio"
                id={agency.id === first ? 'handed-to' : `handed-to-${agency.slug}`}
                name="agency"
                value={agency.id}
                label={locale === 'ko' ? agency.nameKo : agency.nameEn}
                hint={<AgencyHint locale={locale} agency={agency} fit={fit} />}
                defaultChecked={chosen === agency.id}
              />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

type HintProps = Pick<Props, 'locale'> & { agency: Agency; fit: ReturnType<typeof agencyFit> };

function AgencyHint({ locale, agency, fit }: HintProps) {
  const { agencies, handOvers } = words(locale).desk;
  const said = handOvers.draft;
  const facts = [
    isMask(agency.mask) ? `${agencies.mask}: ${agencies.masks[agency.mask]}` : '',
    agency.consent ? said.agreed(fit.agreed, fit.of) : '',
    agency.contact && !agency.verifiedOn ? said.unverified : '',
  ].filter(Boolean);
  return (
    <>
      <p>
        {said.takes}: {locale === 'ko' ? agency.takesKo : agency.takesEn}
      </p>
      <p>{facts.join(' · ')}</p>
      {fit.hindrances.map((why) => (
        <p key={why} className="text-gray-90">
          {said.hindrances[why]}
        </p>
      ))}
    </>
  );
}
