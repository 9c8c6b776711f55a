import type { Answers } from '@/lib/urgency/answers';
import type { Consents } from './consents';
import type { SectionAnswers } from './posted';
import type { SectionId } from './questionnaire';

/** How the reporter can be reached, which K1 is asked for. */
export const REPORTER_FIELDS: readonly string[] = [
  'reporter_name',
  'reporter_phone',
  'reporter_email',
  'reporter_messenger',
  'contact_when',
];
/** What of a person's circumstances is health (K2). */
export const HEALTH_CODES: readonly string[] = ['DISABILITY', 'PREGNANT', 'CHRONIC', 'MENTAL'];
/** What K3 is asked for. */
export const PASSPORT_FIELDS: readonly string[] = ['passport_number'];

type Sections = Partial<Record<SectionId, { answers: SectionAnswers; consents?: Consents }>>;

/**
 * What of a draft may be kept, by what was agreed to. Who answered the page about themselves without agreeing to K1, or chose to stay
 * anonymous, has their own contact dropped; without K2 the health codes are dropped, without K3 the passport number. Who never came to that
 * page, or cleared it, was not asked: their own contact and passport number were not given, and health codes are kept for the sake of life
 * (Personal Information Protection Act art. 15 (1) 5 and 23).
 */
export function keptAnswers(sections: Sections): Sections {
  if (!sections.S8) return sections;
  if (!sections.S8.consents)
    return { ...sections, S8: without(sections.S8, [...REPORTER_FIELDS, 'passport_number']) };
  const you: Answers = sections.S8.answers;
  const monitored = sections.S0?.answers.device_safe?.includes('MONITORED');
  const contact = isAnonymous(you) ? REPORTER_FIELDS : monitored ? ['reporter_phone', 'reporter_email'] : [];
  const passport = you.K3?.includes('AGREE') ? [] : PASSPORT_FIELDS;
  const kept = { ...sections, S8: without(sections.S8, [...contact, ...passport]) };
  const person = sections.S2;
  if (you.K2?.includes('AGREE') || !person?.answers.vulnerability) return kept;
  const vulnerability = person.answers.vulnerability.filter((code) => !HEALTH_CODES.includes(code));
  return { ...kept, S2: { ...person, answers: { ...person.answers, vulnerability } } };
}

/** Without K1, or by choice, the report goes the anonymous way. */
const isAnonymous = (you: Answers) =>
  !you.K1?.includes('AGREE') || Boolean(you.reporter_mode?.includes('ANONYMOUS'));

export type Dropped = 'contact' | 'monitored' | 'health' | 'passport';

/** What was typed and will not be kept, so that the check page and the receipt can say so. */
export function droppedAnswers(sections: Sections): Dropped[] {
  const kept = keptAnswers(sections);
  const lost = (id: 'S2' | 'S8', fields: readonly string[]) =>
    fields.some(
      (field) => (sections[id]?.answers[field]?.length ?? 0) > (kept[id]?.answers[field]?.length ?? 0),
    );
  const dropped: Dropped[] = [];
  if (lost('S8', REPORTER_FIELDS))
    dropped.push(isAnonymous(sections.S8?.answers ?? {}) ? 'contact' : 'monitored');
  if (lost('S8', ['passport_number'])) dropped.push('passport');
  if (lost('S2', ['vulnerability'])) dropped.push('health');
  return dropped;
}

function without(section: Sections['S8'], names: readonly string[]): Sections['S8'] {
  if (!section) return section;
  const answers = Object.fromEntries(
    Object.entries(section.answers).filter(([name]) => !names.includes(name)),
  );
  return { ...section, answers };
}
