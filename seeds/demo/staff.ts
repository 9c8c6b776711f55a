import type { Role } from '@/lib/staff/roles';

/** Made-up people, one for each role; the addresses are in a domain that can never exist (RFC 2606). */
export const demoStaff: readonly { name: string; email: string; roles: readonly Role[] }[] = [
  { name: '한접수', email: 'intake@naru.invalid', roles: ['INTAKE'] },
  { name: '오담당', email: 'caseworker@naru.invalid', roles: ['CASEWORKER'] },
  { name: '민책임', email: 'supervisor@naru.invalid', roles: ['SUPERVISOR'] },
  { name: '서감사', email: 'auditor@naru.invalid', roles: ['AUDITOR'] },
  { name: '남관리', email: 'admin@naru.invalid', roles: ['ADMIN'] },
];
