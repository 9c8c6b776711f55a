import { describe, expect, it } from 'vitest';
import { levelOfNews } from '@/lib/urgency/gates';
import type { Level } from '@/lib/urgency/levels';
import type { SignCode, Signs } from '@/lib/urgency/signs';
import { lowersGravely, mostUrgent, risen, standingLevel } from '@/lib/urgency/standing';

const signs = (codes: readonly SignCode[]): Signs => new Map(codes.map((code) => [code, []]));
const NOTHING_NEW = null;

describe('the level that stands', () => {
  it.each<[what: string, standing: Level, manual: boolean, computed: Level, news: Level | null, then: Level]>(
    [
      ['follows the computation up', 'U3', false, 'U1', 'U1', 'U1'],
      ['follows the computation down', 'U2', false, 'U4', NOTHING_NEW, 'U4'],
      ['a raise by hand stays over a computation that changes nothing', 'U1', true, 'U3', NOTHING_NEW, 'U1'],
      ['a raise by hand stays over a lesser raise', 'U1', true, 'U2', 'U2', 'U1'],
      ['a raise by hand stays when facts fall away', 'U1', true, 'U5', NOTHING_NEW, 'U1'],
      ['a raise by hand gives way to a greater one', 'U2', true, 'U1', 'U1', 'U1'],
      ['a lowering stays while the facts are as they were', 'U4', true, 'U2', NOTHING_NEW, 'U4'],
      ['a lowering stays when facts fall away', 'U4', true, 'U3', NOTHING_NEW, 'U4'],
      ['a lowering gives way to new facts', 'U4', true, 'U1', 'U1', 'U1'],
      ['a lowering gives way to no more than what is new', 'U4', true, 'U1', 'U3', 'U3'],
      ['a lowering stays over news that come to less', 'U3', true, 'U1', 'U4', 'U3'],
    ],
  )('%s', (_what, standing, manual, computed, news, then) => {
    expect(standingLevel({ standing, manual, computed, news })).toBe(then);
    // What is added raises alike, and by itself never lowers.
    const added = then < standing ? then : standing;
    expect(standingLevel({ standing, manual, computed, news, added: true })).toBe(added);
  });

  it('a computation is news when it comes out more urgent than the one before', () => {
    expect(risen('U2', 'U1')).toBe('U1');
    expect(risen('U2', 'U2')).toBeNull();
    expect(risen('U2', 'U3')).toBeNull();
  });

  it.each<[what: string, before: SignCode[], after: SignCode[], news: Level | null]>([
    ['the same signs are no news', ['CONFINED'], ['CONFINED'], null],
    ['a sign that goes is no news', ['CONFINED', 'VIOLENCE'], ['CONFINED'], null],
    ['violence beside a confinement known before', ['CONFINED'], ['CONFINED', 'VIOLENCE'], 'U1'],
    [
      'a lure beside a confinement and a silence',
      ['CONFINED', 'SILENT'],
      ['CONFINED', 'SILENT', 'LURE'],
      'U3',
    ],
    ['a sign that no rule waits for', ['CONFINED'], ['CONFINED', 'LURE'], null],
  ])('%s', (_what, before, after, news) => {
    expect(levelOfNews(signs(before), signs(after))).toBe(news);
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
