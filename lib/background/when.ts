import type { Locale } from '@/lib/i18n/locale';
import type { When } from '@/seeds/background/types';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `2025-10-14` or `2025-08` as it is written in a sentence. Plain text work, so that no time zone can move a day. */
export function writtenDate(locale: Locale, date: string): string {
  const [year = '', month = '', day] = date.split('-');
  if (locale === 'ko') return `${year}년 ${Number(month)}월${day ? ` ${Number(day)}일` : ''}`;
  return `${day ? `${Number(day)} ` : ''}${MONTHS[Number(month) - 1]} ${year}`;
}

/** A date with how exactly it is known: "2025년 1월~8월", "by 14 October 2025". */
export function writtenWhen(locale: Locale, { from, to, precision }: When): string {
  const date = writtenDate(locale, from);
  if (to) {
    const [year = '', month = ''] = from.split('-');
    const sameYear = to.startsWith(year);
    if (locale === 'ko')
      return `${date}~${sameYear ? `${Number(to.split('-')[1])}월` : writtenDate(locale, to)}`;
    return `${sameYear ? MONTHS[Number(month) - 1] : date} to ${writtenDate(locale, to)}`;
  }
  if (precision === 'by') return locale === 'ko' ? `${date}까지` : `by ${date}`;
  if (precision === 'about') return locale === 'ko' ? `${date} 무렵` : `about ${date}`;
  return date;
}
