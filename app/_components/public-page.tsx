import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

const columns = { content: '', form: 'max-w-form', reading: 'max-w-reading' } as const;

type Props = {
  locale: Locale;
  /** The page's address without its language, like `/privacy`; empty for the home page. */
  path: string;
  toggle?: ReactNode;
  exit?: boolean;
  /** `form` and `reading` keep lines short; `content` uses the whole width. */
  width?: keyof typeof columns;
  children: ReactNode;
  /** Made at build and the same for everybody (decision 0017): nothing of it can come from the settings. */
  prerendered?: boolean;
  /** Stands beside the column where there is room, below it where there is not. */
  aside?: ReactNode;
};

/**
 * A whole public page: skip link, header, main, footer. Each page wraps itself in it rather than a layout doing so, because
 * only the page knows its own address, whether its language toggle must send a form, and whether it needs a way out.
 */
export function PublicPage({
  locale,
  path,
  toggle,
  exit,
  width = 'content',
  aside,
  children,
  prerendered = false,
}: Props) {
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#main"
        className="sr-only rounded-lg bg-gray-90 font-bold text-gray-0 focus:not-sr-only focus:absolute focus:top-1 focus:left-1 focus:z-10 focus:px-4 focus:py-2"
      >
        {words(locale).shell.skip}
      </a>
      <SiteHeader locale={locale} path={path} toggle={toggle} exit={exit} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-content flex-1 px-4 pt-8 md:px-6 md:pt-12"
      >
        {aside ? (
          <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,38rem)_1fr]">
            <div className="min-w-0">{children}</div>
            <div className="min-w-0 max-w-medium">{aside}</div>
          </div>
        ) : (
          <div className={columns[width]}>{children}</div>
        )}
      </main>
      <SiteFooter locale={locale} prerendered={prerendered} />
    </div>
  );
}
