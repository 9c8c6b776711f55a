import type { Answers } from '@/lib/urgency/answers';
import { type Assessment, assess } from '@/lib/urgency/assess';
import { evaluate } from '@/lib/urgency/evaluate';
import type { Facts } from '@/lib/urgency/facts';
import type { SectionAnswers } from './posted';
import { COMPARTMENT, type FileCounts, fileAnswers, type SectionId } from './questionnaire';

/**
 * The level comes from everything that was typed: refusing to have an answer kept never makes a report less urgent. The explanation names
 * only what is kept.
 */
export function assessKept(facts: Omit<Facts, 'answers'>, typed: Answers, kept: Answers): Assessment {
  const { kind, at, viaSos = false, linkedLure = false } = facts;
  const explained = assess({ kind, answers: kept, at, viaSos, linkedLure });
  // What to ask first is worked out once: it tries every answer that is missing.
  const { level, rule } = evaluate({ kind, answers: typed, at, viaSos, linkedLure });
  return level < explained.level ? { ...explained, level, rule } : explained;
}

/** The answers that urgency may read: not every reader of a level may see what somebody was made to do. */
export function openAnswers(
  sections: Partial<Record<SectionId, { answers: SectionAnswers }>>,
  files: FileCounts = {},
): SectionAnswers {
  const { [COMPARTMENT]: _compartment, ...others } = sections;
  return Object.assign(fileAnswers(files), ...Object.values(others).map(({ answers }) => answers));
}
