import 'server-only';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { staffDuty } from '@/db/schema/approvals';
import { staffAccounts, staffRoles } from '@/db/schema/staff';
import { staffNames } from '../queries';
import { can, type Permission, ROLES, type Role } from '../roles';
import type { StaffActor } from '../session';

/** Everybody marked on duty whose account may be used. */
export async function staffOnDuty(db: Db | Tx): Promise<string[]> {
  const rows = await db
    .select({ id: staffDuty.staffId })
    .from(staffDuty)
    .innerJoin(staffAccounts, eq(staffAccounts.id, staffDuty.staffId))
    .where(eq(staffAccounts.state, 'ACTIVE'))
    .orderBy(asc(staffDuty.staffId));
  return rows.map((row) => row.id);
}

/** Everybody with a role whose account may be used. */
export async function staffWithRole(db: Db | Tx, role: Role): Promise<string[]> {
  const rows = await db
    .select({ id: staffRoles.staffId })
    .from(staffRoles)
    .innerJoin(staffAccounts, eq(staffAccounts.id, staffRoles.staffId))
    .where(and(eq(staffRoles.role, role), eq(staffAccounts.state, 'ACTIVE')))
    .orderBy(asc(staffRoles.staffId));
  return rows.map((row) => row.id);
}

/** Everybody but one who may do something. */
export async function othersWho(db: Db | Tx, permission: Permission, butNot: string): Promise<string[]> {
  const roles = ROLES.filter((role) => can([role], permission));
  const found = new Set<string>();
  for (const role of roles) for (const id of await staffWithRole(db, role)) found.add(id);
  found.delete(butNot);
  return [...found];
}

/** Whether anybody is left who could let this person back: another supervisor, who has not stepped back either. `recused`: who has. */
export async function canBeLetBack(db: Db, actor: StaffActor, recused: readonly string[]): Promise<boolean> {
  return (await othersWho(db, 'case.assign', actor.id)).some((id) => !recused.includes(id));
}

export type DutyRow = { id: string; name: string; since: Date };

/** Who is on duty, for the desk. */
export async function listDuty(db: Db, actor: StaffActor): Promise<DutyRow[]> {
  if (!can(actor.roles, 'settings.view')) return [];
  const rows = await db
    .select({ id: staffDuty.staffId, since: staffDuty.since })
    .from(staffDuty)
    .innerJoin(
      staffAccounts,
      and(eq(staffAccounts.id, staffDuty.staffId), ne(staffAccounts.state, 'DISABLED')),
    )
    .orderBy(asc(staffDuty.since));
  const names = await staffNames(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, name: names.get(row.id) ?? '–' }));
}

/** Everybody a case, or a report, can be given to: they may do that work and their account may be used. */
export async function listAssignable(
  db: Db,
  actor: StaffActor,
  work: Extract<Permission, 'case.work' | 'report.screen'> = 'case.work',
): Promise<{ id: string; name: string }[]> {
  if (!can(actor.roles, 'case.read')) return [];
  const ids = await othersWho(db, work, '');
  const names = await staffNames(db, ids);
  return ids
    .map((id) => ({ id, name: names.get(id) ?? '–' }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'ko'));
}

export type DutyMark = { id: string; name: string; since: Date | null };

/** Everybody who can be on duty, and since when those are who are; for whoever may mark others. */
export async function listForDuty(db: Db, actor: StaffActor): Promise<DutyMark[]> {
  if (!can(actor.roles, 'duty.set')) return [];
  const on = await listDuty(db, actor);
  const ids = await othersWho(db, 'duty.self', '');
  const names = await staffNames(db, ids);
  return ids
    .map((id) => ({ id, name: names.get(id) ?? '–', since: on.find((one) => one.id === id)?.since ?? null }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'ko'));
}
