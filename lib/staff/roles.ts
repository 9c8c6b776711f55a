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
  'account.roles',
  'session.revoke',
  'audit.view',
  'case.read',
  'case.promote',
  'case.link',
  'case.work',
  'case.close',
  'case.reopen',
  'case.assign',
  'case.hold-legally',
  'position.see',
  'level.change',
  'contact.release',
  'contact.break-glass',
  'approval.request',
  'approval.decide',
  'erase.ask',
  'erase.decide',
  'erasure.view',
  'referral.write',
  'referral.send',
  'agency.view',
  'agency.edit',
  'agency.release',
  'template.edit',
  'settings.view',
  'settings.edit',
  'duty.self',
  'duty.set',
  'search.use',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READS_REPORTS: readonly Permission[] = [
  'queue.view',
  'report.read',
  'report.screen',
  'report.note',
  'report.message',
];

/** Screening finds out whether a report belongs to a case, and how urgent it is; the case itself is other people's work. */
const SCREENS_CASES: readonly Permission[] = [
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

const WORKS_CASES: readonly Permission[] = [
  ...SCREENS_CASES,
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

const LEADS: readonly Permission[] = [
  ...WORKS_CASES,
  'case.assign',
  'case.hold-legally',
  'erase.decide',
  'erasure.view',
  'contact.break-glass',
  'agency.edit',
  'agency.release',
  'template.edit',
  'duty.set',
];

/** Runs the system: accounts and what stands in the settings, never what stands in a report. */
const RUNS_SYSTEM: readonly Permission[] = [
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
];

/** Who may do what. What a person was made to do, and files as they came, are opened by whoever works on the case, never at intake. ADMIN runs the system and reads no report; AUDITOR sees what was done, not what was said. */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  INTAKE: [...READS_REPORTS, ...SCREENS_CASES],
  CASEWORKER: [...READS_REPORTS, 'report.compartment', 'evidence.original', ...WORKS_CASES],
  SUPERVISOR: [...READS_REPORTS, 'report.compartment', 'evidence.original', ...LEADS],
  AUDITOR: ['audit.view', 'erasure.view'],
  ADMIN: RUNS_SYSTEM,
};

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

/** True when any of the roles has the permission. */
export function can(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => PERMISSIONS_OF[role].includes(permission));
}
