import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/urgency/answers';
import { assess } from '@/lib/urgency/assess';
import { readDate } from '@/lib/urgency/partial-date';
import { momentField } from '@/seeds/demo/scenario';

const at = new Date('2026-10-15T03:00:00Z');
const MINUTE = 1 / 60;
const DAY = 24;

const dated = (parts: string): Answers => {
  const [year = '', month = '', day = '', time = ''] = parts.split('/');
  return { x_year: [year], x_month: [month], x_day: [day], x_time: [time] };
};

const codes = (answers: Answers, kind: 'FAMILY' | 'OFFER' = 'FAMILY') => {
  const result = assess({ kind, answers, at });
  return { level: result.level, rule: result.rule, lines: result.lines.map(({ code }) => code) };
};

describe('a partly known date is read as in Seoul', () => {
  it.each([
    ['2026/10/15/18:30', '2026-10-15T09:30:00.000Z', '2026-10-15T09:30:59.999Z'],
    ['2026/10/15', '2026-10-14T15:00:00.000Z', '2026-10-15T14:59:59.999Z'],
    ['2026/10/15/27:99', '2026-10-14T15:00:00.000Z', '2026-10-15T14:59:59.999Z'],
    ['2026/2/31', '2026-01-31T15:00:00.000Z', '2026-02-28T14:59:59.999Z'],
    ['2026//15', '2025-12-31T15:00:00.000Z', '2026-12-31T14:59:59.999Z'],
    ['2026/13/1', '2025-12-31T15:00:00.000Z', '2026-12-31T14:59:59.999Z'],
    ['2024/2/29', '2024-02-28T15:00:00.000Z', '2024-02-29T14:59:59.999Z'],
  ])('%s', (parts, earliest, latest) => {
    const span = readDate(dated(parts), 'x');
    expect(span?.earliest.toISOString()).toBe(earliest);
    expect(span?.latest.toISOString()).toBe(latest);
  });

  it.each(['', '/10/15', 'soon/10/15', '26/10/15', '2026.5/1/1', 'UNKNOWN/1/1'])(
    '"%s" is no date',
    (parts) => {
      expect(readDate(dated(parts), 'x')).toBeUndefined();
    },
  );
});

describe('deadlines', () => {
  const ransom = (hours: number) => ({
    ...momentField('deadline', at, hours),
    situation: ['SILENT'],
    harm_now: ['RANSOM'],
  });

  it.each([
    [72, 'U1', 'DEADLINE'],
    [24 + MINUTE, 'U1', 'DEADLINE'],
    [24, 'U1', 'DEADLINE_NEAR'],
    [0, 'U1', 'DEADLINE_NEAR'],
    [-5, 'U1', 'DEADLINE_NEAR'],
    [-30 * DAY, 'U1', 'DEADLINE_NEAR'],
  ])('in %d hours: %s, %s', (hours, level, line) => {
    const result = codes(ransom(hours));
    expect(result.level).toBe(level);
    expect(result.lines.filter((code) => code.startsWith('DEADLINE'))).toEqual([line]);
  });

  it.each([72 + MINUTE, -30 * DAY - 1])('in %d hours: not within', (hours) => {
    expect(codes(ransom(hours))).toMatchObject({ level: 'U2', rule: 'U2_RANSOM_ABROAD' });
  });

  it('counts a deadline of which only the year or month is known', () => {
    const vague = { situation: ['CONFINED'], deadline_year: ['2026'] };
    expect(codes(vague).level).toBe('U1');
    expect(codes({ ...vague, deadline_month: ['10'] }).level).toBe('U1');
    expect(codes({ ...vague, deadline_month: ['12'] }).level).toBe('U2');
  });
});

describe('departures', () => {
  const leaving = (hours: number, answers: Answers) =>
    codes({ ...momentField('planned_departure', at, hours), ...answers }, 'OFFER');

  it.each<[number, Answers, string]>([
    [72, { decided: ['GOING'] }, 'U2'],
    [72 + MINUTE, { decided: ['GOING'] }, 'U4'],
    [-2, { decided: ['GOING'] }, 'U2'],
    [24, { red_flags: ['HURRY'] }, 'U2'],
    [24, { first_contact_channel: ['FRIEND'], decided: ['UNSURE'] }, 'U2'],
    [24, { decided: ['UNSURE'] }, 'U4'],
    [24, { red_flags: ['HURRY'], decided: ['REFUSED'], gave: ['NONE'] }, 'U5'],
    [24, { situation: ['ABOUT_TO_DEPART'], decided: ['REFUSED'] }, 'U2'],
  ])('in %d hours with %j: %s', (hours, answers, level) => {
    expect(leaving(hours, answers).level).toBe(level);
  });

  it('takes going without any date for going soon', () => {
    expect(codes({ decided: ['GOING'] }, 'OFFER').rule).toBe('U2_DEPARTS');
    expect(codes({ decided: ['GOING'], planned_departure_unknown: ['UNKNOWN'] }, 'OFFER').rule).toBe(
      'U2_DEPARTS',
    );
    expect(codes({ situation: ['ABOUT_TO_DEPART'] }).rule).toBe('U2_DEPARTS');
  });
});

describe('silence', () => {
  const silent = (hours: number) =>
    codes({ ...momentField('last_contact_at', at, -hours), situation: ['SILENT'] });

  it.each([
    [DAY - MINUTE, 'U4', []],
    [DAY, 'U4', ['SILENT_1_DAY']],
    [3 * DAY - MINUTE, 'U4', ['SILENT_1_DAY']],
    [3 * DAY, 'U3', ['SILENT_3_DAYS']],
    [14 * DAY, 'U3', ['SILENT_3_DAYS']],
    [14 * DAY + MINUTE, 'U3', ['SILENT_14_DAYS']],
    [-1, 'U4', []],
  ])('for %d hours: %s %j', (hours, level, lines) => {
    const result = silent(hours);
    expect(result.level).toBe(level);
    expect(result.lines).toEqual(lines);
  });

  it.each<Answers>([{}, { last_contact_at_unknown: ['UNKNOWN'] }, { last_contact_at_year: ['2031'] }])(
    'of unknown length counts as long (%j)',
    (answers) => expect(codes({ situation: ['SILENT'], ...answers }).rule).toBe('U3_SILENT_LONG'),
  );

  it('takes the longest silence that a partly known date allows', () => {
    expect(codes({ situation: ['SILENT'], last_contact_at_year: ['2026'] }).lines).toEqual([
      'SILENT_14_DAYS',
    ]);
  });
});

describe('minors by birth', () => {
  const born = (year: string, month = '', day = '') =>
    codes({
      situation: ['CONFINED'],
      birth_year: [year],
      birth_month: [month],
      birth_day: [day],
    }).lines.includes('MINOR');

  it.each([
    ['2008', '10', '16', true],
    ['2008', '10', '15', false],
    ['2008', '10', '', true],
    ['2008', '9', '', false],
    ['2008', '', '', true],
    ['2007', '', '', false],
    ['2027', '', '', false],
    ['1890', '', '', false],
  ])('%s-%s-%s: %s', (year, month, day, minor) => expect(born(year, month, day)).toBe(minor));

  it('turns 18 with the day in Seoul', () => {
    const answers = { birth_year: ['2008'], birth_month: ['10'], birth_day: ['16'] };
    const isMinor = (moment: string) =>
      assess({ kind: 'FAMILY', answers, at: new Date(moment) }).lines.some(({ code }) => code === 'MINOR');
    expect(isMinor('2026-10-15T14:59:59Z')).toBe(true);
    expect(isMinor('2026-10-15T15:00:00Z')).toBe(false);
  });
});
