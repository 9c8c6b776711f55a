import { describe, expect, it } from 'vitest';
import { urgency as en } from '@/lib/i18n/en/urgency';
import { urgency as ko } from '@/lib/i18n/ko/urgency';
import type { Answers, ReporterKind } from '@/lib/urgency/answers';
import { assess } from '@/lib/urgency/assess';
import { rules } from '@/lib/urgency/gates';
import { levels } from '@/lib/urgency/levels';
import { npaClasses } from '@/lib/urgency/npa-class';
import { caps, groupTotals, lineCodes } from '@/lib/urgency/points';
import { signCodes } from '@/lib/urgency/signs';

const at = new Date('2026-10-15T03:00:00Z');
const run = (kind: ReporterKind, answers: Answers) => assess({ kind, answers, at });
const yesterday = {
  last_contact_at_year: ['2026'],
  last_contact_at_month: ['10'],
  last_contact_at_day: ['14'],
};

const everything: Answers = {
  situation: ['SILENT'],
  harm_now: ['VIOLENCE', 'MEDICAL', 'SELF_HARM', 'DEATH_THREAT', 'RANSOM'],
  control: ['PASSPORT', 'PHONE', 'GUARDS', 'DEBT', 'FORCED_CRIME', 'NO_PAY', 'HOURS'],
  vulnerability: ['UNDER18', 'DISABILITY', 'PREGNANT'],
  last_contact_at_year: ['2025'],
  last_msg_signs: ['HELP'],
  decided: ['GOING'],
  can_talk: ['VOICE'],
  building: ['B'],
  room: ['402'],
};

describe('points', () => {
  it('caps each group', () => {
    const { points, lines } = run('PRO', everything);
    expect(points).toBe(100);
    for (const { group, sum, counted } of groupTotals(lines)) {
      expect(sum, group).toBeGreaterThan(caps[group]);
      expect(counted, group).toBe(caps[group]);
    }
  });

  it.each<[Answers, string, number]>([
    [{ harm_now: ['DRUGGED'] }, 'VIOLENCE', 20],
    [{ situation: ['ESCAPED_HIDING'] }, 'PURSUED', 15],
    [{ harm_now: ['MEDICAL'] }, 'MEDICAL', 15],
    [{ harm_now: ['SELF_HARM'] }, 'SELF_HARM', 15],
    [{ harm_now: ['SALE_THREAT'] }, 'THREAT', 12],
    [{ situation: ['CONFINED'] }, 'CONFINED', 10],
    [{ situation: ['RETURNED'], control: ['GUARDS'] }, 'CONFINED', 10],
    [{ control: ['PASSPORT'] }, 'DOCUMENTS', 6],
    [{ control: ['DEBT'] }, 'DEBT_OR_RANSOM', 6],
    [{ control: ['PHONE'] }, 'PHONE', 4],
    [{ control: ['FORCED_CRIME'] }, 'FORCED_CRIME', 4],
    [{ control: ['HOURS'] }, 'HOURS', 4],
    [{ control: ['NO_PAY'] }, 'WAGES', 2],
    [{ promised_job: ['IT'] }, 'DECEIVED', 2],
    [{ vulnerability: ['UNDER18'] }, 'MINOR', 15],
    [{ vulnerability: ['DISABILITY'] }, 'DISABILITY', 10],
    [{ vulnerability: ['CHRONIC'] }, 'PREGNANT_OR_ILL', 10],
    [{ people_count: ['1'] }, 'ALONE', 3],
    [{ last_msg_signs: ['CODEWORD'] }, 'DISTRESS', 10],
    [{ decided: ['GOING'] }, 'DEPARTS', 10],
    [{ latitude: ['10.45'], longitude: ['103.3'] }, 'EXACT_PLACE', 6],
    [{ can_talk: ['WINDOW'] }, 'LIVE_CHANNEL', 4],
    [{ situation: ['DETAINED_POLICE'] }, 'HELD_BY_AUTHORITY', 4],
  ])('%j scores %s %d, with its answer', (answers, code, points) => {
    const result = run('PRO', answers);
    expect(result.lines).toHaveLength(1);
    expect(result.lines[0]).toMatchObject({ code, points });
    expect(result.lines[0]?.from[0]?.field).toBe(
      Object.keys(answers).at(-1) === 'longitude' ? 'latitude' : Object.keys(answers).at(-1),
    );
    expect(result.points).toBe(points);
  });

  it('never outrank a gate', () => {
    const low = run('WITNESS', { situation: ['ESCAPED_HIDING'] });
    const high = run('FAMILY', {
      situation: ['FREE_BUT_CONTROLLED'],
      country: ['KR'],
      harm_now: ['VIOLENCE', 'MEDICAL', 'SELF_HARM'],
      control: ['PASSPORT', 'PHONE', 'FORCED_CRIME', 'HOURS'],
      vulnerability: ['DISABILITY', 'PREGNANT'],
    });
    expect([low.level, high.level]).toEqual(['U1', 'U3']);
    expect(high.points).toBeGreaterThan(low.points);
  });
});

