import type { Locale } from '@/lib/i18n/locale';
import type { Answers, ReporterKind } from '@/lib/urgency/answers';
import { dateField, momentField } from '../scenario';
import type { Chance } from './chance';
import { narrate, type Theme } from './narratives';
import { cityName, handle, hangulName, landmark, passportName, phone, siteName } from './vocabulary';

export type Told = { kind: ReporterKind; viaSos: boolean; locale: Locale; answers: Answers };

type Story = {
  kind: ReporterKind;
  theme: Theme;
  /** How often, against the others. */
  weight: number;
  viaSos?: true;
  /** The answers that make it what it is. */
  answers: (chance: Chance, at: Date) => Answers;
};

const CONTROL = ['PASSPORT', 'PHONE', 'GUARDS', 'DEBT', 'QUOTA'] as const;
const held = { situation: ['CONFINED'], last_contact_how: ['TELEGRAM'] } satisfies Answers;
const offered = {
  first_contact_channel: ['TELEGRAM'],
  promised_job: ['CHAT'],
  red_flags: ['HIGH_PAY', 'FREE_TICKET'],
} satisfies Answers;
const silentFor = (chance: Chance, at: Date, least: number, most: number) => ({
  situation: ['SILENT'],
  ...dateField('last_contact_at', at, -24 * chance.int(least, most)),
});

/** Every kind of reporter and every level, about as often as they would come. */
const STORIES: readonly Story[] = [
  {
    kind: 'FAMILY',
    theme: 'held',
    weight: 4,
    answers: (chance) => ({ ...held, harm_now: ['VIOLENCE'], control: chance.some(CONTROL, 0.5) }),
  },
  {
    kind: 'FAMILY',
    theme: 'held',
    weight: 9,
    answers: (chance) => ({ ...held, control: chance.some(CONTROL, 0.5) }),
  },
  {
    kind: 'FAMILY',
    theme: 'ransom',
    weight: 3,
    answers: (chance, at) => ({
      ...silentFor(chance, at, 1, 3),
      ...momentField('deadline', at, 24 * chance.int(1, 3)),
      harm_now: ['RANSOM'],
      last_msg_signs: ['MONEY'],
      demanded: [`${chance.int(1, 5)},000만 원 상당의 코인`],
    }),
  },
  {
    kind: 'FAMILY',
    theme: 'silent',
    weight: 15,
    answers: (chance, at) => ({ ...silentFor(chance, at, 7, 20), red_flags: ['HIGH_PAY'] }),
  },
  {
    kind: 'FAMILY',
    theme: 'silent',
    weight: 9,
    answers: (chance, at) => ({ ...silentFor(chance, at, 1, 3), last_msg_signs: ['NORMAL'] }),
  },
  { kind: 'FAMILY', theme: 'detained', weight: 5, answers: () => ({ situation: ['DETAINED_POLICE'] }) },
  {
    kind: 'SELF_DANGER',
    theme: 'held',
    weight: 2,
    answers: (chance) => ({
      situation: ['CONFINED'],
      harm_now: ['VIOLENCE'],
      control: ['PASSPORT', 'FORCED_CRIME'],
      can_talk: ['TEXT'],
      device_safe: [chance.pick(['SHARED', 'MONITORED'])],
      forced_tasks: ['VOICE_PHISHING'],
    }),
  },
  {
    kind: 'SELF_DANGER',
    theme: 'held',
    weight: 5,
    answers: () => ({ situation: ['CONFINED'], control: ['PASSPORT', 'PHONE'], can_talk: ['TEXT'] }),
  },
  { kind: 'SELF_DANGER', theme: 'held', weight: 3, viaSos: true, answers: () => ({}) },
  {
    kind: 'SELF_DANGER',
    theme: 'held',
    weight: 3,
    answers: () => ({ situation: ['FREE_BUT_CONTROLLED'], control: ['GUARDS'], can_talk: ['WINDOW'] }),
  },
  {
    kind: 'WITNESS',
    theme: 'seen',
    weight: 2,
    answers: (chance) => ({
      situation: ['CONFINED'],
      harm_now: ['VIOLENCE'],
      building: ['B동'],
      floor: [`${chance.int(2, 9)}`],
    }),
  },
  { kind: 'WITNESS', theme: 'seen', weight: 7, answers: () => ({ location_source: ['HEARSAY'] }) },
  {
    kind: 'OFFER',
    theme: 'offered',
    weight: 5,
    answers: (chance, at) => ({
      ...offered,
      ...dateField('planned_departure', at, 24 * chance.int(0, 9)),
      decided: ['GOING'],
      gave: ['NONE'],
    }),
  },
  {
    kind: 'OFFER',
    theme: 'offered',
    weight: 9,
    answers: () => ({ ...offered, gave: ['PASSPORT_COPY'], decided: ['REFUSED'] }),
  },
  {
    kind: 'OFFER',
    theme: 'offered',
    weight: 12,
    answers: () => ({ first_contact_channel: ['JOBSITE'], gave: ['NONE'], decided: ['REFUSED'] }),
  },
  {
    kind: 'RETURNEE',
    theme: 'returned',
    weight: 8,
    answers: (_, at) => ({
      ...dateField('stay_from', at, -200 * 24),
      ...dateField('stay_to', at, -60 * 24),
      situation: ['RETURNED'],
      control: ['FORCED_CRIME'],
    }),
  },
  {
    kind: 'PRO',
    theme: 'held',
    weight: 3,
    answers: () => ({ situation: ['UNKNOWN'], agency_reference: ['A-1'] }),
  },
];

