import type { Claim } from '@/lib/background/evidence';
import type { Locale } from '@/lib/i18n/locale';
import { Cite } from './cite';

type Props = {
  locale: Locale;
  claims: readonly Claim[];
  /** Says before each statement who makes it. */
  speakers?: boolean;
};

/** Claims one under the other, each with its source at it. */
export function ClaimList({ locale, claims, speakers = false }: Props) {
  return (
    <ul className="space-y-3">
      {claims.map((claim) => (
        <li key={claim.id} id={claim.id} className="scroll-mt-4 target:bg-primary-5">
          {speakers && claim.by ? (
            <p className="text-small font-bold first-letter:uppercase">{claim.by[locale]}</p>
          ) : null}
          <p>{claim.text[locale]}</p>
          <Cite locale={locale} claim={claim} />
        </li>
      ))}
    </ul>
  );
}
