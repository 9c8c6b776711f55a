import type { PersonIdentity } from '@/lib/cases/person-records';
import { type Field, fieldsOf, type SectionId } from '@/lib/reports/questionnaire';
import type { ReporterKind } from '@/lib/urgency/answers';
import type { Searchable } from '../terms';

/** What of a report can be searched, and the Seoul day on which somebody is to leave, if it says one. */
export type ReportTexts = {
  texts: Searchable;
  departs: { year: number; month: number; day: number } | null;
};

const NAMES: readonly string[] = [
  'name_ko',
  'name_passport',
  'alias',
  'recruiter_names',
  'companions',
  'met_by',
  'reporter_name',
];
const PLACES: readonly string[] = ['city', 'site_name', 'building', 'floor', 'room', 'landmark'];
/** Fields that hold words; a code says nothing that a word could find. */
const IN_WORDS: readonly Field['type'][] = ['text', 'long-text', 'texts', 'long-texts', 'identifiers'];

const blank = (): Searchable => ({ TEXT: [], NAME: [], PLACE: [] });

/** A report's answers, the earliest part first and never S6, with its messages and notes. */
export function reportTexts(
  kind: ReporterKind,
  sections: readonly { section: SectionId; answers: Readonly<Record<string, readonly string[]>> }[],
  words: readonly string[],
): ReportTexts {
  const texts = blank();
  let departs: ReportTexts['departs'] = null;
  for (const { section, answers } of sections) {
    for (const [name, values] of Object.entries(answers))
      if (isInWords(kind, section, name)) texts[classOf(name)].push(...values);
    departs = departureIn(answers) ?? departs;
  }
  texts.TEXT.push(...words);
  return { texts, departs };
}

/** The reach of a sos belongs to no kind's form, so it is named. */
function isInWords(kind: ReporterKind, section: SectionId, name: string): boolean {
  const field = fieldsOf(kind, section).find((one) => one.name === name);
  return name === 'reach' || (field !== undefined && IN_WORDS.includes(field.type));
}

const classOf = (name: string) => (NAMES.includes(name) ? 'NAME' : PLACES.includes(name) ? 'PLACE' : 'TEXT');

function departureIn(answers: Readonly<Record<string, readonly string[]>>): ReportTexts['departs'] {
  const [year, month, day] = ['year', 'month', 'day'].map((part) =>
    Number(answers[`planned_departure_${part}`]?.[0]?.normalize('NFKC')),
  );
  return year && month && day ? { year, month, day } : null;
}

/** The words of events and tasks: never their codes, which are written in capitals. */
export function caseTexts(opened: readonly Readonly<Record<string, unknown>>[]): Searchable {
  const words = opened.flatMap((one) =>
    Object.values(one).flatMap((value) =>
      typeof value === 'string' && !/^[A-Z0-9_]+$/.test(value) ? [value] : [],
    ),
  );
  return { ...blank(), TEXT: words };
}

/** Who a person is, and what was noted of them: how they are, how they were known for who they are, what they want. */
export function personTexts(
  { nameKo, namePassport, alias, phones, handles }: PersonIdentity,
  noted: readonly Partial<Record<'note' | 'how' | 'saidTo', string>>[],
): Searchable {
  const words = noted.flatMap(({ note, how, saidTo }) => [note ?? '', how ?? '', saidTo ?? '']);
  return { ...blank(), NAME: [nameKo, namePassport, alias], TEXT: [...phones, ...handles, ...words] };
}
