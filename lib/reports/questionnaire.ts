import type { Answers, ReporterKind } from '@/lib/urgency/answers';
import type { Code, CodeList } from './code-lists';
import { allOf, anyOf, type Condition, holds, not, settled } from './conditions';

/**
 * What is asked, as data: pages, schemas, the check page and the staff view are all derived from here. Which kind sees which field, and the
 * little that may be demanded, come from the questionnaire that the project was given; decisions 0007 and 0009 say where this departs from it.
 */
type Base = {
  readonly name: string;
  readonly kinds?: readonly ReporterKind[];
  /**
   * When the question makes sense. It decides what is shown, never what is read: whatever was posted is kept and stands on the check page,
   * unless kept-answers.ts may not keep it, and then the person is told.
   */
  readonly when?: Condition;
  /** Asked of each file of the section, beside that file: not a question of the page. */
  readonly perFile?: true;
};
export type Field =
  | (Base & { readonly type: 'code' | 'codes'; readonly list: CodeList })
  | (Base & { readonly type: 'text' | 'long-text'; readonly limit?: number })
  /** The same question any number of times: each value is a text of its own. */
  | (Base & { readonly type: 'texts' | 'long-texts' })
  | (Base & { readonly type: 'identifiers'; readonly mayHoldNumbers?: true })
  | (Base & { readonly type: 'number'; readonly min: number; readonly max: number; readonly decimals?: true })
  /** Files are stored apart (lib/evidence) and bound to the draft; as an answer such a field only ever says how many there are. */
  | (Base & { readonly type: 'file' })
  | (Base & { readonly type: 'partial-date' | 'date-time' | 'country' | 'consent' | 'consents' });

export type SectionId = 'S0' | 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'S7' | 'S8';
export type Section = { readonly id: SectionId; readonly slug: string; readonly fields: readonly Field[] };

const ABOUT_ANOTHER = ['FAMILY', 'PRO'] as const;
/** Whose passport it could be: the others tell of nobody whose number would help. */
const HAS_PASSPORT = ['SELF_DANGER', 'FAMILY', 'PRO'] as const;
const NOT_ANONYMOUS = not(holds('reporter_mode', 'ANONYMOUS'));
/** On a watched phone nobody is called or mailed: word waits behind the receipt code. */
const MAY_BE_CALLED = allOf(NOT_ANONYMOUS, not(holds('device_safe', 'MONITORED')));
const LEAVING = holds('situation', 'ABOUT_TO_DEPART');
const TRAVELLED = ['FAMILY', 'RETURNEE', 'PRO'] as const;

