import { DAY, HOUR } from '@/lib/clock';
import { type Answers, has, one, type ReporterKind } from './answers';
import { seoulDate } from './partial-date';

/** An answer that urgency reads, and the gravest things that it could say. */
export interface Candidate {
  readonly field: string;
  /** The field is a date, NAME_year and so on. */
  readonly date?: true;
  /** The kinds that the form asks it of; others would be asked for what they cannot know. */
  readonly kinds: readonly ReporterKind[];
  /** When it makes sense to ask, given the other answers. */
  readonly when?: (answers: Answers) => boolean;
  /** Each is tried on its own; several when codes exclude each other. */
  readonly gravest: (at: Date) => readonly Answers[];
}

const now: readonly ReporterKind[] = ['SELF_DANGER', 'FAMILY', 'WITNESS', 'PRO'];
const person: readonly ReporterKind[] = ['SELF_DANGER', 'FAMILY', 'PRO'];
const contact: readonly ReporterKind[] = ['FAMILY', 'PRO'];
const offer: readonly ReporterKind[] = ['SELF_DANGER', 'FAMILY', 'OFFER', 'RETURNEE', 'PRO'];

const codes =
  (field: string, ...values: string[]) =>
  () => [{ [field]: values }];

function dateAnswers(name: string, moment: Date): Answers {
  const { year, month, day } = seoulDate(moment);
  return { [`${name}_year`]: [`${year}`], [`${name}_month`]: [`${month}`], [`${name}_day`]: [`${day}`] };
}

const dateAt = (name: string, offset: number) => (at: Date) => [
  dateAnswers(name, new Date(at.getTime() + offset)),
];

const departing = (answers: Answers) =>
  has(answers, 'situation', 'ABOUT_TO_DEPART') || has(answers, 'decided', 'GOING');
const threatened = (answers: Answers) =>
  has(answers, 'harm_now', 'RANSOM') || has(answers, 'harm_now', 'SALE_THREAT');
const wasNotBack = (answers: Answers) => !has(answers, 'situation', 'RETURNED');

/** What is worth asking first, in the order in which equals are asked: the way the form goes. */
export const candidates: readonly Candidate[] = [
  {
    field: 'situation',
    kinds: now,
    gravest: () =>
      ['CONFINED', 'ESCAPED_HIDING', 'SILENT', 'FREE_BUT_CONTROLLED', 'DETAINED_POLICE'].map((code) => ({
        situation: [code],
      })),
  },
  {
    field: 'harm_now',
    kinds: now,
    gravest: codes('harm_now', 'VIOLENCE', 'DEATH_THREAT', 'RANSOM', 'MEDICAL', 'SELF_HARM'),
  },
  {
    field: 'control',
    kinds: now,
    gravest: codes('control', 'PASSPORT', 'PHONE', 'GUARDS', 'DEBT', 'FORCED_CRIME', 'NO_PAY', 'HOURS'),
  },
  {
    field: 'deadline',
    date: true,
    kinds: now,
    when: (answers) => threatened(answers) || has(answers, 'situation', 'ABOUT_TO_DEPART'),
    gravest: dateAt('deadline', 12 * HOUR),
  },
  { field: 'can_talk', kinds: person, gravest: codes('can_talk', 'VOICE') },
  { field: 'minors_present', kinds: now, gravest: codes('minors_present', 'YES') },
  { field: 'people_count', kinds: now, gravest: codes('people_count', '1') },
  {
    field: 'latitude',
    kinds: now,
    when: wasNotBack,
    gravest: () => [{ latitude: ['0'], longitude: ['0'] }],
  },
  { field: 'vulnerability', kinds: person, gravest: codes('vulnerability', 'UNDER18', 'DISABILITY') },
  { field: 'birth', date: true, kinds: person, gravest: dateAt('birth', -10 * 365 * DAY) },
  {
    field: 'building',
    kinds: now,
    when: wasNotBack,
    gravest: () => [{ building: ['A'], floor: ['1'] }],
  },
  {
    field: 'floor',
    kinds: now,
    when: (answers) => wasNotBack(answers) && one(answers, 'building') !== undefined,
    gravest: codes('floor', '1'),
  },
  { field: 'last_contact_at', date: true, kinds: contact, gravest: dateAt('last_contact_at', -30 * DAY) },
  { field: 'last_msg_signs', kinds: contact, gravest: codes('last_msg_signs', 'HELP') },
  { field: 'first_contact_channel', kinds: offer, gravest: codes('first_contact_channel', 'TELEGRAM') },
  { field: 'promised_job', kinds: offer, gravest: codes('promised_job', 'TM') },
  { field: 'red_flags', kinds: offer, gravest: codes('red_flags', 'HIGH_PAY') },
  { field: 'gave', kinds: offer, gravest: codes('gave', 'PASSPORT_COPY') },
  { field: 'decided', kinds: offer, when: wasNotBack, gravest: codes('decided', 'GOING') },
  {
    field: 'planned_departure',
    date: true,
    kinds: offer,
    when: departing,
    gravest: dateAt('planned_departure', 24 * HOUR),
  },
];
