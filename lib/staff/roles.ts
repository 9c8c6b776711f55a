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

/** Who may do what. What a person was made to do is opened by whoever works on the case, never at intake. ADMIN runs the system and reads no report; AUDITOR sees what was done, not what was said. */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  INTAKE: READS_REPORTS,
  CASEWORKER: [...READS_REPORTS, 'report.compartment'],
  SUPERVISOR: [...READS_REPORTS, 'report.compartment'],
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
