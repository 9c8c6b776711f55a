import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

const look = 'inline-flex min-h-11 min-w-11 items-center';

/** The way to the first and the next page of a list; nothing where there is one page only. */
export function QueuePages({
  locale,
  first,
  next,
}: {
  locale: Locale;
  first: string | null;
  next: string | null;
}) {
  const { queue: said } = words(locale).staff;
  if (!first && !next) return null;
  return (
    <nav aria-label={said.more} className="flex justify-between gap-4" data-no-print="">
      {first ? (
        <a href={first} className={look}>
          {said.first}
        </a>
      ) : (
        <span />
      )}
      {next ? (
        <a href={next} rel="next" className={`${look} font-bold`}>
          {said.next}
        </a>
      ) : null}
    </nav>
  );
}
