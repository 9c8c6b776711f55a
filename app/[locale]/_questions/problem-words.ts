import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { ReporterKind } from '@/lib/reports/kinds';
import { needs } from '@/lib/reports/questionnaire';
import { LONG_TEXT_LIMIT, type Problem } from '@/lib/reports/schema';

/** The sentence that says how to mend a problem. */
export function problemWords(locale: Locale, kind: ReporterKind, { field, code, limit }: Problem): string {
  const { fields, needed, problems } = words(locale).report;
  if (code === 'needed') return needed[neededKey(kind, field)];
  const label = fields[field].short;
  if (code === 'too-long') return problems['too-long'](label, limit ?? LONG_TEXT_LIMIT);
  if (code === 'too-many') return problems['too-many'](label, limit ?? 1);
  return problems[code](label);
}

type Needed = ReturnType<typeof words>['report']['needed'];

/** Each demand has one sentence, named after the first of the fields that satisfy it. */
function neededKey(kind: ReporterKind, field: string): keyof Needed {
  const first = needs[kind].find((group) => group.some((name) => name === field))?.[0];
  if (first === 'stay_from') return 'stay';
  if (kind === 'PRO') return 'situation';
  return first as keyof Needed;
}
