import { describe, expect, it } from 'vitest';
import { readObserved } from '@/lib/cases/observed-moment';
import { readMoment } from '@/lib/cases/typed-moment';
import { seoulMoment, typedMoment } from '@/lib/i18n/moment';
import { seoulMomentOf } from '@/lib/seoul-time';

/** 2026-11-25 09:30 in Korea. */
const NOW = new Date('2026-11-25T00:30:00Z');

describe('a moment as staff type it', () => {
  it.each([
    ['2026-11-25 14:30', '2026-11-25 14:30'],
    ['2026-11-25T14:30', '2026-11-25 14:30'],
    ['2026. 11. 25. 14:30', '2026-11-25 14:30'],
    ['2026/12/1 7:05', '2026-12-01 07:05'],
    ['２０２６－１１－２５　１４：３０', '2026-11-25 14:30'],
    ['2026-11-30', '2026-11-30 09:00'],
    ['12-24 18:00', '2026-12-24 18:00'],
    ['01-02', '2027-01-02 09:00'],
    ['14:30', '2026-11-25 14:30'],
    ['09:00', '2026-11-26 09:00'],
    ['+30m', '2026-11-25 10:00'],
    ['+4h', '2026-11-25 13:30'],
    ['+ 3d', '2026-11-28 09:30'],
    ['+2시간', '2026-11-25 11:30'],
    ['2020-01-01 00:00', '2020-01-01 00:00'],
  ])('%s is %s in Korea', (typed, meant) => {
    const read = readMoment(typed, NOW);
    expect(read && typedMoment(read)).toBe(meant);
  });

  it('is read from what a page shows, which keeps a day on one line', () => {
    const shown = seoulMoment(NOW);
    expect(shown).not.toBe(typedMoment(NOW));
    expect(shown.replaceAll('\u2060', '')).toBe('2026-11-25 09:30');
    for (const read of [readMoment(shown, NOW), readObserved(shown, NOW), seoulMomentOf(shown)])
      expect(read).toEqual(NOW);
  });

  it.each([
    '',
    '  ',
    'tomorrow',
    '2026-02-30',
    '2026-13-01',
    '2026-11-25 24:00',
    '12:60',
    '+3',
    '2026',
    '11',
  ])('“%s” is none', (typed) => {
    expect(readMoment(typed, NOW)).toBeNull();
  });

  it('a day is Korea’s, also while it is another day in the west', () => {
    expect(readMoment('00:30', new Date('2026-11-25T14:50:00Z'))?.toISOString()).toBe(
      '2026-11-25T15:30:00.000Z',
    );
  });
});
