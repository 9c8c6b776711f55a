import { describe, expect, it } from 'vitest';
import { addDays, dayOf, endOf, lastCountableDay, nextPublicationDay } from '@/lib/statistics/calendar';
import { BASE, rangeOf, type Shown, show } from '@/lib/statistics/suppress';
import { randomFrom } from '../support/report-stream';

/** Shown before, counted now, shown now. */
const STEPS: [before: Shown, count: number, shown: Shown][] = [
  // Nothing was shown: nobody and four look the same.
  [null, 0, null],
  [null, 4, null],
  [null, 5, 5],
  [null, 9, 5],
  [null, 10, 10],
  [null, 1_000_003, 1_000_000],
  // Up: only a whole step.
  [5, 9, 5],
  [5, 10, 10],
  [10, 14, 10],
  [10, 27, 25],
  // Down: only a whole step, rounded up, so that the count is not known exactly.
  [10, 6, 10],
  [10, 5, 5],
  [20, 16, 20],
  [20, 15, 15],
  [20, 12, 15],
  // What was shown once is never hidden again.
  [5, 4, 5],
  [5, 0, 5],
  [10, 0, 5],
];

describe('a published count', () => {
  it.each(STEPS)('shown as %s, now %i, is shown as %s', (before, count, shown) => {
    expect(show(count, before)).toBe(shown);
  });

  it('is always one of at least five that would look the same, and off by five at most', () => {
    const random = randomFrom(3);
    for (let turn = 0; turn < 60; turn += 1) {
      let [before, count]: [Shown, number] = [null, random(12)];
      for (let week = 0; week < 30; week += 1) {
        const shown = show(count, before);
        const { low, high } = rangeOf(shown, before);
        expect(high - low).toBeGreaterThanOrEqual(BASE - 1);
        for (let other = low; other <= high; other += 1) expect(show(other, before)).toBe(shown);
        expect(count).toBeGreaterThanOrEqual(low);
        expect(count).toBeLessThanOrEqual(high);
        if (shown !== null) expect(Math.abs(count - shown)).toBeLessThanOrEqual(BASE);
        if (before !== null) expect([0, 5, 10, 15, 20]).toContain(Math.abs((shown ?? 0) - before));
        before = shown;
        count = Math.max(0, count + random(19) - 8);
      }
    }
  });
});

describe('a week', () => {
  it.each([
    ['2025-11-09T23:59:59+09:00', '2025-10-26'],
    ['2025-11-10T00:00:00+09:00', '2025-11-02'],
    ['2025-11-16T23:59:59+09:00', '2025-11-02'],
    ['2025-11-17T00:00:00+09:00', '2025-11-09'],
  ])('at %s is counted up to %s', (at, through) => {
    expect(lastCountableDay(new Date(at))).toBe(through);
    expect(Date.parse(at) - endOf(through).getTime()).toBeGreaterThanOrEqual(7 * 86_400_000);
    expect(nextPublicationDay(new Date(at)) > dayOf(new Date(at))).toBe(true);
  });

  it('ends at midnight in Seoul, and days follow each other over a year’s end', () => {
    expect(endOf('2025-10-31')).toEqual(new Date('2025-10-31T15:00:00Z'));
    expect(dayOf(new Date('2025-10-31T15:00:00Z'))).toBe('2025-11-01');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
  });
});
