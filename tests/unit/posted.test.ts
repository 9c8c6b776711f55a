import { expect, it } from 'vitest';
import { textIn } from '@/app/_request/posted';

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
