import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { CodeList } from '@/lib/reports/code-lists';
import { codeWord } from '@/lib/reports/code-words';
import { type Field, sections } from '@/lib/reports/questionnaire';
import type { Source } from '@/lib/urgency/facts';

const lists = new Map<string, CodeList>(
  Object.values(sections).flatMap((section) =>
    (section.fields as readonly Field[]).flatMap((field) =>
      field.type === 'code' || field.type === 'codes' ? [[field.name, field.list] as const] : [],
    ),
  ),
);

/** The answers that a line rests on: the question's short name and, where one decided, the code in words. */
export function sourceWords(locale: Locale, from: readonly Source[]): string {
  const { urgency, report, codes } = words(locale);
  if (from.length === 0) return urgency.assumed;
  const fields: Partial<Record<string, { short: string }>> = report.fields;
  const others: Partial<Record<string, string>> = urgency.otherSources;
  return from
    .map(({ field, code }) => {
      if (field === 'reporter_kind' || field === 'kind')
        return codes.reporter_kind[code as keyof typeof codes.reporter_kind] ?? field;
      const list = lists.get(field);
      const question = fields[field]?.short ?? others[field] ?? field;
      return code && list ? `${question}: ${codeWord(locale, list, code)}` : question;
    })
    .join(', ');
}
