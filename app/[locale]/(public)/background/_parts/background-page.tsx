import type { ReactNode } from 'react';
import { PublicPage } from '@/app/_components/public-page';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { BackgroundNav } from './background-nav';
import { PageNotes } from './page-notes';

type Props = {
  locale: Locale;
  /** The last part of the address; empty for the overview. */
  slug: string;
  title: string;
  lead: string;
  children: ReactNode;
  /** On pages of advice of our own: nothing of them rests on the articles. */
  own?: boolean;
};

/** A background page: title, text, then beside or below it the way to the others, and how far it can be trusted. */
export function BackgroundPage({ locale, slug, title, lead, children, own = false }: Props) {
  const { shell } = words(locale).background;
  return (
    <PublicPage locale={locale} path={slug ? `/background/${slug}` : '/background'} prerendered>
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_15rem] print:block">
        <article className="min-w-0">
          {slug ? (
            <a href={`/${locale}/background`} className="inline-flex min-h-11 items-center" data-no-print="">
              {shell.name}: {shell.pages['']}
            </a>
          ) : null}
          <h1>{title}</h1>
          <p className="mt-4 max-w-reading md:text-h4 md:font-normal">{lead}</p>
          {children}
          <PageNotes locale={locale} own={own} />
        </article>
        <BackgroundNav locale={locale} slug={slug} />
      </div>
    </PublicPage>
  );
}
