import type { Answers } from '@/lib/urgency/answers';

/**
 * When a question makes sense, as data: read on the server, written into the stylesheet that shows a question on its own page
 * (app/globals.css), and walked by tests. Nothing else in the form decides by an answer whether something is asked.
 */
export type Condition =
  | { readonly field: string; readonly codes: readonly string[] }
  | { readonly anyOf: readonly Condition[] }
  | { readonly allOf: readonly Condition[] }
  | { readonly not: Condition };

/** True when the field's answer holds one of these codes. */
export const holds = (field: string, ...codes: string[]): Condition => ({ field, codes });
export const anyOf = (...conditions: Condition[]): Condition => ({ anyOf: conditions });
export const allOf = (...conditions: Condition[]): Condition => ({ allOf: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });

/** Whether the answers meet a condition. A question that was not answered holds no code. */
export function isMet(condition: Condition, answers: Answers): boolean {
  if ('anyOf' in condition) return condition.anyOf.some((one) => isMet(one, answers));
  if ('allOf' in condition) return condition.allOf.every((one) => isMet(one, answers));
  if ('not' in condition) return !isMet(condition.not, answers);
  return condition.codes.some((code) => answers[condition.field]?.includes(code));
}

/**
 * Whether a condition is settled before the page with the fields `open` is answered: true or false where that page can change nothing,
 * undefined where it decides.
 */
export function settled(
  condition: Condition,
  answers: Answers,
  open: readonly string[],
): boolean | undefined {
  if ('not' in condition) {
    const inner = settled(condition.not, answers, open);
    return inner === undefined ? undefined : !inner;
  }
  if ('anyOf' in condition) {
    const parts = condition.anyOf.map((one) => settled(one, answers, open));
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
  }
  if ('allOf' in condition) {
    const parts = condition.allOf.map((one) => settled(one, answers, open));
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  }
  return open.includes(condition.field) ? undefined : isMet(condition, answers);
}
