import { DAY, HOUR, MINUTE } from '@/lib/clock';
import type { Locale } from './locale';

const seoul = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Seoul',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as the desk writes it in both languages: `2025-10-03 14:05`, Korean time. Its day stays on one line. */
export function seoulMoment(at: Date): string {
  return unbroken(typedMoment(at));
}

/** The same as somebody would type it: for what stands in a field. */
export function typedMoment(at: Date): string {
  return seoul.format(at);
}

/** A day or a number of which a browser would put a part on the next line: it may break after a hyphen, but not before a word joiner. */
export function unbroken(text: string): string {
  return text.replaceAll('-', '-\u2060');
}

/** How long ago: "5분 전", "5 min. ago". */
export function ago(locale: Locale, at: Date, now: Date): string {
  const words = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' });
  const past = Math.max(0, now.getTime() - at.getTime());
  if (past < HOUR) return words.format(-Math.floor(past / MINUTE), 'minute');
  if (past < 2 * DAY) return words.format(-Math.floor(past / HOUR), 'hour');
  return words.format(-Math.floor(past / DAY), 'day');
}

const longDays: Record<Locale, Intl.DateTimeFormat> = {
  ko: new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', dateStyle: 'long' }),
};
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', timeStyle: 'short' });

/**
 * A moment as a reporter reads it, in Korean time: "2025년 10월 3일 오후 2:05 (한국 시간)". The Korean halves of the day are written here: some
 * of the runtimes we run on write AM and PM in a Korean sentence.
 */
export function longMoment(locale: Locale, at: Date): string {
  const day = longDays[locale].format(at);
  const time = clock.format(at);
  if (locale === 'en') return `${day} at ${time} (Korean time)`;
  const hour = Number(time.slice(0, 2));
  return `${day} ${hour < 12 ? '오전' : '오후'} ${hour % 12 || 12}:${time.slice(3)} (한국 시간)`;
}