describe('the class of the Korean police', () => {
  it.each<[ReporterKind, Answers, string | null]>([
    ['FAMILY', { situation: ['CONFINED'] }, 'ABDUCTION_CONFINEMENT'],
    ['FAMILY', { situation: ['SILENT'], last_msg_signs: ['HELP'] }, 'ABDUCTION_CONFINEMENT'],
    ['FAMILY', { situation: ['SILENT'], harm_now: ['VIOLENCE'] }, 'ABDUCTION_CONFINEMENT'],
    ['FAMILY', { situation: ['SILENT'], harm_now: ['RANSOM'] }, 'ABDUCTION_CONFINEMENT'],
    ['WITNESS', { situation: ['ESCAPED_HIDING'] }, 'ABDUCTION_CONFINEMENT'],
    ['SELF_DANGER', { narrative: ['살려 주세요'] }, 'ABDUCTION_CONFINEMENT'],
    ['FAMILY', { situation: ['SILENT'], red_flags: ['HIGH_PAY'] }, 'MISSING_SUSPECTED_INVOLVEMENT'],
    ['FAMILY', { situation: ['SILENT'], gave: ['BANKBOOK'] }, 'MISSING_SUSPECTED_INVOLVEMENT'],
    ['FAMILY', { situation: ['SILENT'], last_msg_signs: ['NORMAL'] }, 'MISSING_PLAIN'],
    ['FAMILY', { situation: ['SILENT'], country: ['KR'] }, null],
    ['FAMILY', { situation: ['DETAINED_POLICE'] }, null],
    ['FAMILY', {}, null],
    ['RETURNEE', { control: ['GUARDS'] }, null],
    ['OFFER', { decided: ['REFUSED'] }, null],
  ])('%s %j: %s', (kind, answers, expected) => expect(run(kind, answers).npaClass).toBe(expected));
});

describe('ask first', () => {
  const fields = (kind: ReporterKind, answers: Answers) =>
    run(kind, answers).askFirst.map(({ field }) => field);

  it('orders by the points, then by the level, that an answer could add', () => {
    const { askFirst } = run('FAMILY', { situation: ['SILENT'], ...yesterday });
    expect(askFirst.slice(0, 4)).toEqual([
      { field: 'harm_now', couldAdd: 46, couldReach: 'U1' },
      { field: 'control', couldAdd: 25, couldReach: 'U2' },
      { field: 'minors_present', couldAdd: 15, couldReach: 'U2' },
      { field: 'vulnerability', couldAdd: 15, couldReach: 'U2' },
    ]);
    const points = askFirst.map(({ couldAdd }) => couldAdd);
    expect(points).toEqual(points.toSorted((one, other) => other - one));
  });

  it('asks again what was answered with "do not know", and not what was answered with "none"', () => {
    expect(fields('FAMILY', { situation: ['SILENT'], harm_now: ['UNKNOWN'] })).toContain('harm_now');
    expect(fields('FAMILY', { situation: ['SILENT'], harm_now: ['NONE'] })).not.toContain('harm_now');
    expect(fields('FAMILY', { situation: ['SILENT'], last_contact_at_unknown: ['UNKNOWN'] })).toContain(
      'last_contact_at',
    );
  });

  it('asks each kind only what its form asks', () => {
    expect(fields('WITNESS', {})).not.toContain('vulnerability');
    expect(fields('OFFER', {})).not.toContain('harm_now');
    expect(fields('SELF_DANGER', {})).toContain('can_talk');
    expect(fields('RETURNEE', {})).not.toContain('latitude');
  });

  it('asks for a deadline once there is a demand', () => {
    expect(fields('FAMILY', { situation: ['SILENT'] })).not.toContain('deadline');
    expect(run('FAMILY', { situation: ['SILENT'], harm_now: ['RANSOM'] }).askFirst).toContainEqual({
      field: 'deadline',
      couldAdd: 15,
      couldReach: 'U1',
    });
  });

  it('completes a place, and leaves it alone once exact', () => {
    expect(fields('WITNESS', { building: ['B'] })).toContain('floor');
    expect(fields('WITNESS', { building: ['B'], floor: ['4'] })).not.toContain('latitude');
  });

  it('never asks for what could change nothing', () => {
    for (const { couldAdd, couldReach } of run('PRO', everything).askFirst) {
      expect(couldAdd > 0 || couldReach !== undefined).toBe(true);
    }
  });
});

describe('words', () => {
  it.each([
    ['ko', ko],
    ['en', en],
  ])('%s names every code', (_locale, words) => {
    expect(Object.keys(words.levels)).toEqual([...levels]);
    expect(Object.keys(words.rules)).toEqual(rules.map(({ id }) => id));
    expect(Object.keys(words.signs)).toEqual([...signCodes]);
    expect(Object.keys(words.groups)).toEqual(Object.keys(caps));
    expect(Object.keys(words.lines).toSorted()).toEqual([...lineCodes].toSorted());
    expect(Object.keys(words.npaClasses)).toEqual([...npaClasses]);
  });
});
