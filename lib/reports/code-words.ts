import type { Locale } from '@/lib/i18n/locale';
import { type Words, words } from '@/lib/i18n/words';
import type { Code, CodeList } from './code-lists';

/** The dictionary must name every code of every list: a missing one fails the type check here. */
type EveryCode = { [List in CodeList]: Record<Code<List>, string> };

const named = (locale: Locale): EveryCode & Words['codes'] => words(locale).codes;

/** A code in words. UNKNOWN is a good answer to every list; a code that no list knows is shown as it is, marked by its brackets. */
export function codeWord(locale: Locale, list: CodeList, code: string): string {
  const labels: Partial<Record<string, string>> = named(locale)[list];
  return labels[code] ?? (code === 'UNKNOWN' ? words(locale).report.unknown : `[${code}]`);
}
