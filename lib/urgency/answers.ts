/** Who sends a report. Decides which questions are asked, and some of the urgency. */
export const reporterKinds = ['SELF_DANGER', 'FAMILY', 'WITNESS', 'OFFER', 'RETURNEE', 'PRO'] as const;

export type ReporterKind = (typeof reporterKinds)[number];

/** The answers as they were posted: field name to values, a field that was left out is missing or empty. */
export type Answers = Readonly<Record<string, readonly string[] | undefined>>;

/** Answers that say nothing for certain. They never count as a sign, and never take one away. */
const saysNothing: ReadonlySet<string> = new Set(['', 'UNKNOWN', 'NONE']);

/** Whether the field holds this code. */
export function has(answers: Answers, field: string, code: string): boolean {
  return answers[field]?.includes(code) ?? false;
}

/** What the field says for certain: UNKNOWN, NONE and blanks are left out. */
export function said(answers: Answers, field: string): readonly string[] {
  return (answers[field] ?? []).map((value) => value.trim()).filter((value) => !saysNothing.has(value));
}

/** The field's one value, or undefined when nothing certain was said. */
export function one(answers: Answers, field: string): string | undefined {
  return said(answers, field)[0];
}

/** Whether the field was answered at all: "none" is an answer, "do not know" is not. */
export function isAnswered(answers: Answers, field: string): boolean {
  return (answers[field] ?? []).some((value) => value.trim() !== '' && value.trim() !== 'UNKNOWN');
}

/** A number, or undefined when it is missing or not one. Full-width digits, as Korean keyboards give, a decimal comma and the minus sign proper count. */
export function readNumber(answers: Answers, field: string): number | undefined {
  const text = one(answers, field)?.normalize('NFKC').replace('−', '-').replace(',', '.');
  if (text === undefined || !/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  return Number(text);
}
