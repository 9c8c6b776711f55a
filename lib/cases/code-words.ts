import type { Locale } from '@/lib/i18n/locale';
import { type Words, words } from '@/lib/i18n/words';
import type { CaseCode, CaseList } from './code-lists';

/** The dictionary must name every code of every list: a missing one fails the type check here. */
type EveryCode = { [List in CaseList]: Record<CaseCode<List>, string> };

const named = (locale: Locale): EveryCode & Words['codes'] => words(locale).codes;

/** A code of casework in words. */
export function caseWord<List extends CaseList>(locale: Locale, list: List, code: CaseCode<List>): string {
  const labels: Record<string, string> = named(locale)[list];
  return labels[code] ?? `[${code}]`;
}
