import { DAY, HOUR, MINUTE } from '@/lib/clock';
import { filled } from '@/lib/i18n/filled';

/** Words for a due time, plain sentences so that a browser can be handed them: `{t}` is the time, `{n}` and `{m}` its numbers. */
export type DueWords = {
  left: string;
  late: string;
  now: string;
  minutes: string;
  hours: string;
  hoursMinutes: string;
  days: string;
};

/** Up to here minutes are told beside hours. */
const WITH_MINUTES = 6 * HOUR;

/** A span in words: minutes, then hours with minutes, then hours, then days. Never more than there is: 119 seconds are one minute. */
export function spanInWords(said: DueWords, ms: number): string {
  if (ms < HOUR) return filled(said.minutes, { n: Math.floor(ms / MINUTE) });
  if (ms >= 2 * DAY) return filled(said.days, { n: Math.floor(ms / DAY) });
  const n = Math.floor(ms / HOUR);
  const m = Math.floor((ms % HOUR) / MINUTE);
  return filled(ms < WITH_MINUTES && m > 0 ? said.hoursMinutes : said.hours, { n, m });
}

/** How a due time stands: "12분 남음", "8분 지남". In the minute on either side of it: "now". */
export function dueInWords(said: DueWords, due: Date, now: Date): string {
  const left = due.getTime() - now.getTime();
  if (Math.abs(left) < MINUTE) return said.now;
  return filled(left > 0 ? said.left : said.late, { t: spanInWords(said, Math.abs(left)) });
}