const weights = STORIES.map((story) => [story, story.weight] as const);

/** One made-up report, about as much of the form filled in as people do. */
export function tell(chance: Chance, at: Date): Told {
  const story = chance.weighted(weights);
  const locale: Locale = chance.of(story.theme === 'seen' ? 0.35 : 0.1) ? 'en' : 'ko';
  const { kind } = story;
  const narrative = [narrate(chance, story.theme, locale)];
  const told = (answers: Answers): Told => ({ kind, viaSos: story.viaSos ?? false, locale, answers });
  if (story.viaSos) return told({ narrative, ...(chance.of(0.4) ? { reach: [phone(chance)] } : {}) });
  return told({
    ...story.answers(chance, at),
    ...(kind === 'OFFER' ? { ad_text: narrative } : { narrative }),
    ...personAnswers(chance, kind, at),
    ...placeAnswers(chance, kind, locale),
    ...reporterAnswers(chance),
  });
}

function personAnswers(chance: Chance, kind: ReporterKind, at: Date): Answers {
  const recruiter = chance.of(0.5) ? { recruiter_handles: [handle(chance)] } : {};
  if (kind === 'WITNESS') return {};
  if (kind === 'OFFER') return recruiter;
  const self = kind === 'SELF_DANGER' || kind === 'RETURNEE';
  return {
    ...(self && chance.of(0.5) ? {} : { name_ko: [hangulName(chance)] }),
    ...(chance.of(0.4) ? { name_passport: [passportName(chance)] } : {}),
    birth_year: [`${at.getUTCFullYear() - chance.int(19, 45)}`],
    sex: [chance.pick(['MALE', 'MALE', 'FEMALE'])],
    ...(chance.of(0.6) ? { subject_phones: [phone(chance)] } : {}),
    ...(chance.of(0.4) ? { subject_handles: [handle(chance)] } : {}),
    ...recruiter,
    ...(self
      ? {}
      : {
          relationship: [chance.pick(['PARENT', 'SIBLING', 'FRIEND', 'SPOUSE'])],
          prior_reports: [chance.pick(['NONE', 'POLICE_112', 'CONSULAR_CALL_CENTRE'])],
        }),
  };
}

function placeAnswers(chance: Chance, kind: ReporterKind, locale: Locale): Answers {
  const risk = chance.weighted([
    ['SAFE', 5],
    ['UNKNOWN', 4],
    ['RISKY', 1],
  ] as const);
  const barred = kind === 'FAMILY' || kind === 'WITNESS' || kind === 'PRO' ? { contact_risk: [risk] } : {};
  if (kind === 'OFFER' || chance.of(0.25)) return barred;
  return {
    ...barred,
    country: ['KH'],
    province: [`KH-${chance.int(1, 25)}`],
    ...(chance.of(0.7) ? { city: [cityName(chance, locale)] } : {}),
    ...(chance.of(0.5) ? { site_name: [siteName(chance, locale)] } : {}),
    ...(chance.of(0.3) ? { landmark: [landmark(chance, locale)] } : {}),
  };
}

function reporterAnswers(chance: Chance): Answers {
  if (chance.of(0.3)) return { reporter_mode: ['ANONYMOUS'], K6: ['AGREE'] };
  return {
    reporter_mode: ['CONFIDENTIAL'],
    reporter_name: [hangulName(chance)],
    reporter_phone: [phone(chance)],
    K1: ['AGREE'],
    K2: ['AGREE'],
    ...(chance.of(0.7) ? { K4: ['MOFA', 'POLICE'] } : {}),
    ...(chance.of(0.8) ? { K6: ['AGREE'] } : {}),
  };
}
