import { isLocale, type Locale } from '@/lib/i18n/locale';

/** A posted text field; a missing one and a file are empty. For NUL, which PostgreSQL takes in no text, stands what stands for other bytes that are no text. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : '';
}

/** The beginning of a posted text field, at most so many characters of UTF-16 and never half a sign: half of one cannot stand in an address. */
export function shortIn(form: FormData, name: string, most: number): string {
  return textIn(form, name)
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** The language that the posting page was in. */
export function localeIn(form: FormData): Locale {
  const locale = form.get('locale');
  return isLocale(locale) ? locale : 'ko';
}

/** One value of a page's search parameters; a repeated one counts as its first. */
export function oneOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
