import type { Answers, ReporterKind } from '@/lib/urgency/answers';
import { isMet } from './conditions';
import {
  type FieldName,
  fieldsOf,
  MONEY_MATTERS,
  needs,
  order,
  type SectionId,
  type SectionSlug,
  sections,
} from './questionnaire';

/** One page of the form: for a person in danger S0 and S1 are one page, for everybody else a page is a section. */
export type Step = {
  readonly slug: SectionSlug;
  readonly sections: readonly SectionId[];
  readonly optional: boolean;
};

const known = new Map<ReporterKind, readonly Step[]>();

/** Every page a kind may open, in order. Worked out once for each kind: every page asks several times. */
export function allSteps(kind: ReporterKind): readonly Step[] {
  const found = known.get(kind) ?? stepsOf(kind);
  known.set(kind, found);
  return found;
}

function stepsOf(kind: ReporterKind): Step[] {
  const ids = order[kind];
  if (kind !== 'SELF_DANGER')
    return ids.map((id) => ({
      slug: sections[id].slug,
      sections: [id],
      optional: needsOn(kind, [id]).length === 0,
    }));
  const rest = ids.slice(2).map((id) => ({ slug: sections[id].slug, sections: [id], optional: true }));
  return [{ slug: 'now', sections: ['S1', 'S0'], optional: false }, ...rest];
}

/**
 * The pages a person is led through. Someone in danger is led through one and then to the check page, from where the others can be
 * opened. What somebody was made to do never stands in the way: it is offered on the check page. The money page is left out where nothing
 * speaks of money.
 */
export function steps(kind: ReporterKind, answers: Answers): readonly Step[] {
  const all = allSteps(kind);
  if (kind === 'SELF_DANGER') return all.slice(0, 1);
  return all.filter(
    ({ slug }) => slug !== 'made-to-do' && (slug !== 'money' || isMet(MONEY_MATTERS, answers)),
  );
}

/** The page with this slug, or the one that holds its section (`safety` and `now` are one page for a person in danger). */
export function findStep(kind: ReporterKind, slug: string): Step | null {
  const all = allSteps(kind);
  return (
    all.find((step) => step.slug === slug) ??
    all.find((step) => step.sections.some((id) => sections[id].slug === slug)) ??
    null
  );
}

/** The page on which a kind is asked a field. */
export function stepWith(kind: ReporterKind, field: string): Step | null {
  return (
    allSteps(kind).find((step) =>
      step.sections.some((id) => fieldsOf(kind, id).some(({ name }) => name === field)),
    ) ?? null
  );
}

/** Where "continue" leads, from nowhere to the first page: the next page of the way, or the check page after the last and from a page beside the way. */
export function nextSlug(
  kind: ReporterKind,
  answers: Answers,
  slug: SectionSlug | '',
): SectionSlug | 'check' {
  const way = steps(kind, answers);
  if (slug === '') return way[0]?.slug ?? 'check';
  const here = way.findIndex((step) => step.slug === slug);
  return (here >= 0 && way[here + 1]?.slug) || 'check';
}

/**
 * The demands that are checked on these sections: each on the last of the kind's sections that has a field for it, so that nobody is asked
 * for something that a later page would have offered.
 */
export function needsOn(kind: ReporterKind, ids: readonly SectionId[]): readonly (readonly FieldName[])[] {
  return needs[kind].filter((group) => {
    const last = order[kind].findLast((id) =>
      fieldsOf(kind, id).some((field) => group.some((name) => name === field.name)),
    );
    return last !== undefined && ids.includes(last);
  });
}
