import { describe, expect, test } from 'vitest';
import { isMended } from '@/app/_components/mended';

const text = (value: string, before: string) => ({ type: 'text', value, defaultValue: before });
const box = (checked: boolean, before: boolean) => ({
  type: 'checkbox',
  value: 'UNKNOWN',
  defaultValue: 'UNKNOWN',
  checked,
  defaultChecked: before,
});

describe('a field that was wrong looks mended', () => {
  test.each([
    ['out-of-range', [text('999', '999')], false],
    ['out-of-range', [text('163', '999')], true],
    ['not-a-number', [text('tall', 'many')], false],
    ['not-a-number', [text('7', 'many')], true],
    ['not-a-date', [text('2026', '2026'), text('13', '13')], false],
    ['not-a-date', [text('2026', '2026'), text('12', '13')], true],
    ['not-a-time', [text('noon', 'noon')], false],
    ['not-a-time', [text('12:00', 'noon')], true],
    ['needed', [text('', '')], false],
    ['needed', [text('a', '')], true],
    ['needed', [text('', ''), box(true, false)], true],
    ['unreadable', [text('a\ufffd', 'a\ufffd')], false],
    ['unreadable', [text('a', 'a\ufffd')], true],
  ] as const)('%s, %j: %s', (code, controls, mended) => {
    expect(isMended({ field: 'x', names: ['x'], code }, controls)).toBe(mended);
  });

  test('a text that is too long, once it is short enough', () => {
    const complaint = { field: 'x', names: ['x'], code: 'too-long', limit: 3 };
    expect(isMended(complaint, [text('abcd', 'abcde')])).toBe(false);
    expect(isMended(complaint, [text('abc', 'abcde')])).toBe(true);
  });
});
