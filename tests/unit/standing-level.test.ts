import { describe, expect, it } from 'vitest';
import type { Level } from '@/lib/urgency/levels';
import { lowersGravely, mostUrgent, standingLevel } from '@/lib/urgency/standing';

describe('the level that stands', () => {
  it.each<[what: string, standing: Level, manual: boolean, before: Level, computed: Level, then: Level]>([
    ['follows the computation up', 'U3', false, 'U3', 'U1', 'U1'],
    ['follows the computation down', 'U2', false, 'U2', 'U4', 'U4'],
    ['a raise by hand stays over a computation that changes nothing', 'U1', true, 'U3', 'U3', 'U1'],
    ['a raise by hand stays over a lesser raise', 'U1', true, 'U3', 'U2', 'U1'],
    ['a raise by hand stays when facts fall away', 'U1', true, 'U3', 'U5', 'U1'],
    ['a raise by hand gives way to a greater one', 'U2', true, 'U4', 'U1', 'U1'],
    ['a lowering stays while the facts are as they were', 'U4', true, 'U2', 'U2', 'U4'],
    ['a lowering stays when facts fall away', 'U4', true, 'U2', 'U3', 'U4'],
    ['a lowering gives way to new facts', 'U4', true, 'U2', 'U1', 'U1'],
  ])('%s', (_what, standing, manual, before, computed, then) => {
    expect(standingLevel({ standing, manual, before, computed })).toBe(then);
  });

  it.each<[Level, Level, boolean]>([
    ['U1', 'U2', true],
    ['U1', 'U5', true],
    ['U2', 'U3', true],
    ['U2', 'U1', false],
    ['U1', 'U1', false],
    ['U3', 'U4', false],
    ['U4', 'U5', false],
  ])('from %s to %s takes a second person: %s', (from, to, gravely) => {
    expect(lowersGravely(from, to)).toBe(gravely);
  });

  it('the most urgent of several counts', () => {
    expect(mostUrgent(['U4', 'U2', 'U3'])).toBe('U2');
    expect(mostUrgent([])).toBeNull();
  });
});
