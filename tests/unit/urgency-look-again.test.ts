import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '@/lib/clock';
import type { Answers, ReporterKind } from '@/lib/urgency/answers';
import { type Assessment, assess } from '@/lib/urgency/assess';
import { levels } from '@/lib/urgency/levels';
import { lookAgainAt } from '@/lib/urgency/look-again';
import { reassess, type Stand, tellsMore } from '@/lib/urgency/reassess';
import { momentField } from '@/seeds/demo/scenario';

const at = new Date('2026-10-15T03:00:00Z');
const moment = (ms: number) => new Date(at.getTime() + ms);

/** How a report stands on its first assessment. */
const standing = (assessment: Assessment, given: Partial<Stand> = {}): Stand => ({
  assessment,
  level: assessment.level,
  manual: false,
  since: at,
  ...given,
});

/** Everything that a report comes to while time passes and nobody touches it, as [hours since receipt, level]. */
function course(kind: ReporterKind, answers: Answers): [number, string][] {
  let stand = standing(assess({ kind, answers, at }));
  const seen: [number, string][] = [[0, stand.level]];
  for (let next = lookAgainAt({ kind, answers, at }); next; ) {
    const facts = { kind, answers, at: next };
    const assessment = reassess(stand, facts, 'TIME_PASSED');
    expect(levels.indexOf(assessment.level)).toBeLessThanOrEqual(levels.indexOf(stand.level));
    if (assessment.level !== stand.level)
      seen.push([Math.round((next.getTime() - at.getTime()) / HOUR), assessment.level]);
    if (tellsMore(stand, assessment)) stand = standing(assessment, { since: next });
    next = lookAgainAt(facts);
  }
  return seen;
}

const silent = (hours: number) => ({
  situation: ['SILENT'],
  ...momentField('last_contact_at', at, -hours),
});

describe('what time alone makes of the same answers', () => {
  it.each<[string, ReporterKind, Answers, [number, string][]]>([
    [
      'going, the flight in ten days: urgent on the third day before it',
      'OFFER',
      { decided: ['GOING'], red_flags: ['FREE_TICKET'], ...momentField('planned_departure', at, 240) },
      [
        [0, 'U4'],
        [168, 'U2'],
      ],
    ],
    [
      'silent for two days: more urgent after the third',
      'FAMILY',
      silent(48),
      [
        [0, 'U4'],
        [24, 'U3'],
      ],
    ],
    [
      'a ransom by a day five days off: at once when three are left',
      'FAMILY',
      { situation: ['SILENT'], harm_now: ['RANSOM'], ...momentField('deadline', at, 120) },
      [
        [0, 'U2'],
        [48, 'U1'],
      ],
    ],
    [
      'held, with a deadline in four days',
      'SELF_DANGER',
      { situation: ['CONFINED'], ...momentField('deadline', at, 96) },
      [
        [0, 'U2'],
        [24, 'U1'],
      ],
    ],
    ['silent for ten days already: nothing more to come but points', 'FAMILY', silent(240), [[0, 'U3']]],
    [
      'refused, whatever the date',
      'OFFER',
      { decided: ['REFUSED'], ...momentField('planned_departure', at, 240) },
      [[0, 'U5']],
    ],
    ['nothing dated', 'WITNESS', { narrative: ['…'] }, [[0, 'U4']]],
  ])('%s', (_about, kind, answers, expected) => {
    expect(course(kind, answers)).toEqual(expected);
  });

  it('adds points inside a level too', () => {
    const facts = { kind: 'FAMILY', answers: silent(10 * 24), at } as const;
    const next = lookAgainAt(facts);
    expect(next).toEqual(moment(4 * DAY + 1));
    const before = assess(facts);
    const then = reassess(standing(before), { ...facts, at: next ?? at }, 'TIME_PASSED');
    expect(then).toMatchObject({ level: 'U3', points: before.points + 2, cause: 'TIME_PASSED' });
    expect(then.lines.map(({ code }) => code)).toContain('SILENT_14_DAYS');
  });

  it('is looked for no more once everything has been reached', () => {
    expect(lookAgainAt({ kind: 'FAMILY', answers: silent(15 * 24), at })).toBeNull();
    expect(lookAgainAt({ kind: 'FAMILY', answers: { situation: ['SILENT'] }, at })).toBeNull();
  });

  it('takes nothing back: a date that is long past still stands', () => {
    const facts = {
      kind: 'FAMILY',
      answers: { situation: ['SILENT'], harm_now: ['RANSOM'], ...momentField('deadline', at, 48) },
      at,
    } as const;
    const stand = standing(assess(facts));
    expect(stand.level).toBe('U1');
    const then = reassess(stand, { ...facts, at: moment(60 * DAY) }, 'TIME_PASSED');
    expect(assess({ ...facts, at: moment(60 * DAY) }).level).toBe('U2');
    expect(then).toMatchObject({ level: 'U1', points: stand.assessment.points, rule: 'U1_RANSOM_DEADLINE' });
  });
});

