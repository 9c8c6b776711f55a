import { maskResidentNumbers } from '@/lib/resident-number';
import type { ReporterKind } from '@/lib/urgency/answers';
import { type Field, fieldsOf, postedNames, type SectionId } from './questionnaire';

/** The answers of one section, under the names that were posted. */
export type SectionAnswers = Record<string, string[]>;

/** How many values of one name are read; what a page offers is far fewer. */
const MOST_VALUES = 60;

/**
 * Takes a section's answers out of a posted form, as they were typed, good or bad: checking comes later, and what is bad is kept so that
 * it can be mended. Files, empty values and names that this section does not ask are left out. Resident registration numbers are masked
 * here, before anything is stored; `masked` says how many there were.
 */
export function readPosted(
  kind: ReporterKind,
  section: SectionId,
  form: FormData,
): { answers: SectionAnswers; masked: number } {
  const answers: SectionAnswers = {};
  let masked = 0;
  for (const field of fieldsOf(kind, section)) {
    // Files and what is said of each of them are stored by lib/evidence, beside the draft's answers.
    if (field.type === 'file' || field.perFile) continue;
    for (const name of postedNames(field)) {
      const values = texts(form, name);
      if (values.length === 0) continue;
      answers[name] = values.map((value) => {
        if (!holdsFreeText(field)) return value;
        const result = maskResidentNumbers(value);
        masked += result.masked;
        return result.text;
      });
    }
    acceptPlainUnknown(field, form, answers);
  }
  return { answers, masked };
}

/** A client without our page may post `birth=UNKNOWN` for a date instead of `birth_unknown=UNKNOWN`. */
function acceptPlainUnknown(field: Field, form: FormData, answers: SectionAnswers): void {
  if (field.type !== 'partial-date' && field.type !== 'date-time') return;
  if (texts(form, field.name).includes('UNKNOWN')) answers[`${field.name}_unknown`] = ['UNKNOWN'];
}

function texts(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .slice(0, MOST_VALUES);
}

function holdsFreeText(field: Field): boolean {
  if (field.type === 'identifiers') return !field.mayHoldNumbers;
  return ['text', 'long-text', 'texts', 'long-texts'].includes(field.type);
}
