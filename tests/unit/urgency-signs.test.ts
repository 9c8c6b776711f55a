import { describe, expect, it } from 'vitest';
import type { Answers, ReporterKind } from '@/lib/urgency/answers';
import { readSigns, type SignCode, signCodes } from '@/lib/urgency/signs';

const at = new Date('2026-10-15T03:00:00Z');

const read = (
  answers: Answers,
  kind: ReporterKind = 'PRO',
  extra: { viaSos?: boolean; linkedLure?: boolean } = {},
) => readSigns({ kind, answers, at, ...extra });

/** The sign, answers that show it, and the answers that it must name. */
const shown: readonly [SignCode, Answers, string][] = [
  ['CONFINED', { situation: ['CONFINED'] }, 'situation=CONFINED'],
  ['CONFINED', { control: ['DEBT', 'GUARDS'] }, 'control=GUARDS'],
  ['PURSUED', { situation: ['ESCAPED_HIDING'] }, 'situation=ESCAPED_HIDING'],
  ['VIOLENCE', { harm_now: ['VIOLENCE'] }, 'harm_now=VIOLENCE'],
  ['VIOLENCE', { harm_now: ['DRUGGED', 'SEXUAL'] }, 'harm_now=SEXUAL harm_now=DRUGGED'],
  ['THREAT', { harm_now: ['DEATH_THREAT'] }, 'harm_now=DEATH_THREAT'],
  ['THREAT', { harm_now: ['SALE_THREAT'] }, 'harm_now=SALE_THREAT'],
  ['MEDICAL', { harm_now: ['MEDICAL'] }, 'harm_now=MEDICAL'],
  ['SELF_HARM', { harm_now: ['SELF_HARM'] }, 'harm_now=SELF_HARM'],
  ['RANSOM', { harm_now: ['RANSOM'], control: ['DEBT'] }, 'harm_now=RANSOM control=DEBT'],
  ['RANSOM', { control: ['DEBT'] }, 'control=DEBT'],
  ['DEADLINE', { deadline_year: ['2026'], deadline_month: ['10'], deadline_day: ['18'] }, 'deadline'],
  ['DEADLINE_NEAR', { deadline_year: ['2026'], deadline_month: ['10'], deadline_day: ['16'] }, 'deadline'],
  ['MINOR', { vulnerability: ['UNDER18'] }, 'vulnerability=UNDER18'],
  ['MINOR', { minors_present: ['YES'] }, 'minors_present=YES'],
  ['MINOR', { birth_year: ['2010'], birth_month: ['3'] }, 'birth_year birth_month'],
  ['DISABILITY', { vulnerability: ['DISABILITY'] }, 'vulnerability=DISABILITY'],
  ['SILENT', { situation: ['SILENT'] }, 'situation=SILENT'],
  ['SILENT_LONG', { situation: ['SILENT'] }, 'situation=SILENT last_contact_at'],
  ['MISSING', { situation: ['SILENT'] }, 'situation=SILENT'],
  ...['HELP', 'CODEWORD', 'SCRIPTED', 'OTHER_PERSON', 'MONEY'].map((code): [SignCode, Answers, string] => [
    'DISTRESS',
    { last_msg_signs: [code] },
    `last_msg_signs=${code}`,
  ]),
  ['LURE', { red_flags: ['HIGH_PAY'] }, 'red_flags=HIGH_PAY'],
  ['LURE', { promised_job: ['OTHER'] }, 'promised_job=OTHER'],
  ['LURE', { first_contact_channel: ['GAME'] }, 'first_contact_channel=GAME'],
  ['CONTROLLED', { control: ['PHONE', 'PASSPORT'] }, 'control=PASSPORT control=PHONE'],
  ['CONTROLLED', { control: ['FORCED_CRIME'] }, 'control=FORCED_CRIME'],
  ['CONTROLLED', { situation: ['FREE_BUT_CONTROLLED'] }, 'situation=FREE_BUT_CONTROLLED'],
  ['HELD_BY_AUTHORITY', { situation: ['DETAINED_POLICE'] }, 'situation=DETAINED_POLICE'],
  ['DEPARTS', { decided: ['GOING'] }, 'decided=GOING'],
  [
    'DEPARTS',
    { planned_departure_year: ['2026'], planned_departure_month: ['10'], red_flags: ['HURRY'] },
    'planned_departure red_flags=HURRY',
  ],
  ...['VOICE', 'TEXT', 'WINDOW'].map((code): [SignCode, Answers, string] => [
    'LIVE_CHANNEL',
    { can_talk: [code] },
    `can_talk=${code}`,
  ]),
  ['EXACT_PLACE', { latitude: ['10.45'], longitude: ['103.3'] }, 'latitude longitude'],
  ['EXACT_PLACE', { building: ['B'], room: ['402'] }, 'building room'],
  ['EXACT_PLACE', { building: ['B'], floor: ['4'], site_name: ['은하수'] }, 'building floor site_name'],
  ['ABROAD', {}, ''],
  ['ABROAD', { country: ['KH'], situation: ['SILENT'] }, 'situation=SILENT country=KH'],
  ['RETURNED', { situation: ['RETURNED'] }, 'situation=RETURNED'],
  ['GAVE', { gave: ['PHOTO', 'MONEY'] }, 'gave=MONEY'],
];

