import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { LinkButton } from './button';
import { PublicPage } from './public-page';

/** What an address without a page answers with: the same to everybody, whatever the reason. */
export function NotFoundPage({ locale }: { locale: Locale }) {
  return (
    <PublicPage locale={locale} path="" width="reading" prerendered>
      <NotFoundContent locale={locale} />
    </PublicPage>
  );
}

/** The same for where a page has its surroundings already. */
export function NotFoundContent({ locale }: { locale: Locale }) {
  const other = otherLocale(locale);
  const { notFound } = words(locale).pages;
  return (
    <>
      <h1>{notFound.title}</h1>
      <p className="mt-4">{notFound.body}</p>
      <p lang={other} className="mt-2 text-gray-70">
        {words(other).pages.notFound.title}.
      </p>
      <div className="mt-8 flex flex-wrap gap-3">
        <LinkButton href={`/${locale}`} variant="secondary">
          {notFound.home}
        </LinkButton>
        <LinkButton href={`/${locale}/report`} variant="secondary">
          {notFound.report}
        </LinkButton>
      </div>
    </>
  );
}
