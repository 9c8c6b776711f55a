import type { Answers } from '@/lib/urgency/answers';
import type { SectionAnswers } from './posted';
import type { SectionId } from './questionnaire';

const REPORTER_FIELDS = [
  'reporter_name',
  'reporter_phone',
  'reporter_email',
  'reporter_messenger',
  'contact_when',
];
const HEALTH_CODES = ['DISABILITY', 'PREGNANT', 'CHRONIC', 'MENTAL'];

type Sections = Partial<Record<SectionId, { answers: SectionAnswers; consentText?: string }>>;

/**
 * What of a draft may be kept, by what was agreed to. Who answered the page about themselves without agreeing to K1, or chose to stay
 * anonymous, has their own contact dropped; without K2 the health codes are dropped. Who never came to that page was not asked: their own
 * contact was not given, and health codes are kept for the sake of life (Personal Information Protection Act art. 15 (1) 5 and 23).
 */
export function keptAnswers(sections: Sections): Sections {
  const you: Answers | undefined = sections.S8?.answers;
  if (!you) return sections;
  const monitored = sections.S0?.answers.device_safe?.includes('MONITORED');
  const anonymous = !you.K1?.includes('AGREE') || you.reporter_mode?.includes('ANONYMOUS');
  const dropped = anonymous ? REPORTER_FIELDS : monitored ? ['reporter_phone', 'reporter_email'] : [];
  const kept = { ...sections, S8: without(sections.S8, dropped) };
  const person = sections.S2;
  if (you.K2?.includes('AGREE') || !person?.answers.vulnerability) return kept;
  const vulnerability = person.answers.vulnerability.filter((code) => !HEALTH_CODES.includes(code));
  return { ...kept, S2: { ...person, answers: { ...person.answers, vulnerability } } };
}

/** Whether the reporter's own contact is dropped although some was typed, so that the receipt can say so. */
export function dropsContact(sections: Sections): boolean {
  const typed = REPORTER_FIELDS.some((field) => sections.S8?.answers[field]?.length);
  const left = keptAnswers(sections).S8?.answers ?? {};
  return typed && !REPORTER_FIELDS.some((field) => left[field]?.length);
}

function without(section: Sections['S8'], names: readonly string[]): Sections['S8'] {
  if (!section) return section;
  const answers = Object.fromEntries(
    Object.entries(section.answers).filter(([name]) => !names.includes(name)),
  );
  return { ...section, answers };
}
