import type { Metadata } from 'next';
import { requestLocale } from '@/app/_request/locale';
import { words } from '@/lib/i18n/words';
import { NotFoundPage } from './_components/not-found-page';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const { shell, pages } = words(await requestLocale());
  return { title: shell.titleTemplate.replace('%s', pages.notFound.title), robots: { index: false } };
}

/** Any address that no page has. A document of its own: Next renders no layout around it. */
export default async function GlobalNotFound() {
  const locale = await requestLocale();
  return (
    <html lang={locale}>
      <body>
        <NotFoundPage locale={locale} />
      </body>
    </html>
  );
}
