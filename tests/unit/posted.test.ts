import { expect, it } from 'vitest';
import { shortIn, textIn } from '@/app/_request/posted';

it('reads a text without what PostgreSQL cannot take, and a file or nothing as empty', () => {
  const form = new FormData();
  form.append('reference', 'NR-2222\0-2222\0');
  form.append('file', new File(['x'], 'x'));
  expect(['reference', 'file', 'missing'].map((name) => textIn(form, name))).toEqual([
    'NR-2222\ufffd-2222\ufffd',
    '',
    '',
  ]);
});

it('cuts a text without leaving half a sign, which no address can hold', () => {
  const form = new FormData();
  form.append('reference', '신고👩‍👧👩‍👧');
  for (let most = 0; most <= 14; most += 1) {
    const cut = shortIn(form, 'reference', most);
    expect(cut.length).toBeLessThanOrEqual(most);
    expect(() => encodeURIComponent(cut)).not.toThrow();
  }
  expect(shortIn(form, 'reference', 4)).toBe('신고👩');
  expect(shortIn(form, 'reference', 3)).toBe('신고');
});
