import type { Metadata } from 'next';
import { env } from '@/lib/env';
import { type Locale, locales, otherLocale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** The head of a background page: both languages by address, and what a share of it shows. Absolute addresses need NARU_PUBLIC_URL at build. */
export function backgroundMetadata(
  locale: Locale,
  slug: string,
  title: string,
  description: string,
): Metadata {
  const path = slug ? `/background/${slug}` : '/background';
  const base = env().NARU_PUBLIC_URL;
  const { name } = words(locale).shell;
  return {
    title,
    description,
    ...(base ? { metadataBase: new URL(base) } : {}),
    alternates: {
      canonical: `/${locale}${path}`,
      languages: Object.fromEntries(locales.map((language) => [language, `/${language}${path}`])),
    },
    openGraph: {
      type: 'article',
      siteName: name,
      title,
      description,
      url: `/${locale}${path}`,
      locale: locale === 'ko' ? 'ko_KR' : 'en_GB',
      alternateLocale: otherLocale(locale) === 'ko' ? 'ko_KR' : 'en_GB',
      // A picture's address must be whole: without a public address there is none to give.
      ...(base ? { images: [{ url: '/share/background.png', width: 1200, height: 630, alt: name }] } : {}),
    },
  };
}
