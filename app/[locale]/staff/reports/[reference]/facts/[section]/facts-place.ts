import type { SectionAnswers } from '@/lib/reports/posted';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { DeskPlace } from '../../../../_desk/act';
import { factsPath } from '../../../../_desk/facts-path';

export const FACTS_FORM = 'facts';

/** The problem of a form whose text could not be kept. */
export const LOST = 'lost';

/** The page on which facts of one page of the form are recorded. */
export const factsPlace = (reference: string, slug: string): DeskPlace => ({
  path: factsPath(reference, slug),
  kept: `report-facts/${reference}/${slug}`,
});

/** What says how staff know; the answers are kept as one text. */
export const KNOWN_FIELDS = ['fact_source', 'fact_confidence', 'fact_learned_at', 'submission'] as const;

export const writeAnswers = (answers: SectionAnswers): KeptFields => ({ answers: JSON.stringify(answers) });

export const readAnswers = (typed: KeptFields | null): SectionAnswers =>
  typed?.answers ? (JSON.parse(typed.answers) as SectionAnswers) : {};

/** What is known with what was typed: an answer that could not be taken hides no question that a known one asks for. */
export const bothOf = (known: SectionAnswers, typed: SectionAnswers): SectionAnswers =>
  Object.fromEntries(
    [...new Set([...Object.keys(known), ...Object.keys(typed)])].map((name) => [
      name,
      [...new Set([...(known[name] ?? []), ...(typed[name] ?? [])])],
    ]),
  );
