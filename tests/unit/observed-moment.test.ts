import { describe, expect, it } from 'vitest';
import { readObserved } from '@/lib/cases/observed-moment';

const NOW = new Date('2025-10-03T05:05:00Z');

describe('when something was seen, as staff type it', () => {
  it.each([
    ['2025-10-03 14:05', '2025-10-03T05:05:00Z'],
    ['2025.10.3 14:05', '2025-10-03T05:05:00Z'],
    ['２０２５-１０-０３ １４:０５', '2025-10-03T05:05:00Z'],
    ['10-02 23:00', '2025-10-02T14:00:00Z'],
    ['12-30 09:00', '2024-12-30T00:00:00Z'],
    ['9:30', '2025-10-03T00:30:00Z'],
    ['2025-10-01', '2025-09-30T15:00:00Z'],
  ])('reads %s', (typed, expected) => {
    expect(readObserved(typed, NOW)).toEqual(new Date(expected));
  });

  it.each(['', 'yesterday', '2025-02-30 10:00', '25:00', '2025', '10-03 14:61'])('refuses %s', (typed) => {
    expect(readObserved(typed, NOW)).toBeNull();
  });
});
