import { codesIn, type Facts, joined, type Sources } from '@/lib/urgency/facts';
import { youngByBirth } from '@/lib/urgency/windows';
import { fieldsOf, type SectionId } from './questionnaire';
import { type Step, steps } from './steps';

/** What follows from answers, beside urgency: something to tell the reporter at once, and the staff. In the order in which it is told. */
export const consequenceCodes = [
  'CHILD_PROTECTION',
  'BEFORE_YOU_FLY',
  'DO_NOT_CONTACT',
  'MAILBOX_ONLY',
] as const;
export type ConsequenceCode = (typeof consequenceCodes)[number];

/** A consequence and the fields it came from. */
export type Consequence = { readonly code: ConsequenceCode; readonly fields: readonly string[] };

const rules: Readonly<Record<ConsequenceCode, (facts: Facts) => Sources>> = {
  // A year alone may leave room for being under 18: it is told rather than not.
  CHILD_PROTECTION: (facts) =>
    joined(
      codesIn(facts.answers, 'vulnerability', ['UNDER18']),
      codesIn(facts.answers, 'minors_present', ['YES']),
      youngByBirth(facts) && [{ field: 'birth' }],
    ),
  BEFORE_YOU_FLY: ({ answers }) =>
    joined(codesIn(answers, 'situation', ['ABOUT_TO_DEPART']), codesIn(answers, 'decided', ['GOING'])),
  DO_NOT_CONTACT: ({ answers }) => codesIn(answers, 'contact_risk', ['RISKY']),
  MAILBOX_ONLY: ({ answers }) => codesIn(answers, 'device_safe', ['MONITORED']),
};

/** Everything that follows from the answers so far. */
export function consequencesOf(facts: Facts): Consequence[] {
  return consequenceCodes.flatMap((code) => {
    const from = rules[code](facts);
    return from ? [{ code, fields: [...new Set(from.map(({ field }) => field))] }] : [];
  });
}

/**
 * What a page of the form tells: whatever the page before it on the way brought about, and on the page that would have asked for them, why
 * phone and e-mail are not asked for. The check page tells everything.
 */
export function consequencesOn(facts: Facts, slug: Step['slug'] | 'check'): Consequence[] {
  const all = consequencesOf(facts);
  if (slug === 'check') return all;
  const way = steps(facts.kind, facts.answers);
  const before = way[way.findIndex((step) => step.slug === slug) - 1];
  return all.filter(
    ({ code, fields }) =>
      (before && fields.some((name) => isAskedOn(facts.kind, before.sections, name))) ||
      (code === 'MAILBOX_ONLY' && slug === 'you'),
  );
}

function isAskedOn(kind: Facts['kind'], sections: readonly SectionId[], name: string): boolean {
  return sections.some((id) => fieldsOf(kind, id).some((field) => field.name === name));
}
