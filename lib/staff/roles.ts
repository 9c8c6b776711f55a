/** Every role of the desk. An account may hold several; what it may do is what any of them may. */
export const ROLES = ['INTAKE', 'CASEWORKER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'queue.view',
  'report.read',
  'report.screen',
  'report.note',
  'report.message',
  'report.compartment',
  'evidence.original',
  'account.list',
  'account.invite',
  'account.disable',
  'session.revoke',
  'audit.view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READS_REPORTS: readonly Permission[] = [
  'queue.view',
  'report.read',
  'report.screen',
  'report.note',
  'report.message',
];

/** What a person was made to do, and files as they came, are opened by whoever works on the case, never at intake. */
const WORKS_ON_CASES: readonly Permission[] = [...READS_REPORTS, 'report.compartment', 'evidence.original'];

/** Who may do what. ADMIN runs the system and reads no report; AUDITOR sees what was done, not what was said. */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  INTAKE: READS_REPORTS,
  CASEWORKER: WORKS_ON_CASES,
  SUPERVISOR: WORKS_ON_CASES,
  AUDITOR: ['audit.view'],
  ADMIN: ['account.list', 'account.invite', 'account.disable', 'session.revoke'],
};

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

/** True when any of the roles has the permission. */
export function can(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => PERMISSIONS_OF[role].includes(permission));
}
