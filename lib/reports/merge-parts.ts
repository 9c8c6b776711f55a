import type { Consents } from './consents';
import { HEALTH_CODES, PASSPORT_FIELDS, REPORTER_FIELDS } from './kept-answers';
import type { SectionAnswers } from './posted';
import { type Field, type FieldName, postedNames, type SectionId, sections } from './questionnaire';

/** One section of a report as it was sent (part 0) or added later. */
export type Part = {
  section: SectionId;
  part: number;
  addedAt: Date;
  answers: SectionAnswers;
  /** The choices about consent: only a part that asked for them has some. */
  consents?: Consents;
};
/** What an answer was before a later part said otherwise. */
export type EarlierAnswer = { name: FieldName; answers: SectionAnswers; at: Date };
export type Merged = { answers: SectionAnswers; earlier: EarlierAnswer[] };

/** Later values stand beside earlier ones: more of the same story, not another one. */
const ADDS_UP: ReadonlySet<Field['type']> = new Set([
  'codes',
  'identifiers',
  'long-text',
  'texts',
  'long-texts',
]);
/** Answers that a later part does not take back: whoever holds the code may be the one the answer warns of. */
const STANDS: Partial<Record<FieldName, string>> = { contact_risk: 'RISKY', device_safe: 'MONITORED' };
const SAYS_NOTHING = ['UNKNOWN', 'NONE'];

/**
 * A report's answers with everything that was added. Codes, identifiers and stories add up; of single values the newest one counts and the
 * earlier ones are given back with their dates. "Do not know" takes nothing back that is known, and a place is one value of three answers. Consents are chosen all together, so the newest choice is the whole of them.
 */
export function mergeParts(parts: readonly Part[]): Merged {
  const answers: SectionAnswers = {};
  const earlier: EarlierAnswer[] = [];
  const givenAt = new Map<string, Date>();
  for (const part of inOrder(leaveOutRefused(parts))) {
    const told = placeTold(part.answers, answers);
    if (PLACE.every((name) => told[name]) && !told.accuracy_m && answers.accuracy_m) {
      const at = givenAt.get('accuracy_m') ?? part.addedAt;
      earlier.push({ name: 'accuracy_m', answers: { accuracy_m: answers.accuracy_m }, at });
      delete answers.accuracy_m;
    }
    for (const field of sections[part.section].fields as readonly Field[]) {
      const name = field.name as FieldName;
      const names = postedNames(field);
      const given = pick(told, names);
      const before = pick(answers, names);
      const consent = isConsent(field);
      if (consent ? !part.consents : isEmpty(given)) continue;
      if (ADDS_UP.has(field.type)) {
        answers[name] = together(before[name] ?? [], given[name] ?? []);
      } else {
        const stands = STANDS[name];
        if (stands && before[name]?.includes(stands)) continue;
        if (!consent && isUnknown(given) && !isEmpty(before) && !isUnknown(before)) continue;
        if (!isEmpty(before) && !isSame(before, given))
          earlier.push({ name, answers: before, at: givenAt.get(name) ?? part.addedAt });
        for (const one of names) delete answers[one];
        Object.assign(answers, given);
      }
      givenAt.set(name, part.addedAt);
    }
  }
  return { answers, earlier };
}

/**
 * The parts without what a granted change of consent no longer allows to be used: the values stay sealed until they are erased, and are shown
 * and used no more. A change of consent is a part that holds consents and nothing else.
 */
export function leaveOutRefused<One extends Part>(parts: readonly One[]): One[] {
  const newest = inOrder(parts).findLast(({ consents }) => consents);
  if (!newest || !isConsentChange(newest)) return [...parts];
  const agreed = (name: string) => newest.answers[name]?.includes('AGREE') ?? false;
  const refused = [
    ...(agreed('K1') ? [] : [...REPORTER_FIELDS, 'reach']),
    ...(agreed('K3') ? [] : PASSPORT_FIELDS),
  ];
  return parts.map((part) => {
    const kept = Object.entries(part.answers).flatMap(([name, values]): [string, string[]][] => {
      if (part.section === 'S8' && refused.includes(name)) return [];
      if (name !== 'vulnerability' || agreed('K2')) return [[name, values]];
      const others = values.filter((code) => !HEALTH_CODES.includes(code));
      return others.length > 0 ? [[name, others]] : [];
    });
    return { ...part, answers: Object.fromEntries(kept) };
  });
}

/** Whether a part is a choice of consents and nothing else. */
export function isConsentChange({ section, part, answers, consents }: Part): boolean {
  const names = (sections.S8.fields as readonly Field[]).filter(isConsent).map(({ name }) => name);
  return (
    section === 'S8' &&
    part > 0 &&
    Boolean(consents) &&
    Object.keys(answers).every((name) => names.includes(name))
  );
}

/** Whether consent was ever asked for: a report from sos, or of a person who stopped after one page, never came to it. */
export function wasAskedConsent(parts: readonly Part[]): boolean {
  return parts.some(({ consents }) => consents);
}

const isConsent = ({ type }: Field) => type === 'consent' || type === 'consents';
const isEmpty = (answers: SectionAnswers) => Object.values(answers).every((values) => values.length === 0);
const isSame = (one: SectionAnswers, other: SectionAnswers) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

function inOrder<One extends Part>(parts: readonly One[]): One[] {
  return parts.toSorted((one, other) => one.part - other.part);
}

function pick(answers: SectionAnswers, names: readonly string[]): SectionAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
}

/** Latitude and longitude are given together, and how exact they are is said of these and no others. */
const PLACE = ['latitude', 'longitude'] as const;

/** What a part says beside what was known: half a place, or how exact one is, says nothing of the whole one that is known. */
function placeTold(given: SectionAnswers, known: SectionAnswers): SectionAnswers {
  const whole = (answers: SectionAnswers) => PLACE.every((name) => answers[name]?.length);
  if (whole(given) || !whole(known)) return given;
  return pick(
    given,
    Object.keys(given).filter((name) => ![...PLACE, 'accuracy_m'].includes(name)),
  );
}

/** `NONE` of a single value is an answer: nobody can be reached. */
const isUnknown = (answers: SectionAnswers) =>
  Object.values(answers)
    .flat()
    .every((value) => value === 'UNKNOWN');

/** Both, each once; "none" and "do not know" give way to whatever is known. */
function together(before: readonly string[], given: readonly string[]): string[] {
  const all = [...new Set([...before, ...given])];
  const known = all.filter((value) => !SAYS_NOTHING.includes(value));
  return known.length > 0 ? known : all;
}
