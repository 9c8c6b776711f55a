import { EVENT_KINDS } from '@/lib/cases/event-kinds';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** The word for a code, or the code itself where there is none. */
export const wordIn = (table: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(table, code) ? (table[code] ?? code) : code;

/** What an act of the audit is called; what is done in a case is called as in its timeline. */
export function actWord(locale: Locale, act: string): string {
  const { audit, timeline } = words(locale).desk;
  const kind = EVENT_KINDS.find((one) => act === `case.${one.toLowerCase().replaceAll('_', '-')}`);
  return kind ? audit.ofCase(timeline.kinds[kind]) : wordIn(audit.acts, act);
}