export const sections = {
  S0: {
    id: 'S0',
    slug: 'safety',
    fields: [
      { name: 'device_safe', type: 'code', list: 'device_safe' },
      { name: 'can_talk', type: 'code', list: 'can_talk', kinds: ['SELF_DANGER', 'FAMILY', 'PRO'] },
      { name: 'contact_risk', type: 'code', list: 'contact_risk', kinds: ['FAMILY', 'WITNESS', 'PRO'] },
      { name: 'subject_aware', type: 'code', list: 'yes_no_unknown', kinds: ['FAMILY', 'WITNESS', 'PRO'] },
      {
        name: 'subject_agrees',
        type: 'code',
        list: 'yes_no_unknown',
        kinds: ['FAMILY', 'WITNESS', 'PRO'],
        when: holds('subject_aware', 'YES'),
      },
    ],
  },
  S1: {
    id: 'S1',
    slug: 'now',
    fields: [
      { name: 'situation', type: 'code', list: 'situation' },
      { name: 'harm_now', type: 'codes', list: 'harm_now' },
      { name: 'control', type: 'codes', list: 'control' },
      { name: 'narrative', type: 'long-text' },
      {
        name: 'deadline',
        type: 'date-time',
        kinds: ['SELF_DANGER', 'FAMILY', 'WITNESS', 'PRO'],
        when: anyOf(holds('harm_now', 'RANSOM', 'SALE_THREAT'), LEAVING),
      },
      {
        name: 'people_count',
        type: 'number',
        min: 0,
        max: 9999,
        kinds: ['SELF_DANGER', 'FAMILY', 'WITNESS', 'PRO'],
      },
      {
        name: 'minors_present',
        type: 'code',
        list: 'yes_no_unknown',
        kinds: ['SELF_DANGER', 'FAMILY', 'WITNESS', 'PRO'],
      },
      {
        name: 'latitude',
        type: 'number',
        min: -90,
        max: 90,
        decimals: true,
        kinds: ['SELF_DANGER', 'FAMILY', 'WITNESS', 'PRO'],
      },
      {
        name: 'longitude',
        type: 'number',
        min: -180,
        max: 180,
        decimals: true,
        kinds: ['SELF_DANGER', 'FAMILY', 'WITNESS', 'PRO'],
      },
      {
        name: 'accuracy_m',
        type: 'number',
        min: 0,
        max: 1_000_000,
        decimals: true,
        kinds: ['SELF_DANGER', 'FAMILY', 'WITNESS', 'PRO'],
      },
    ],
  },
  S2: {
    id: 'S2',
    slug: 'person',
    fields: [
      { name: 'name_ko', type: 'text', limit: 200 },
      { name: 'name_passport', type: 'text', limit: 200 },
      { name: 'alias', type: 'text', limit: 200 },
      { name: 'birth', type: 'partial-date' },
      { name: 'sex', type: 'code', list: 'sex' },
      { name: 'nationality', type: 'country' },
      { name: 'relationship', type: 'code', list: 'relationship', kinds: ABOUT_ANOTHER },
      { name: 'subject_phones', type: 'identifiers' },
      { name: 'subject_handles', type: 'identifiers' },
      { name: 'subject_photo', type: 'file' },
      { name: 'vulnerability', type: 'codes', list: 'vulnerability' },
      { name: 'height_cm', type: 'number', min: 30, max: 260, kinds: ABOUT_ANOTHER },
      { name: 'build', type: 'text', kinds: ABOUT_ANOTHER },
      { name: 'hair', type: 'text', kinds: ABOUT_ANOTHER },
      { name: 'marks', type: 'text', kinds: ABOUT_ANOTHER },
      { name: 'clothing', type: 'text', kinds: ABOUT_ANOTHER },
      { name: 'prior_reports', type: 'codes', list: 'prior_reports', kinds: ABOUT_ANOTHER },
      { name: 'prior_report_numbers', type: 'text', kinds: ABOUT_ANOTHER },
    ],
  },
  S3: {
    id: 'S3',
    slug: 'place',
    fields: [
      { name: 'country', type: 'country' },
      { name: 'province', type: 'code', list: 'province', when: holds('country', 'KH') },
      { name: 'city', type: 'text' },
      { name: 'site_name', type: 'text' },
      { name: 'site_kind', type: 'code', list: 'site_kind' },
      { name: 'building', type: 'text' },
      { name: 'floor', type: 'text' },
      { name: 'room', type: 'text' },
      { name: 'landmark', type: 'text' },
      { name: 'location_source', type: 'code', list: 'location_source', kinds: ['FAMILY', 'WITNESS', 'PRO'] },
      { name: 'last_contact_at', type: 'date-time', kinds: ABOUT_ANOTHER },
      { name: 'last_contact_how', type: 'code', list: 'last_contact_how', kinds: ABOUT_ANOTHER },
      { name: 'last_contact_gist', type: 'long-text', kinds: ABOUT_ANOTHER },
      { name: 'last_msg_signs', type: 'codes', list: 'last_msg_signs', kinds: ABOUT_ANOTHER },
      { name: 'stay_from', type: 'partial-date', kinds: ['SELF_DANGER', 'RETURNEE'] },
      { name: 'stay_to', type: 'partial-date', kinds: ['SELF_DANGER', 'RETURNEE'] },
      { name: 'moved_history', type: 'long-texts' },
      { name: 'departed_on', type: 'partial-date', kinds: TRAVELLED },
      { name: 'flight', type: 'text', kinds: TRAVELLED },
      { name: 'airport_from', type: 'text', kinds: TRAVELLED },
      { name: 'airport_to', type: 'text', kinds: TRAVELLED },
      { name: 'ticket_paid_by', type: 'code', list: 'ticket_paid_by', kinds: TRAVELLED },
      { name: 'companions', type: 'texts', kinds: TRAVELLED },
      { name: 'met_by', type: 'text', kinds: TRAVELLED },
    ],
  },
  S4: {
    id: 'S4',
    slug: 'offer',
    fields: [
      { name: 'first_contact_channel', type: 'code', list: 'first_contact_channel' },
      { name: 'ad_urls', type: 'identifiers' },
      { name: 'ad_text', type: 'long-text' },
      { name: 'ad_screenshots', type: 'file' },
      { name: 'recruiter_handles', type: 'identifiers' },
      { name: 'recruiter_phones', type: 'identifiers' },
      { name: 'recruiter_names', type: 'text' },
      { name: 'promised_job', type: 'code', list: 'promised_job' },
      { name: 'promised_pay', type: 'text' },
      { name: 'red_flags', type: 'codes', list: 'red_flags' },
      { name: 'gave', type: 'codes', list: 'gave' },
      { name: 'decided', type: 'code', list: 'decided' },
      { name: 'planned_departure', type: 'date-time', when: anyOf(LEAVING, holds('decided', 'GOING')) },
    ],
  },
  S5: {
    id: 'S5',
    slug: 'money',
    fields: [
      { name: 'demanded', type: 'text' },
      { name: 'paid', type: 'text' },
      { name: 'paid_on', type: 'partial-date' },
      { name: 'money_method', type: 'code', list: 'money_method' },
      { name: 'accounts', type: 'identifiers', mayHoldNumbers: true },
      { name: 'wallets', type: 'identifiers', mayHoldNumbers: true },
      { name: 'transactions', type: 'identifiers', mayHoldNumbers: true },
    ],
  },
  S6: {
    id: 'S6',
    slug: 'made-to-do',
    fields: [
      { name: 'forced_tasks', type: 'codes', list: 'forced_tasks' },
      { name: 'compelled_how', type: 'long-text' },
      { name: 'others_there', type: 'text' },
      { name: 'managers', type: 'text' },
      { name: 'exit_how', type: 'code', list: 'exit_how' },
      { name: 'exit_on', type: 'partial-date' },
      { name: 'wants', type: 'codes', list: 'wants' },
    ],
  },
  S7: {
    id: 'S7',
    slug: 'evidence',
    fields: [
      { name: 'files', type: 'file' },
      { name: 'evidence_origin', type: 'code', list: 'evidence_origin', perFile: true },
      { name: 'caption', type: 'text', perFile: true },
    ],
  },
  S8: {
    id: 'S8',
    slug: 'you',
    fields: [
      { name: 'reporter_mode', type: 'code', list: 'reporter_mode' },
      { name: 'reporter_name', type: 'text', limit: 200, when: NOT_ANONYMOUS },
      { name: 'reporter_phone', type: 'text', when: MAY_BE_CALLED },
      { name: 'reporter_email', type: 'text', limit: 320, when: MAY_BE_CALLED },
      { name: 'reporter_messenger', type: 'text', when: NOT_ANONYMOUS },
      { name: 'contact_when', type: 'text' },
      { name: 'reach', type: 'text', kinds: [] },
      { name: 'agency_reference', type: 'text', kinds: ['PRO'] },
      { name: 'K1', type: 'consent' },
      { name: 'K2', type: 'consent' },
      { name: 'K3', type: 'consent', kinds: HAS_PASSPORT },
      { name: 'passport_number', type: 'text', limit: 40, kinds: HAS_PASSPORT, when: holds('K3', 'AGREE') },
      { name: 'K4', type: 'consents' },
      { name: 'K5', type: 'consent' },
      { name: 'K6', type: 'consent' },
    ],
  },
} as const satisfies Record<SectionId, Section>;

