import { TIMELINE_FILTERS, type TimelineFilter } from '@/lib/cases/event-kinds';
import type { TimelineEntry } from '@/lib/cases/reading/queries';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { BlockTitle } from '../../../_desk/page-title';
import type { CasePage } from './case-page';
import { entryWords } from './entry-words';
import { PrintButton } from './print-button';

/** Everything that happened, the newest first, in one list; narrowed by a link, so that an address shows the same to a colleague. */
export function Timeline({ page }: { page: CasePage }) {
  const { locale, found, filter } = page;
  const { timeline: said, case: caseSaid } = words(locale).desk;
  const here = `/${locale}/staff/cases/${found.number}`;
  return (
    <section aria-labelledby="timeline" className="space-y-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <BlockTitle id="timeline">{said.title}</BlockTitle>
        <PrintButton>{caseSaid.print.button}</PrintButton>
      </div>
      <nav aria-label={said.filter} data-no-print="">
        <ul className="flex flex-wrap gap-x-1 text-small">
          {(Object.keys(TIMELINE_FILTERS) as TimelineFilter[]).map((one) => (
            <li key={one}>
              <a
                href={`${one === 'ALL' ? here : `${here}?timeline=${one}`}#timeline`}
                aria-current={one === filter ? 'true' : undefined}
                className="inline-flex min-h-11 items-center rounded-md px-3 aria-[current]:bg-primary-5 aria-[current]:font-bold"
              >
                {said.filters[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="text-small text-gray-70">
        {filter === 'ALL' ? null : `${said.filters[filter]}: `}
        {found.timeline.length === 0 ? said.none : said.count(found.timeline.length)}
      </p>
      <Entries page={page} entries={found.timeline} />
    </section>
  );
}

/** Entries as they stand in the timeline. */
export function Entries({ page, entries }: { page: CasePage; entries: readonly TimelineEntry[] }) {
  const said = words(page.locale).desk.timeline;
  return (
    <ol className="text-small" data-testid="timeline">
      {entries.map((entry) => {
        const { who, what, lines } = entryWords(page, entry);
        return (
          <li
            key={`${entry.kind}-${entry.id}`}
            className="grid break-inside-avoid gap-x-4 border-b border-gray-10 py-1 md:grid-cols-[8rem_1fr]"
          >
            <p className="text-gray-70">
              <time dateTime={entry.at.toISOString()}>{seoulMoment(entry.at)}</time>
            </p>
            <div className="min-w-0">
              <p>
                <strong>{said.kinds[entry.kind]}</strong>
                {what ? ` ${what}` : null} <span className="text-gray-70">· {who}</span>
              </p>
              {lines.length > 0 ? <p className="whitespace-pre-line">{lines.join('\n')}</p> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
