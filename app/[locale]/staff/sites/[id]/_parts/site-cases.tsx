import { StatusTag } from '@/app/_components/status-tag';
import { caseWord } from '@/lib/cases/code-words';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskSite } from '@/lib/linking/sites/reading/commands';
import { LevelTag } from '../../../_desk/level-tag';
import { BlockTitle } from '../../../_desk/page-title';

/** The cases at a site that the reader may open, and how many more there are. */
export function SiteCases({ locale, found }: { locale: Locale; found: DeskSite }) {
  const { page: said } = words(locale).desk.sites;
  return (
    <section aria-labelledby="cases" className="min-w-0 space-y-2">
      <BlockTitle id="cases">{said.cases}</BlockTitle>
      {found.cases.length === 0 ? <p className="text-small">{said.noCases}</p> : null}
      <ul className="text-small">
        {found.cases.map((one) => (
          <li
            key={one.number}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-gray-10 py-1"
          >
            <a
              href={`/${locale}/staff/cases/${one.number}`}
              className="inline-flex min-h-11 items-center font-mono"
            >
              {one.number}
            </a>
            <LevelTag locale={locale} level={one.level} />
            <span>{caseWord(locale, 'case_state', one.state)}</span>
            {one.safetyUnconfirmed ? <StatusTag tone="danger">{said.unconfirmed}</StatusTag> : null}
          </li>
        ))}
      </ul>
      {found.hidden > 0 ? <p className="text-small text-gray-70">{said.hidden(found.hidden)}</p> : null}
    </section>
  );
}
