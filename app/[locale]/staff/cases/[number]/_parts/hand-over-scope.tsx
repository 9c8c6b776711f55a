import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { MASK_RULES, MASKS } from '@/lib/referrals/masks';

const cell = 'block px-2 py-1 align-top md:table-cell';

/** What each scope hands over, read from the rules that a package is built by. */
export function HandOverScope({ locale }: { locale: Locale }) {
  const { agencies, handOvers } = words(locale).desk;
  const said = handOvers.draft;
  const heads = [said.scopeOf, said.reporter, said.persons, said.answers];
  const sections = said.sections;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-bold">{said.scope}</summary>
      <table className="block w-full md:table">
        <caption className="sr-only">{said.scopeCaption}</caption>
        <thead className="sr-only md:not-sr-only md:table-header-group">
          <tr className="border-y border-gray-30 bg-gray-5">
            {heads.map((head) => (
              <th key={head} scope="col" className="px-2 py-1 text-left">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {MASKS.map((mask) => {
            const rule = MASK_RULES[mask];
            return (
              <tr key={mask} className="block border-b border-gray-20 md:table-row">
                <th scope="row" className={`${cell} text-left`}>
                  {agencies.masks[mask]}
                </th>
                <td className={cell}>
                  <span className="md:hidden">{said.reporter}: </span>
                  {rule.reporter ? said.yes : said.no}
                </td>
                <td className={cell}>
                  <span className="md:hidden">{said.persons}: </span>
                  {rule.persons ? said.yes : said.no}
                </td>
                <td className={cell}>{rule.sections.map((id) => sections[id] ?? id).join(', ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="pt-2">{said.never}</p>
    </details>
  );
}