/** Answers that come close and must not show the sign. */
const absent: readonly [SignCode, Answers][] = [
  ['CONFINED', { situation: ['RETURNED'], control: ['GUARDS'] }],
  ['CONTROLLED', { situation: ['RETURNED'], control: ['PASSPORT'] }],
  ['DISTRESS', { last_msg_signs: ['NORMAL', 'UNKNOWN'] }],
  ['LURE', { red_flags: ['UNKNOWN'], promised_job: ['UNKNOWN'], first_contact_channel: [''] }],
  ['MINOR', { minors_present: ['UNKNOWN'], vulnerability: ['NONE'] }],
  ['LIVE_CHANNEL', { can_talk: ['NONE'] }],
  ['EXACT_PLACE', { building: ['B'] }],
  ['EXACT_PLACE', { site_name: ['은하수'], floor: ['4'] }],
  ['EXACT_PLACE', { latitude: ['10.45'] }],
  ['EXACT_PLACE', { latitude: ['910'], longitude: ['103'] }],
  ['EXACT_PLACE', { building: ['UNKNOWN'], floor: ['4'] }],
  ['GAVE', { gave: ['PHOTO'] }],
  ['GAVE', { gave: ['NONE'] }],
];

describe('each sign names the answers that it came from', () => {
  it.each(shown)('%s from %j', (sign, answers, expected) => {
    const from = read(answers).get(sign);
    expect(from?.map(({ field, code }) => (code ? `${field}=${code}` : field)).join(' ')).toBe(expected);
  });

  it.each(absent)('%s not from %j', (sign, answers) => expect(read(answers).has(sign)).toBe(false));

  it('reads who sends and how', () => {
    expect(read({}, 'SELF_DANGER').has('SELF_DANGER')).toBe(true);
    expect(read({}, 'WITNESS', { viaSos: true }).get('THROUGH_SOS')).toEqual([{ field: 'via_sos' }]);
    expect(read({}, 'PRO', { linkedLure: true }).get('LURE')).toEqual([{ field: 'linked_report' }]);
    expect(read({}, 'FAMILY').get('FAMILY_UNSURE')).toHaveLength(2);
    expect(read({ situation: ['OTHER'] }, 'FAMILY').has('FAMILY_UNSURE')).toBe(false);
  });

  it('reads every sign somewhere in this file', () => {
    const tried = new Set([...shown.map(([sign]) => sign), 'SELF_DANGER', 'THROUGH_SOS', 'FAMILY_UNSURE']);
    // The last two are tried with the levels.
    expect(signCodes.filter((sign) => !tried.has(sign))).toEqual(['PERSON_AFFECTED', 'TIP']);
  });
});

describe('a person is taken to be abroad unless the answers say otherwise', () => {
  it.each<[ReporterKind, Answers, boolean]>([
    ['FAMILY', {}, true],
    ['FAMILY', { situation: ['UNKNOWN'], country: ['UNKNOWN'] }, true],
    ['FAMILY', { country: ['TH'] }, true],
    ['FAMILY', { country: ['KR'] }, false],
    ['FAMILY', { situation: ['RETURNED'], country: ['KH'] }, false],
    ['WITNESS', { situation: ['OFFER_ONLY'] }, false],
    ['RETURNEE', { country: ['KH'] }, false],
    ['RETURNEE', { situation: ['UNKNOWN'] }, false],
    ['RETURNEE', { situation: ['CONFINED'] }, true],
    ['OFFER', { decided: ['ALREADY_WENT'] }, true],
  ])('%s %j: %s', (kind, answers, abroad) => expect(read(answers, kind).has('ABROAD')).toBe(abroad));
});
