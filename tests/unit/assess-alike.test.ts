import { describe, expect, it } from 'vitest';
import { assessKept } from '@/lib/reports/assess-kept';
import type { Answers } from '@/lib/urgency/answers';
import { assessAlike } from '@/seeds/demo/many/assess-alike';
import { Chance } from '@/seeds/demo/many/chance';
import { tell } from '@/seeds/demo/many/stories';

const HOUR = 3_600_000;

/** What somebody does not agree to have kept. */
const without = (answers: Answers, chance: Chance): Answers =>
  chance.of(0.3) ? Object.fromEntries(Object.entries(answers).filter(() => chance.of(0.8))) : answers;

describe('made-up reports that urgency cannot tell apart', () => {
  it('come to what urgency says of each of them', () => {
    const seen = new Set<unknown>();
    for (let turn = 0; turn < 1_500; turn += 1) {
      const chance = new Chance(11, turn);
      const at = new Date(Date.UTC(2026, 0, 1) + Math.floor(chance.next() * 330 * 24) * HOUR + turn * 997);
      const { kind, viaSos, answers } = tell(chance, at);
      const kept = without(answers, chance);
      const alike = assessAlike({ kind, viaSos, at }, answers, kept);
      expect(alike).toEqual(assessKept({ kind, viaSos, at }, answers, kept));
      seen.add(alike);
    }
    // Otherwise the two were the same computation.
    expect(seen.size).toBeLessThan(1_400);
  });
});
