import { describe, expect, it } from 'vitest';
import { assess } from '@/lib/urgency/assess';
import { levels } from '@/lib/urgency/levels';
import { scenarios } from '@/seeds/demo/scenarios';

const at = new Date('2026-10-15T03:00:00Z');
const hours = [0, 5, 11, 14, 20].map((later) => new Date(at.getTime() + later * 3_600_000));

describe('the sixteen agreed scenarios', () => {
  it('are all there, in order', () => {
    expect(scenarios.map(({ number }) => number)).toEqual(
      Array.from({ length: 16 }, (_, index) => index + 1),
    );
  });

  it.each(scenarios)('$number $kind: $about → $expected', ({ kind, viaSos, answers, expected }) => {
    const { level, because, points, lines } = assess({ kind, viaSos, answers: answers(at), at });
    expect(level).toBe(expected);
    expect(levels).toContain(level);
    expect(because.length).toBeGreaterThan(0);
    expect(points).toBeLessThanOrEqual(100);
    for (const line of lines) expect(line.from.length, line.code).toBeGreaterThan(0);
  });

  it.each(hours)('keep their level at whatever hour they are filed (%s)', (moment) => {
    for (const { number, kind, viaSos, answers, expected } of scenarios) {
      const { level } = assess({ kind, viaSos, answers: answers(moment), at: moment });
      expect(`${number} ${level}`).toBe(`${number} ${expected}`);
    }
  });

  it('give an assessment that survives JSON', () => {
    for (const { kind, viaSos, answers } of scenarios) {
      const assessment = assess({ kind, viaSos, answers: answers(at), at });
      expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
    }
  });
});
