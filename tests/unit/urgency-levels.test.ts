import { describe, expect, it } from 'vitest';
import type { Answers, ReporterKind } from '@/lib/urgency/answers';
import { reporterKinds } from '@/lib/urgency/answers';
import { assess } from '@/lib/urgency/assess';
import { evaluate } from '@/lib/urgency/evaluate';
import { type RuleId, rules } from '@/lib/urgency/gates';
import { levels } from '@/lib/urgency/levels';

const at = new Date('2026-10-15T03:00:00Z');
const level = (kind: ReporterKind, answers: Answers) => evaluate({ kind, answers, at }).level;
const soon = { deadline_year: ['2026'], deadline_month: ['10'], deadline_day: ['16'] };
const yesterday = {
  last_contact_at_year: ['2026'],
  last_contact_at_month: ['10'],
  last_contact_at_day: ['14'],
};

const decided: readonly [RuleId, ReporterKind, Answers][] = [
  ['U1_CONFINED_IN_DANGER', 'FAMILY', { situation: ['CONFINED'], country: ['KR'], harm_now: ['SELF_HARM'] }],
  ['U1_CONFINED_IN_DANGER', 'FAMILY', { situation: ['CONFINED'], ...soon }],
  ['U1_CONFINED_IN_DANGER', 'WITNESS', { control: ['GUARDS'], minors_present: ['YES'] }],
  ['U1_CONFINED_IN_DANGER', 'PRO', { situation: ['CONFINED'], vulnerability: ['DISABILITY'] }],
  ['U1_PURSUED', 'WITNESS', { situation: ['ESCAPED_HIDING'] }],
  ['U1_ABROAD_IN_DANGER', 'FAMILY', { situation: ['DETAINED_POLICE'], harm_now: ['MEDICAL'] }],
  ['U1_ABROAD_IN_DANGER', 'FAMILY', { harm_now: ['SALE_THREAT'] }],
  ['U1_RANSOM_DEADLINE', 'FAMILY', { country: ['KR'], control: ['DEBT'], ...soon }],
  ['U2_CONFINED', 'WITNESS', { situation: ['CONFINED'] }],
  ['U2_SILENT_DISTRESS', 'FAMILY', { situation: ['SILENT'], last_msg_signs: ['SCRIPTED'], ...yesterday }],
  ['U2_SILENT_DISTRESS', 'FAMILY', { situation: ['UNKNOWN'], last_msg_signs: ['HELP'] }],
  ['U2_RANSOM_ABROAD', 'FAMILY', { situation: ['SILENT'], control: ['DEBT'] }],
  ['U2_DEPARTS', 'OFFER', { decided: ['GOING'], gave: ['NONE'] }],
  ['U2_MISSING_VULNERABLE', 'FAMILY', { situation: ['SILENT'], vulnerability: ['DISABILITY'], ...yesterday }],
  ['U2_MISSING_VULNERABLE', 'FAMILY', { birth_year: ['2012'] }],
  ['U2_SELF_DANGER', 'SELF_DANGER', { narrative: ['도와주세요'] }],
  ['U2_SELF_DANGER', 'SELF_DANGER', {}],
  ['U3_SILENT_LURE', 'FAMILY', { situation: ['SILENT'], promised_job: ['TM'], ...yesterday }],
  ['U3_SILENT_LONG', 'WITNESS', { situation: ['SILENT'] }],
  ['U3_CONTROLLED', 'FAMILY', { situation: ['FREE_BUT_CONTROLLED'] }],
  ['U3_HELD_BY_AUTHORITY', 'FAMILY', { situation: ['DETAINED_POLICE'] }],
  ['U3_FAMILY_UNSURE', 'FAMILY', {}],
  ['U3_FAMILY_UNSURE', 'FAMILY', { situation: ['UNKNOWN'] }],
  ['U4_SILENT', 'FAMILY', { situation: ['SILENT'], ...yesterday }],
  ['U4_RETURNED', 'RETURNEE', {}],
  ['U4_RETURNED', 'FAMILY', { situation: ['RETURNED'], harm_now: ['DEATH_THREAT'] }],
  ['U4_GAVE', 'OFFER', { decided: ['REFUSED'], gave: ['BANKBOOK'] }],
  ['U4_PERSON_AFFECTED', 'OFFER', { decided: ['REFUSED'], gave: ['PHOTO'] }],
  ['U4_PERSON_AFFECTED', 'OFFER', { decided: ['UNSURE'], gave: ['NONE'] }],
  ['U4_PERSON_AFFECTED', 'OFFER', { gave: ['NONE'] }],
  ['U4_PERSON_AFFECTED', 'OFFER', { decided: ['ALREADY_WENT'], gave: ['NONE'] }],
  ['U4_PERSON_AFFECTED', 'PRO', {}],
  ['U4_PERSON_AFFECTED', 'FAMILY', { situation: ['OTHER'] }],
  ['U4_PERSON_AFFECTED', 'WITNESS', { narrative: ['봤어요'], country: ['KH'] }],
  ['U4_PERSON_AFFECTED', 'WITNESS', { site_name: ['은하수'], situation: ['UNKNOWN'] }],
  ['U4_PERSON_AFFECTED', 'WITNESS', { site_name: ['은하수'], people_count: ['30'] }],
  [
    'U4_PERSON_AFFECTED',
    'WITNESS',
    { site_name: ['은하수'], narrative: ['한국말 하는 남자가 울고 있었어요'] },
  ],
  ['U5_TIP', 'WITNESS', { site_name: ['은하수'], narrative: ['간판이 바뀌었어요'], harm_now: ['NONE'] }],
  ['U5_TIP', 'WITNESS', { building: ['B'], harm_now: ['NONE'], minors_present: ['NO'], people_count: ['0'] }],
  ['U5_TIP', 'WITNESS', { ad_text: ['고수익'], situation: ['OFFER_ONLY'] }],
  ['U5_TIP', 'OFFER', { decided: ['REFUSED'], gave: ['NONE'], ad_urls: ['https://jobs.example.com/1'] }],
];

