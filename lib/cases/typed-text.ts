import 'server-only';
import { messageProblem } from '@/lib/reports/mailbox/commands';
import { maskResidentNumbers } from '@/lib/resident-number';

export type TextProblem = 'empty' | 'too-long' | 'unreadable';

/** A text that staff typed: its problem, or the text as it may be stored, resident registration numbers masked. */
export function readTyped(
  typed: string,
  needed: boolean,
): { ok: true; text: string; masked: number } | { ok: false; reason: TextProblem } {
  const problem = messageProblem(typed);
  if (problem && (needed || problem.reason !== 'empty')) return problem;
  return { ok: true, ...maskResidentNumbers(typed.trim()) };
}
