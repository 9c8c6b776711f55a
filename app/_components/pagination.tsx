import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

type Props = { locale: Locale; newerHref?: string | undefined; olderHref?: string | undefined };

/** Newer and older, for lists cut by key rather than by page number. */
export function Pagination({ locale, newerHref, olderHref }: Props) {
  if (!newerHref && !olderHref) return null;
  const pagination = words(locale).shell.pagination;
  const look = 'inline-flex min-h-11 items-center px-2 font-bold';
  return (
    <nav aria-label={pagination.label} className="mt-6 flex justify-between gap-4">
      {newerHref ? (
        <a href={newerHref} rel="prev" className={look}>
          {pagination.newer}
        </a>
      ) : (
        <span />
      )}
      {olderHref ? (
        <a href={olderHref} rel="next" className={look}>
          {pagination.older}
        </a>
      ) : null}
    </nav>
  );
}
