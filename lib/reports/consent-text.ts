import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { ConsentId } from './consent-versions';

/** Everything that a person reads before they tick one consent, in the order of the dictionary: what a version's digest is made of. */
export function consentText(locale: Locale, id: ConsentId): string {
  return linesOf(words(locale).report.consent[id]).join('\n');
}

function linesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return Object.entries(words as Record<string, unknown>).flatMap(([name, part]) =>
    linesOf(part).map((line) => `${name}: ${line}`),
  );
}
