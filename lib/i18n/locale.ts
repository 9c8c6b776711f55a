/** The languages people can use Naru in; the first one is meant when nothing tells. */
export const locales = ['ko', 'en'] as const;

export type Locale = (typeof locales)[number];

/** True for a language of ours, so that an address from outside can be trusted as one. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The language that the toggle leads to. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'ko' ? 'en' : 'ko';
}