export type FieldName = (typeof sections)[SectionId]['fields'][number]['name'];
export type SectionSlug = (typeof sections)[SectionId]['slug'];

/** In which order each kind meets its sections. */
export const order: Readonly<Record<ReporterKind, readonly SectionId[]>> = {
  SELF_DANGER: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'],
  FAMILY: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S7', 'S8'],
  WITNESS: ['S0', 'S1', 'S3', 'S7', 'S8'],
  OFFER: ['S0', 'S4', 'S1', 'S5', 'S7', 'S8'],
  RETURNEE: ['S0', 'S3', 'S1', 'S4', 'S5', 'S6', 'S7', 'S8'],
  PRO: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S7', 'S8'],
};

/** The section that is a compartment of its own: sealed under its own key, read by permission only, and in nothing that others read. */
export const COMPARTMENT = 'S6' satisfies SectionId;

/** When the money page stands in the way by itself; asked for, it can be opened from the check page. */
export const MONEY_MATTERS = anyOf(holds('harm_now', 'RANSOM'), holds('gave', 'MONEY'));

/** All that may ever be demanded: of each inner list, one. UNKNOWN satisfies every code, "do not know" every date. */
export const needs: Readonly<Record<ReporterKind, readonly (readonly FieldName[])[]>> = {
  SELF_DANGER: [['situation', 'narrative']],
  FAMILY: [
    ['name_ko', 'name_passport', 'alias'],
    ['birth'],
    ['sex'],
    ['last_contact_at'],
    ['prior_reports'],
    ['contact_risk'],
  ],
  WITNESS: [['narrative'], ['country', 'province', 'site_name', 'building', 'latitude']],
  OFFER: [
    ['first_contact_channel'],
    ['ad_urls', 'ad_text', 'ad_screenshots', 'recruiter_handles'],
    ['decided'],
    ['gave'],
  ],
  RETURNEE: [['stay_from', 'stay_to', 'site_name', 'recruiter_handles', 'recruiter_names', 'narrative']],
  PRO: [['narrative', 'situation']],
};

