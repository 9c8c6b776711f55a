import { DAY, HOUR, MINUTE } from '@/lib/clock';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** A span in the largest unit that still says something: minutes under two hours, hours under three days. */
export function roughly(locale: Locale, ms: number): string {
  const said = words(locale).desk.agencies;
  if (ms < 2 * HOUR) return said.minutes(Math.round(ms / MINUTE));
  return ms < 3 * DAY ? said.hours(Math.round(ms / HOUR)) : said.days(Math.round(ms / DAY));
}
