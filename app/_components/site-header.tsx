import type { ReactNode } from 'react';
import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { ExitBar } from './exit-bar';
import { HelpLine } from './help-line';
import { LandingMark } from './landing-mark';

export const toggleLook =
  'inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center rounded-lg px-3 font-bold text-primary-70 underline hover:bg-primary-5';

type Props = {
  locale: Locale;
  /** The page's address without its language, like `/privacy`; empty for the home page. */
  path: string;
  /** Stands in place of the language link, where following a link would lose what was typed. */
  toggle?: ReactNode;
  /** Adds the quick exit. */
  exit?: boolean;
};

/** Help, name, language, and where needed the way out. */
export function SiteHeader({ locale, path, toggle, exit = false }: Props) {
  const { name, tagline, header } = words(locale).shell;
  const other = otherLocale(locale);
  return (
    <>
      <HelpLine locale={locale} />
      <header className="border-b border-gray-20">
        <div className="mx-auto flex max-w-content items-center justify-between gap-4 px-4 py-2 md:px-6 md:py-3">
          <a
            href={`/${locale}`}
            aria-label={`${name}, ${header.home}`}
            className="inline-flex min-h-11 items-center gap-3 text-gray-90 no-underline"
          >
            <LandingMark className="size-8 text-primary-70 md:size-10" />
            <span className="text-h3-narrow font-bold md:text-h3">{name}</span>{' '}
            <span className="hidden border-l border-gray-30 pl-3 text-small text-gray-70 md:inline">
              {tagline}
            </span>
          </a>
          <nav aria-label={header.languages} data-no-print="">
            {toggle ?? (
              <a href={`/${other}${path}`} lang={other} hrefLang={other} className={toggleLook}>
                {header.otherLanguageName}
              </a>
            )}
          </nav>
        </div>
      </header>
      {exit ? <ExitBar locale={locale} /> : null}
    </>
  );
}
