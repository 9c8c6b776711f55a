import { codeLists } from '@/lib/reports/code-lists';
import type { SectionAnswers } from '@/lib/reports/posted';
import { consentAgencies, type Field, fieldsOf, fileAnswers, order } from '@/lib/reports/questionnaire';
import type { ReporterKind } from '@/lib/urgency/answers';

/** What security.md lets stand in the clear of an answer: it is answered as well, and not looked for. */
const IN_THE_CLEAR = ['province', 'contact_risk'];
/** Begins every text that is made up here. */
export const STEM = '쐐기풀';
/** A shorter code could stand in random bytes by chance. */
const LONG_ENOUGH = 5;

export type FullReport = { answers: SectionAnswers; words: string[] };

/**
 * Every field of a kind answered with words that stand nowhere else; `words` is what may not be found again in the clear. `own` makes them
 * another report's.
 */
export function fullReport(kind: ReporterKind, own = ''): FullReport {
  const answers: SectionAnswers = {};
  const words: string[] = [];
  for (const field of order[kind].flatMap((section) => fieldsOf(kind, section))) {
    if (field.perFile) continue;
    const given = answer(field, kind, own);
    Object.assign(answers, given);
    if (!IN_THE_CLEAR.includes(field.name)) words.push(...Object.values(given).flat());
  }
  return { answers, words: words.filter((word) => word.length >= LONG_ENOUGH) };
}

/** Every question of a kind answered, files as a draft counts them. */
export function everyAnswer(kind: ReporterKind): SectionAnswers {
  const files = order[kind]
    .flatMap((section) => fieldsOf(kind, section))
    .filter(({ type }) => type === 'file')
    .map(({ name }) => [name, 2]);
  return { ...fullReport(kind).answers, ...fileAnswers(Object.fromEntries(files)) };
}

function answer(field: Field, kind: ReporterKind, own: string): SectionAnswers {
  const { name } = field;
  const mark = `${STEM} ${kind.toLowerCase()} ${name}${own}`;
  switch (field.type) {
    case 'code':
      return { [name]: [longest(codeLists[field.list].filter((code) => code !== 'UNKNOWN'))] };
    case 'codes':
      return { [name]: [...codeLists[field.list]].filter((code) => code !== 'UNKNOWN' && code !== 'NONE') };
    case 'file':
      return {};
    case 'texts':
    case 'long-texts':
      return { [name]: [`${mark} 1`, `${mark} 2`] };
    case 'text':
    case 'long-text':
      return { [name]: [mark] };
    case 'identifiers':
      return { [name]: [`@${mark}`, `+855 ${name} 73190`] };
    case 'number':
      return { [name]: [field.decimals ? '73.19046' : `${field.max - 1}`] };
    case 'country':
      return { [name]: ['KH'] };
    case 'consent':
      return { [name]: ['AGREE'] };
    case 'consents':
      return { [name]: [...consentAgencies] };
    case 'partial-date':
    case 'date-time':
      return { [`${name}_year`]: ['1987'], [`${name}_month`]: ['6'], [`${name}_day`]: ['5'] };
  }
}

/** The longest code of a list is the one least likely to stand somewhere by chance. */
function longest(codes: readonly string[]): string {
  return codes.toSorted((one, other) => other.length - one.length)[0] ?? '';
}
