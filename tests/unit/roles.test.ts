import { describe, expect, it } from 'vitest';
import { can, isRole, PERMISSIONS, type Permission, ROLES, type Role } from '@/lib/staff/roles';

/** Written out by hand, so that a slip in the table of the product is not repeated here. */
const expected: Record<Role, Permission[]> = {
  INTAKE: ['queue.view', 'report.read', 'report.screen', 'report.note', 'report.message'],
  CASEWORKER: [
    ...['queue.view', 'report.read', 'report.screen', 'report.note', 'report.message'],
    'report.compartment',
    'evidence.original',
  ] as Permission[],
  SUPERVISOR: [
    ...['queue.view', 'report.read', 'report.screen', 'report.note', 'report.message'],
    'report.compartment',
    'evidence.original',
  ] as Permission[],
  AUDITOR: ['audit.view'],
  ADMIN: ['account.list', 'account.invite', 'account.disable', 'session.revoke'],
};

describe('roles', () => {
  for (const role of ROLES)
    for (const permission of PERMISSIONS) {
      const may = expected[role].includes(permission);
      it(`${role} ${may ? 'may' : 'may not'} ${permission}`, () => {
        expect(can([role], permission)).toBe(may);
      });
    }

  it('an administrator cannot read a report', () => {
    expect(PERMISSIONS.filter((one) => /^(report|evidence)\./.test(one) && can(['ADMIN'], one))).toEqual([]);
  });

  it('several roles may what any of them may, and nobody without a role may anything', () => {
    expect(can(['ADMIN', 'SUPERVISOR'], 'report.read')).toBe(true);
    expect(can(['ADMIN', 'SUPERVISOR'], 'account.invite')).toBe(true);
    expect(PERMISSIONS.filter((one) => can([], one))).toEqual([]);
  });

  it('only known roles are roles', () => {
    expect(['ADMIN', 'admin', 'toString', '', null].map(isRole)).toEqual([true, false, false, false, false]);
  });
});
