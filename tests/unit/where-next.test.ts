import { describe, expect, it } from 'vitest';
import { safeNext } from '@/lib/staff/where-next';

describe('where a sign-in leads', () => {
  it.each([
    '/ko/staff',
    '/en/staff',
    '/ko/staff/reports/NR-2345-6789',
    '/ko/staff?state=ALL&level=U1',
    '/ko/staff/setup/recovery-codes',
    '/ko/staff?after=U2.1760065200000.3b241101-e2bb-4255-8caf-4136c566a962',
  ])('back to %s', (path) => {
    expect(safeNext(path, 'ko')).toBe(path);
  });

  it.each([
    '',
    null,
    undefined,
    'https://elsewhere.example/ko/staff',
    '//elsewhere.example',
    '/ko/staff//elsewhere.example',
    '/ko/staff/../../report',
    '/ko/staff\\elsewhere',
    '/ko/staffed',
    '/ko/report',
    'javascript:alert(1)',
    '/ko/staff/sign-in?next=/ko/staff',
    '/ko/staff/setup?token=x',
    `/ko/staff/${'a'.repeat(500)}`,
    '/ko/staff\n/x',
  ])('never to %j', (path) => {
    expect(safeNext(path, 'ko')).toBe('/ko/staff');
  });
});