/** The agencies whose consent to be given a report is asked one by one (K4); the table that staff edit comes with referral. */
export const consentAgencies = ['MOFA', 'POLICE', 'SUPPORT_CENTRE'] as const;
export type ConsentAgency = (typeof consentAgencies)[number];

/** The situations that make sense to offer a kind; every code is still taken from a client that posts it. */
export const situationsOffered: Partial<Record<ReporterKind, readonly Code<'situation'>[]>> = {
  SELF_DANGER: [
    'CONFINED',
    'ESCAPED_HIDING',
    'FREE_BUT_CONTROLLED',
    'DETAINED_POLICE',
    'ABOUT_TO_DEPART',
    'OTHER',
    'UNKNOWN',
  ],
  OFFER: ['OFFER_ONLY', 'ABOUT_TO_DEPART', 'OTHER', 'UNKNOWN'],
  RETURNEE: ['RETURNED', 'DETAINED_POLICE', 'OTHER', 'UNKNOWN'],
};

/** A section's fields as one kind may answer them, whatever the other answers say. */
export function fieldsOf(kind: ReporterKind, id: SectionId): readonly Field[] {
  const fields: readonly Field[] = sections[id].fields;
  return fields.filter(({ kinds }) => !kinds || kinds.includes(kind));
}

/** A field as a page shows it. `reveal`: an answer on this very page decides whether it is seen, which is the stylesheet's business. */
export type Asked = { readonly field: Field; readonly reveal: boolean };

/**
 * The questions of a page, given the answers so far. One that other pages have ruled out is not there. One that this page can still ask for
 * or rule out is there for the stylesheet to show, and plainly there in a browser that cannot; once it was answered it stays in sight, so
 * that it can be changed.
 */
export function askedOn(kind: ReporterKind, ids: readonly SectionId[], answers: Answers): Asked[] {
  const fields = ids.flatMap((id) => fieldsOf(kind, id)).filter(({ perFile }) => !perFile);
  const here = fields.map(({ name }) => name);
  return fields.flatMap((field) => {
    const met = field.when ? settled(field.when, answers, here) : true;
    if (met === false) return [];
    const answered = postedNames(field).some((name) => answers[name]?.length);
    return [{ field, reveal: met === undefined && !answered }];
  });
}

/** The names a field posts. */
export function postedNames(field: Field): string[] {
  const { name, type } = field;
  if (type === 'partial-date') return [`${name}_year`, `${name}_month`, `${name}_day`, `${name}_unknown`];
  if (type === 'date-time')
    return [`${name}_year`, `${name}_month`, `${name}_day`, `${name}_time`, `${name}_unknown`];
  return [name];
}

/** How many files a draft holds for a field of type `file`. */
export type FileCounts = Readonly<Record<string, number>>;

/** Files as answers: how many there are, as text, under the field's name. It satisfies a demand and speaks for an advertisement (urgency). */
export function fileAnswers(counts: FileCounts = {}): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => [name, [String(count)]]),
  );
}