describe('over a level that a person has set', () => {
  const answers = { situation: ['CONFINED'], harm_now: ['VIOLENCE'], ...momentField('deadline', at, 120) };
  const facts = { kind: 'FAMILY', answers, at } as const;

  it('it rises by what time has brought since, and not by what they knew', () => {
    const lowered = standing(assess(facts), { level: 'U3', manual: true, since: moment(HOUR) });
    expect(reassess(lowered, { ...facts, at: moment(2 * HOUR) }, 'TIME_PASSED').level).toBe('U3');
    const close = { ...facts, at: moment(49 * HOUR) };
    expect(reassess(lowered, close, 'TIME_PASSED')).toMatchObject({ level: 'U1', news: 'U1' });
    const loweredAgain = { ...lowered, since: moment(50 * HOUR) };
    const later = reassess(loweredAgain, { ...facts, at: moment(51 * HOUR) }, 'TIME_PASSED');
    expect(later).toMatchObject({ level: 'U3' });
    expect(later.news).toBeUndefined();
  });

  it('a level that a person raised is not lost', () => {
    const raised = standing(assess({ ...facts, answers: silent(48) }), { level: 'U2', manual: true });
    const then = reassess(raised, { ...facts, answers: silent(48), at: moment(2 * DAY) }, 'TIME_PASSED');
    expect(then).toMatchObject({ level: 'U2', news: 'U3' });
  });
});

describe('what a linked report tells', () => {
  const facts = { kind: 'FAMILY', answers: silent(48), at } as const;
  const linked = { ...facts, linkedLure: true };

  it('raises, names the linked report, and says what it would be without', () => {
    const stand = standing(assess(facts));
    expect(stand.level).toBe('U4');
    const then = reassess(stand, linked, 'LINKED');
    expect(then).toMatchObject({
      ...{ level: 'U3', rule: 'U3_SILENT_LURE', cause: 'LINKED' },
      withoutLinked: { level: 'U4', rule: 'U4_SILENT' },
    });
    expect(then.because).toContainEqual({ sign: 'LURE', from: [{ field: 'linked_report' }] });
    expect(tellsMore(stand, then)).toBe(true);
    expect(tellsMore(standing(then), reassess(standing(then), linked, 'TIME_PASSED'))).toBe(false);
  });

  it('is gone with the report, and with it the level that rested on it alone', () => {
    const risen = reassess(standing(assess(facts)), linked, 'LINKED');
    const apart = reassess(standing(risen), facts, 'UNLINKED');
    expect(apart).toMatchObject({ level: 'U4', rule: 'U4_SILENT', cause: 'UNLINKED' });
    expect(apart.withoutLinked).toBeUndefined();
    expect(apart.lines.map(({ code }) => code)).not.toContain('DECEIVED');
  });

  it('being gone takes nothing that the report came to by itself meanwhile', () => {
    const risen = reassess(standing(assess(facts)), linked, 'LINKED');
    const apart = reassess(standing(risen), { ...facts, at: moment(2 * DAY) }, 'UNLINKED');
    expect(apart).toMatchObject({ level: 'U3', rule: 'U3_SILENT_LONG' });
  });

  it('being gone takes nothing that was typed and not kept: the level from before stands', () => {
    // A disability without consent to keep it: the level came from it, the answers no longer say it.
    const stand = standing({ ...assess(facts), level: 'U3', rule: 'U3_SILENT_LONG' });
    const apart = reassess(standing(reassess(stand, linked, 'LINKED')), facts, 'UNLINKED');
    expect(apart).toMatchObject({ level: 'U3', rule: 'U3_SILENT_LONG' });
  });

  it('being gone lowers from neither U1 nor U2, which takes two people', () => {
    const leaving = {
      kind: 'WITNESS' as const,
      answers: { situation: ['OTHER'], ...momentField('planned_departure', at, 24) },
      at,
    };
    const risen = reassess(standing(assess(leaving)), { ...leaving, linkedLure: true }, 'LINKED');
    expect(risen).toMatchObject({ level: 'U2', rule: 'U2_DEPARTS' });
    expect(risen.withoutLinked?.level).toBe('U4');
    expect(reassess(standing(risen), leaving, 'UNLINKED')).toMatchObject({ level: 'U2', rule: 'U2_DEPARTS' });
  });

  it('is read over a level set by hand as something that was not known', () => {
    const lowered = standing(assess(facts), { level: 'U5', manual: true, since: moment(1) });
    expect(reassess(lowered, { ...linked, at: moment(HOUR) }, 'LINKED')).toMatchObject({
      level: 'U3',
      news: 'U3',
    });
  });
});
