import type { Disagreement } from '@/lib/background/evidence';
import type { Locale } from '@/lib/i18n/locale';
import { Cite } from './cite';

type Props = {
  locale: Locale;
  disagreements: readonly Disagreement[];
  /** Set before the ids, where the same claims stand on the page already. */
  prefix?: string;
};

/** Points in dispute: every version in a box of its own, side by side where there is room, and our note below. */
export function DisagreementList({ locale, disagreements, prefix = '' }: Props) {
  return (
    <ul className="space-y-8">
      {disagreements.map(({ id, point, sides, note }) => (
        <li key={id} id={`${prefix}${id}`} className="scroll-mt-4 break-inside-avoid">
          <h3 className="text-h4 md:text-h4">{point[locale]}</h3>
          <ul className="mt-2 grid gap-3 md:grid-cols-2">
            {sides.map((claim) => (
              <li
                key={claim.id}
                id={`${prefix}${claim.id}`}
                className="rounded-lg border border-gray-30 px-4 pt-3"
              >
                {claim.by ? <p className="text-small text-gray-70">{claim.by[locale]}</p> : null}
                <p className="font-bold">{claim.text[locale]}</p>
                <Cite locale={locale} claim={claim} />
              </li>
            ))}
          </ul>
          <p className="mt-2 text-small text-gray-70">{note[locale]}</p>
        </li>
      ))}
    </ul>
  );
}
