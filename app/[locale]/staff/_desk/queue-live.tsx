'use client';

import { useEffect, useState } from 'react';
import type { WorkView } from '@/lib/cases/queue/views';
import { type DueWords, dueInWords } from '@/lib/clocks/remaining';
import { filled } from '@/lib/i18n/filled';

type View = { view: WorkView | 'reports'; label: string; href: string; count: string | null };
type Said = { label: string; fresh: string; changed: string; reload: string; lapsed: string };
type Props = {
  views: readonly View[];
  current: string;
  said: Said;
  due: DueWords;
  /** Where the list is looked at again; null for a list that is not. */
  address: string | null;
  version: string;
  /** This list anew. */
  reload: string;
};

type News = { kind: 'fresh'; count: number } | { kind: 'changed' } | { kind: 'lapsed' } | null;
type Answer = { counts: Record<string, string>; version: string; refs: string[] };

const EVERY_MS = 25_000;
const MOST_MS = 300_000;

/**
 * The saved views, whose counts are kept true while the page is looked at. The rows stay where they are under the hands: what is new is only
 * told. Asking does not count as being there, so a session that nobody uses runs out, and the page says so. Without a script: links.
 */
export function QueueLive({ views, current, said, due, address, version, reload }: Props) {
  const [counts, setCounts] = useState<Record<string, string>>({});
  const [news, setNews] = useState<News>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list or another page of it begins anew
  useEffect(() => {
    setCounts({});
    setNews(null);
  }, [version, address, views]);

  useEffect(() => {
    const tick = () => {
      for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-due]')) {
        const text = dueInWords(due, new Date(time.dateTime), new Date());
        if (time.firstChild && time.firstChild.nodeValue !== text) time.firstChild.nodeValue = text;
      }
    };
    const timer = setInterval(tick, EVERY_MS);
    return () => clearInterval(timer);
  }, [due]);

  useEffect(() => {
    if (!address) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = EVERY_MS;
    let last = version;
    let over = false;
    let asking = false;
    const look = async () => {
      clearTimeout(timer);
      // Whoever comes back while an answer is under way waits for that one: two rounds would never become one again.
      if (over || asking || document.hidden) return;
      asking = true;
      try {
        const response = await fetch(address, {
          redirect: 'manual',
          cache: 'no-store',
          headers: { 'if-none-match': `"${last}"` },
        });
        if (over) return;
        if (response.type === 'opaqueredirect' || response.status === 404) {
          over = true;
          return setNews({ kind: 'lapsed' });
        }
        if (response.status !== 304) {
          if (!response.ok) throw new Error(String(response.status));
          const answer = (await response.json()) as Answer;
          last = response.headers.get('etag')?.replaceAll('"', '') ?? last;
          setCounts(answer.counts);
          setNews(newsIn(answer, version));
        }
        wait = EVERY_MS;
      } catch {
        // The network or the server is away: the list on the screen is what was, and is asked after less often.
        wait = Math.min(wait * 2, MOST_MS);
      } finally {
        asking = false;
      }
      timer = setTimeout(look, wait);
    };
    const onSight = () => {
      if (document.hidden) clearTimeout(timer);
      else void look();
    };
    timer = setTimeout(look, wait);
    document.addEventListener('visibilitychange', onSight);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onSight);
    };
  }, [address, version]);

  return (
    <>
      <nav aria-label={said.label} data-no-print="">
        <ul className="flex flex-wrap gap-1">
          {views.map(({ view, label, href, count }) => (
            // On a narrow screen a view that holds nothing leaves its place to the list.
            <li
              key={view}
              className={
                (counts[view] ?? count) === '0' && view !== current && view !== 'mine'
                  ? 'hidden md:block'
                  : ''
              }
            >
              <a
                href={href}
                aria-current={view === current ? 'page' : undefined}
                className="inline-flex min-h-11 items-center gap-2 rounded-md border border-gray-20 px-3 text-small font-bold no-underline hover:bg-primary-5 aria-[current=page]:border-primary-60 aria-[current=page]:bg-primary-5"
              >
                {label}
                {count === null ? null : (
                  <span
                    data-testid={`count-${view}`}
                    className="min-w-6 rounded-sm bg-gray-10 px-1 text-center text-gray-90"
                  >
                    {counts[view] ?? count}
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div role="status" data-testid="queue-news">
        {news ? (
          <p className="rounded-lg border-l-4 border-info-60 bg-info-5 px-4">
            {news.kind === 'fresh' ? filled(said.fresh, { n: news.count }) : said[news.kind]}{' '}
            <a href={reload} className="inline-flex min-h-11 items-center font-bold">
              {said.reload}
            </a>
          </p>
        ) : null}
      </div>
    </>
  );
}

function newsIn(answer: Answer, version: string): News {
  if (answer.version === version) return null;
  const here = new Set(
    [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => row.dataset.row),
  );
  const fresh = answer.refs.filter((ref) => !here.has(ref)).length;
  return fresh > 0 ? { kind: 'fresh', count: fresh } : { kind: 'changed' };
}
