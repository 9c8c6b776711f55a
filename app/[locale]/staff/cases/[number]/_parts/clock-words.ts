import type { CaseClock } from '@/lib/cases/reading/commands';
import { DAY, HOUR, MINUTE } from '@/lib/clock';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';

/** How long, to the minute under a day, to the hour above. */
export function spanWords(locale: Locale, ms: number): string {
  const { clock: said } = words(locale).desk.case;
  if (ms >= DAY) return said.days(Math.floor(ms / DAY), Math.floor((ms % DAY) / HOUR));
  if (ms >= HOUR) return said.hours(Math.floor(ms / HOUR), Math.floor((ms % HOUR) / MINUTE));
  return said.minutes(Math.floor(ms / MINUTE));
}

/** How a clock stands now. */
export function clockWords(locale: Locale, { dueAt, paused }: CaseClock, at: Date): string {
  const { clock: said } = words(locale).desk.case;
  if (paused || !dueAt) return said.paused;
  const left = dueAt.getTime() - at.getTime();
  const span = spanWords(locale, Math.abs(left));
  return left > 0 ? said.left(span, seoulMoment(dueAt)) : said.over(span, seoulMoment(dueAt));
}
