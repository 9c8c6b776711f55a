import { DAY, HOUR, MINUTE } from '@/lib/clock';
import type { Locale } from './locale';

const seoul = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Seoul',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as the desk writes it in both languages: `2025-10-03 14:05`, Korean time. */
export function seoulMoment(at: Date): string {
  return seoul.format(at);
}

/** How long ago: "5분 전", "5 min. ago". */
export function ago(locale: Locale, at: Date, now: Date): string {
  const words = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' });
  const past = Math.max(0, now.getTime() - at.getTime());
  if (past < HOUR) return words.format(-Math.floor(past / MINUTE), 'minute');
  if (past < 2 * DAY) return words.format(-Math.floor(past / HOUR), 'hour');
  return words.format(-Math.floor(past / DAY), 'day');
}

const longFormats: Partial<Record<Locale, Intl.DateTimeFormat>> = {};

/** A moment as a reporter reads it, in Korean time: "2025년 10월 3일 오후 2:05 (한국 시간)". */
export function longMoment(locale: Locale, at: Date): string {
  longFormats[locale] ??= new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'Asia/Seoul',
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const written = longFormats[locale]?.format(at) ?? '';
  return locale === 'ko' ? `${written} (한국 시간)` : `${written} (Korean time)`;
}
