import { caseWord } from '@/lib/cases/code-words';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { SearchHit } from '@/lib/search/commands';
import { LevelTag } from '../_desk/level-tag';

/** What was found, the newest first, each with the place where it stands. */
export function HitList({ locale, hits }: { locale: Locale; hits: readonly SearchHit[] }) {
  return (
    <ol className="space-y-2">
      {hits.map((hit) => (
        <Hit key={`${hit.kind}/${hit.ref}`} locale={locale} hit={hit} />
      ))}
    </ol>
  );
}

function Hit({ locale, hit }: { locale: Locale; hit: SearchHit }) {
  const said = words(locale).desk.search;
  const folder = hit.kind === 'REPORT' ? 'reports' : 'cases';
  return (
    <li className="rounded-lg border border-gray-20 px-4 py-2" data-testid="search-hit">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a
          href={`/${locale}/staff/${folder}/${hit.ref}`}
          className="inline-flex min-h-11 items-center font-mono font-bold"
        >
          {hit.ref}
        </a>
        <span>{hit.kind === 'REPORT' ? said.report : said.case}</span>
        <LevelTag locale={locale} level={hit.level} />
        <span>{stateWord(locale, hit)}</span>
        <span className="text-small text-gray-70">{seoulMoment(hit.at)}</span>
        <span className="text-small text-gray-70">{said.by[hit.by]}</span>
      </p>
      {hit.snippet.length > 0 ? (
        <p className="[overflow-wrap:anywhere]">
          {hit.snippet.map(({ text, marked }, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place.
            marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </p>
      ) : null}
    </li>
  );
}

function stateWord(locale: Locale, hit: SearchHit): string {
  return hit.kind === 'REPORT'
    ? words(locale).codes.report_state[hit.state]
    : caseWord(locale, 'case_state', hit.state);
}
