import { describe, expect, it } from 'vitest';
import { readSeen, type SeenCase, writeSeen } from '@/lib/cases/seen-case';

const SEEN: SeenCase = {
  version: 12,
  state: 'ON_HOLD',
  level: 'U2',
  assignedTo: '0f8fad5b-d9cb-469f-a165-70867728950e',
  at: new Date('2026-11-25T00:30:00.123Z'),
};

describe('what was seen of a case', () => {
  it.each([SEEN, { ...SEEN, assignedTo: null }])('comes back from a form as it was', (seen) => {
    expect(readSeen(writeSeen(seen))).toEqual(seen);
  });

  it.each([
    undefined,
    '',
    '12',
    writeSeen(SEEN).replace('ON_HOLD', 'GONE'),
    writeSeen(SEEN).replace('U2', 'U9'),
    writeSeen(SEEN).replace('12.', '-1.'),
    writeSeen(SEEN).replace('0f8fad5b', "0f8fad5b' or 1"),
    `${writeSeen(SEEN)}x`,
  ])('is nothing when it was made up: %s', (text) => {
    expect(readSeen(text)).toBeNull();
  });
});
