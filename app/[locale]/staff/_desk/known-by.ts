import { type CaseList, isCaseCode } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { DeskProvenance } from '@/lib/reports/desk/reading/commands';

/** How staff know what they recorded: from whom, how surely, and since when. */
export function knownBy(locale: Locale, { source, confidence, learnedAt }: DeskProvenance): string {
  const named = (list: CaseList, code: string) =>
    isCaseCode(list, code) ? caseWord(locale, list, code) : code;
  return words(locale).desk.facts.known(
    named('fact_source', source),
    named('confidence', confidence),
    seoulMoment(learnedAt),
  );
}
