import { has, one, readNumber } from './answers';
import { anyIn, codesIn, type Facts, joined, type Source, type Sources } from './facts';
import { limits } from './limits';
import { personAffected, tip } from './tip';
import { deadlineWithin, departure, lure, silentDays, youngByBirth } from './windows';

/** What the answers are read for. Each sign is there or not, and names the answers that it came from. */
export const signCodes = [
  'CONFINED',
  'PURSUED',
  'VIOLENCE',
  'THREAT',
  'MEDICAL',
  'SELF_HARM',
  'RANSOM',
  'DEADLINE',
  'DEADLINE_NEAR',
  'MINOR',
  'DISABILITY',
  'SILENT',
  'SILENT_LONG',
  'MISSING',
  'DISTRESS',
  'LURE',
  'CONTROLLED',
  'HELD_BY_AUTHORITY',
  'DEPARTS',
  'LIVE_CHANNEL',
  'EXACT_PLACE',
  'ABROAD',
  'RETURNED',
  'GAVE',
  'SELF_DANGER',
  'THROUGH_SOS',
  'FAMILY_UNSURE',
  'PERSON_AFFECTED',
  'TIP',
] as const;

export type SignCode = (typeof signCodes)[number];

/** The signs that are there, each with its answers. */
export type Signs = ReadonlyMap<SignCode, readonly Source[]>;

/** Home again: said so, or a returnee of whom nothing else was said. */
function returned({ kind, answers }: Facts): Sources {
  const saidSo = codesIn(answers, 'situation', ['RETURNED']);
  if (saidSo) return saidSo;
  return kind === 'RETURNEE' && one(answers, 'situation') === undefined
    ? [{ field: 'reporter_kind', code: 'RETURNEE' }]
    : undefined;
}

/**
 * A person is taken to be abroad unless the answers say otherwise, so this sign may stand on no answer at all. A
 * returnee's country is where they were. Kind OFFER alone says nothing here: rather too urgent than not.
 */
function abroad(facts: Facts): Sources {
  const { answers } = facts;
  const country = one(answers, 'country');
  if (returned(facts) || has(answers, 'situation', 'OFFER_ONLY') || country === 'KR') return undefined;
  return joined(anyIn(answers, 'situation'), anyIn(answers, 'country')) ?? [];
}

/** What is done to hold someone: counts for points also when it is over. */
export function confinement({ answers }: Facts): Sources {
  return joined(codesIn(answers, 'situation', ['CONFINED']), codesIn(answers, 'control', ['GUARDS']));
}

/** Control codes tell a returned person's past, so they hold nobody now. */
function ifNotReturned(facts: Facts, sources: Sources): Sources {
  return returned(facts) ? undefined : sources;
}

const silent = ({ answers }: Facts) => codesIn(answers, 'situation', ['SILENT']);

/** Long, by the date of the last contact or because that date is not known. */
function silentLong(facts: Facts): Sources {
  const days = silentDays(facts);
  if (days !== undefined && days < limits.longSilenceDays) return undefined;
  const since = silent(facts);
  return since && [...since, { field: 'last_contact_at' }];
}

/** The kind itself reads "out of contact or in danger", so a family that does not know which is not kept waiting. */
function familyUnsure({ kind, answers }: Facts): Sources {
  return kind === 'FAMILY' && one(answers, 'situation') === undefined
    ? [
        { field: 'reporter_kind', code: 'FAMILY' },
        codesIn(answers, 'situation', ['UNKNOWN'])?.[0] ?? { field: 'situation' },
      ]
    : undefined;
}

function exactPlace({ answers }: Facts): Sources {
  const latitude = readNumber(answers, 'latitude');
  const longitude = readNumber(answers, 'longitude');
  const onEarth =
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180;
  const given = (field: string): Sources => (one(answers, field) === undefined ? undefined : [{ field }]);
  const within = joined(given('floor'), given('room'), given('site_name'));
  const building = given('building');
  return joined(
    onEarth ? [{ field: 'latitude' }, { field: 'longitude' }] : undefined,
    building && within ? [...building, ...within] : undefined,
  );
}

const harm =
  (...codes: string[]) =>
  (facts: Facts) =>
    codesIn(facts.answers, 'harm_now', codes);

/**
 * How each sign is read. Nationality, sex, suspicion, anonymity and style are not read here or anywhere in urgency;
 * neither is the compartment on what people were made to do, which not every reader of a level may see.
 */
const readings: Readonly<Record<SignCode, (facts: Facts) => Sources>> = {
  CONFINED: (facts) => ifNotReturned(facts, confinement(facts)),
  PURSUED: ({ answers }) => codesIn(answers, 'situation', ['ESCAPED_HIDING']),
  VIOLENCE: harm('VIOLENCE', 'SEXUAL', 'DRUGGED'),
  THREAT: harm('DEATH_THREAT', 'SALE_THREAT'),
  MEDICAL: harm('MEDICAL'),
  SELF_HARM: harm('SELF_HARM'),
  RANSOM: (facts) => joined(harm('RANSOM')(facts), codesIn(facts.answers, 'control', ['DEBT'])),
  DEADLINE: (facts) => deadlineWithin(facts, limits.soonHours),
  DEADLINE_NEAR: (facts) => deadlineWithin(facts, limits.nearHours),
  MINOR: (facts) =>
    joined(
      codesIn(facts.answers, 'vulnerability', ['UNDER18']),
      codesIn(facts.answers, 'minors_present', ['YES']),
      youngByBirth(facts),
    ),
  DISABILITY: ({ answers }) => codesIn(answers, 'vulnerability', ['DISABILITY']),
  SILENT: silent,
  SILENT_LONG: silentLong,
  MISSING: (facts) => silent(facts) ?? familyUnsure(facts),
  DISTRESS: ({ answers }) =>
    codesIn(answers, 'last_msg_signs', ['HELP', 'CODEWORD', 'SCRIPTED', 'OTHER_PERSON', 'MONEY']),
  LURE: lure,
  CONTROLLED: (facts) =>
    joined(
      ifNotReturned(facts, codesIn(facts.answers, 'control', ['PASSPORT', 'PHONE', 'FORCED_CRIME'])),
      codesIn(facts.answers, 'situation', ['FREE_BUT_CONTROLLED']),
    ),
  HELD_BY_AUTHORITY: ({ answers }) => codesIn(answers, 'situation', ['DETAINED_POLICE']),
  DEPARTS: departure,
  LIVE_CHANNEL: ({ answers }) => codesIn(answers, 'can_talk', ['VOICE', 'TEXT', 'WINDOW']),
  EXACT_PLACE: exactPlace,
  ABROAD: abroad,
  RETURNED: returned,
  GAVE: ({ answers }) =>
    codesIn(answers, 'gave', ['PASSPORT_COPY', 'ID_CARD', 'BANKBOOK', 'OTP', 'PHONE_SIM', 'MONEY']),
  SELF_DANGER: ({ kind }) => (kind === 'SELF_DANGER' ? [{ field: 'reporter_kind', code: kind }] : undefined),
  THROUGH_SOS: ({ viaSos }) => (viaSos ? [{ field: 'via_sos' }] : undefined),
  FAMILY_UNSURE: familyUnsure,
  PERSON_AFFECTED: personAffected,
  TIP: tip,
};

/** Reads all signs. A sign that is not there has no entry. */
export function readSigns(facts: Facts): Signs {
  const signs = new Map<SignCode, readonly Source[]>();
  for (const code of signCodes) {
    const from = readings[code](facts);
    if (from) signs.set(code, from);
  }
  return signs;
}
