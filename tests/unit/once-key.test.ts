import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { onceKey } from '@/app/[locale]/staff/_desk/once-key';

const form = new FormData();
form.set('submission', 'made-with-the-page');

describe('the key of a form', () => {
  it('is the same for the same form sent twice', () => {
    expect(onceKey(form, 'level', { level: 'U1' })).toBe(onceKey(form, 'level', { level: 'U1' }));
  });

  it('is another for another form of the page, for other words and for another choice', () => {
    const keys = [
      onceKey(form, 'level', { level: 'U1', reason: '' }),
      onceKey(form, 'level', { level: 'U2', reason: '' }),
      onceKey(form, 'level', { level: 'U1', reason: '협박' }),
      onceKey(form, 'assign', {}, 'ASSIGN_ME', null),
      onceKey(form, 'assign', {}, 'ASSIGN', null),
      onceKey(form, 'assign', {}, 'ASSIGN', 'somebody'),
      onceKey(form, 'bulk', {}, 'ASSIGN', 'somebody'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    '_desk/queue-actions.ts',
    'bulk/actions.ts',
    'cases/[number]/begin.ts',
    'reports/[reference]/facts/[section]/actions.ts',
  ])('is all that %s takes of it', (file) => {
    const source = readFileSync(`app/[locale]/staff/${file}`, 'utf8');
    expect(source).toContain('onceKey(');
    expect(source).not.toMatch(/textIn\(form, 'submission'\)/);
  });
});