describe('the table of levels', () => {
  it.each(decided)('%s: %s %j', (rule, kind, answers) => {
    const result = assess({ kind, answers, at });
    expect(result.rule).toBe(rule);
    expect(result.level).toBe(rule.slice(0, 2));
  });

  it('reaches sos from any kind', () => {
    expect(assess({ kind: 'WITNESS', answers: {}, at, viaSos: true }).rule).toBe('U2_THROUGH_SOS');
  });

  it('is ordered by level and tried rule by rule', () => {
    const order = rules.map((rule) => levels.indexOf(rule.level));
    expect(order).toEqual(order.toSorted());
    const tried = new Set<string>([...decided.map(([rule]) => rule), 'U2_THROUGH_SOS']);
    expect(rules.filter((rule) => !tried.has(rule.id))).toEqual([]);
  });
});

describe('what never counts', () => {
  it('never lowers for "do not know", whatever field it is added to', () => {
    const lowered: string[] = [];
    const random = seeded(20_261_015);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    for (let round = 0; round < 400; round += 1) {
      const kind = pick(reporterKinds) ?? 'PRO';
      const answers: Record<string, string[]> = {};
      for (const [field, values] of Object.entries(domain)) {
        if (random() < 0.25)
          answers[field] = [pick(values) ?? '', ...(random() < 0.2 ? [pick(values) ?? ''] : [])];
      }
      const before = level(kind, answers);
      for (const field of [
        ...Object.keys(domain),
        'deadline_unknown',
        'last_contact_at_unknown',
        'birth_unknown',
      ]) {
        const present = answers[field] ?? [];
        for (const added of [
          [...present, 'UNKNOWN'],
          ['UNKNOWN', ...present],
        ]) {
          const after = level(kind, { ...answers, [field]: added });
          if (levels.indexOf(after) > levels.indexOf(before)) {
            lowered.push(`${kind} ${JSON.stringify(answers)} with ${field}=${added}: ${before} to ${after}`);
          }
        }
      }
    }
    expect(lowered).toEqual([]);
  });

  // harm_now=NONE is what a witness says of a tip that is about no person; see tip.ts.
  it.each(['vulnerability', 'gave', 'can_talk'])('never lowers for "none" in %s', (field) => {
    for (const [, kind, answers] of decided) {
      const more = { ...answers, [field]: [...(answers[field] ?? []), 'NONE'] };
      expect(level(kind, more)).toBe(level(kind, answers));
    }
  });

  it.each<Answers>([
    { nationality: ['KH'] },
    { sex: ['FEMALE'] },
    { reporter_mode: ['ANONYMOUS'] },
    { forced_tasks: ['RECRUIT_OTHERS'] },
    { narrative: ['빨리요!!!'] },
  ])('is not changed by %j', (extra) => {
    for (const [, kind, answers] of decided) {
      expect(assess({ kind, answers: { ...answers, ...extra }, at })).toEqual(assess({ kind, answers, at }));
    }
  });
});

const domain: Readonly<Record<string, readonly string[]>> = {
  situation: [
    'CONFINED',
    'ESCAPED_HIDING',
    'FREE_BUT_CONTROLLED',
    'SILENT',
    'DETAINED_POLICE',
    'ABOUT_TO_DEPART',
    'RETURNED',
    'OFFER_ONLY',
    'OTHER',
    'UNKNOWN',
  ],
  harm_now: ['VIOLENCE', 'DEATH_THREAT', 'RANSOM', 'MEDICAL', 'SELF_HARM', 'NONE', 'UNKNOWN'],
  control: ['PASSPORT', 'GUARDS', 'DEBT', 'FORCED_CRIME', 'HOURS'],
  vulnerability: ['UNDER18', 'DISABILITY', 'PREGNANT', 'NONE'],
  minors_present: ['YES', 'NO'],
  people_count: ['0', '1', '20'],
  country: ['KR', 'KH'],
  deadline_year: ['2026', '2025'],
  deadline_month: ['10', '11', '99'],
  deadline_day: ['16', '30'],
  planned_departure_year: ['2026'],
  planned_departure_month: ['10', '12'],
  last_contact_at_year: ['2026'],
  last_contact_at_month: ['10', '9'],
  last_contact_at_day: ['14', '1'],
  birth_year: ['1990', '2008', '2012'],
  last_msg_signs: ['HELP', 'NORMAL'],
  red_flags: ['HIGH_PAY'],
  promised_job: ['TM'],
  decided: ['GOING', 'UNSURE', 'REFUSED', 'ALREADY_WENT'],
  gave: ['NONE', 'PHOTO', 'MONEY'],
  site_name: ['은하수'],
  building: ['B'],
  ad_urls: ['https://jobs.example.com/1'],
  can_talk: ['VOICE', 'NONE'],
};

/** A small repeatable generator, so that a failure can be found again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
