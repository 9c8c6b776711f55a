import type { ReporterKind } from '@/lib/urgency/answers';
import { isMet } from '../conditions';
import type { SectionAnswers } from '../posted';
import { type Asked, askedOn, fieldsOf, order, type SectionId, sections } from '../questionnaire';
import { RECORDING } from './policy';

/** The pages of a kind on which staff may record facts, in its order. */
export const factSections = (kind: ReporterKind): SectionId[] =>
  order[kind].filter((id) => RECORDING.sections.includes(id));

/** The one of them with this slug. */
export const factSection = (kind: ReporterKind, slug: string): SectionId | undefined =>
  factSections(kind).find((id) => sections[id].slug === slug);

/** The one of them that asks a field. */
export const factSectionOf = (kind: ReporterKind, field: string): SectionId | undefined =>
  factSections(kind).find((id) => fieldsOf(kind, id).some(({ name }) => name === field));

/**
 * The questions of such a page: what the form asks, given all that the report says. What an earlier answer on the same page asks for is in plain
 * sight, since that answer does not stand in the form. Files are handed in elsewhere; how exact a place is only a device knows.
 */
export function factQuestions(kind: ReporterKind, section: SectionId, answers: SectionAnswers): Asked[] {
  return askedOn(kind, [section], answers)
    .filter(({ field }) => field.type !== 'file' && field.name !== 'accuracy_m')
    .map(({ field, reveal }) => ({
      field,
      reveal: reveal && !(field.when && isMet(field.when, answers)),
    }));
}
