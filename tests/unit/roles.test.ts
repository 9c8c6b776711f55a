import { describe, expect, it } from 'vitest';
import { can, isRole, PERMISSIONS, type Permission, ROLES, type Role } from '@/lib/staff/roles';

const READS: Permission[] = ['queue.view', 'report.read', 'report.screen', 'report.note', 'report.message'];
const SCREENS: Permission[] = [
  'case.read',
  'case.promote',
  'case.link',
  'level.change',
  'approval.request',
  'agency.view',
  'settings.view',
  'duty.self',
  'search.use',
];
const WORKS: Permission[] = [
  'case.work',
  'case.close',
  'case.reopen',
  'position.see',
  'contact.release',
  'approval.decide',
  'erase.ask',
  'referral.write',
  'referral.send',
];

/** Written out by hand, so that a slip in the table of the product is not repeated here. */
const expected: Record<Role, Permission[]> = {
  INTAKE: [...READS, ...SCREENS],
  CASEWORKER: [...READS, 'report.compartment', 'evidence.original', ...SCREENS, ...WORKS],
  SUPERVISOR: [
    ...READS,
    'report.compartment',
    'evidence.original',
    ...SCREENS,
    ...WORKS,
    'case.assign',
    'case.hold-legally',
    'erase.decide',
    'erasure.view',
    'contact.break-glass',
    'agency.edit',
    'agency.release',
    'template.edit',
    'duty.set',
  ],
  AUDITOR: ['audit.view', 'erasure.view'],
  ADMIN: [
    'account.list',
    'account.invite',
    'account.disable',
    'account.roles',
    'session.revoke',
    'agency.view',
    'agency.edit',
    'template.edit',
    'settings.view',
    'settings.edit',
    'duty.set',
  ],
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

  it('neither an administrator nor an auditor touches a case, a person or a level', () => {
    const work = PERMISSIONS.filter((one) =>
      /^(case|position|level|contact|referral|search|approval|erase)\./.test(one),
    );
    expect(work.filter((one) => can(['ADMIN', 'AUDITOR'], one))).toEqual([]);
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
