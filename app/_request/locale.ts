import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { isLocale, type Locale } from '@/lib/i18n/locale';

/** What every page under `[locale]` is given. */
export type LocaleProps = { params: Promise<{ locale: string }> };

/** The language in the address; an address in no language of ours is not found. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return locale;
}

/** The language for pages that are given no params: the proxy says it in a header, and Korean is meant without it. */
export async function requestLocale(): Promise<Locale> {
  const locale = (await headers()).get('x-locale');
  return isLocale(locale) ? locale : 'ko';
}

/** The address asked for, without its language and without its query: `/report/now`. */
export async function requestPath(): Promise<string> {
  return (await headers()).get('x-path') ?? '/';
}
