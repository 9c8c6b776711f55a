import 'server-only';
import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { staffDuty } from '@/db/schema/approvals';
import { staffAccounts, staffInvitations, staffKeptTexts, staffRoles } from '@/db/schema/staff';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { openDataKey } from '@/lib/vault/commands';
import { rolesOf } from '../queries';
import { openAccount, sealAccount } from '../records';
import { can, ROLES, type Role } from '../roles';
import type { StaffActor } from '../session';
import { revokeSessionsOf } from '../sessions/commands';

/**
 * Shuts an account, ends its sessions and voids the invitations it made that nobody has used. Nobody shuts their own, nor the last ADMIN:
 * someone must be able to invite.
 */
export async function disableAccount(
  db: Db,
  actor: StaffActor,
  staffId: string,
): Promise<{ ok: true } | Refusal<'forbidden' | 'unknown' | 'self' | 'last-admin'>> {
  if (!can(actor.roles, 'account.disable')) return refuse('forbidden');
  if (staffId === actor.id) return refuse('self');
  return withAudit(db, async (tx, record) => {
    const admins = await lockAdmins(tx);
    if (!admins.includes(actor.id)) return refuse('forbidden');
    if (admins.every((id) => id === staffId)) return refuse('last-admin');
    const shut = await tx
      .update(staffAccounts)
      .set({ state: 'DISABLED' })
      .where(and(eq(staffAccounts.id, staffId), ne(staffAccounts.state, 'DISABLED')))
      .returning({ id: staffAccounts.id });
    if (shut.length === 0) return refuse('unknown');
    const sessions = await revokeSessionsOf(tx, staffId);
    const voided = await voidInvitations(tx, eq(staffInvitations.invitedBy, staffId));
    await tx.delete(staffKeptTexts).where(eq(staffKeptTexts.staffId, staffId));
    const by = { kind: 'staff' as const, id: actor.id };
    await record({ kind: 'staff', id: staffId }, by, 'account.disabled', {
      sessions,
      invitations: voided.length,
    });
    for (const id of voided) await record({ kind: 'invitation', id }, by, 'invitation.voided');
    return { ok: true as const };
  });
}

type RolesProblem = 'forbidden' | 'unknown' | 'roles-missing' | 'conflict' | 'last-admin' | 'self-add';

/**
 * Gives an account other roles, from the next request on. Nobody gives themselves a role: whoever runs the system could otherwise begin to
 * read reports. The last ADMIN keeps that role, and who can no longer be on duty is not.
 */
export async function changeRoles(
  db: Db,
  actor: StaffActor,
  { staffId, seen, roles }: { staffId: string; seen: readonly Role[]; roles: readonly Role[] },
): Promise<{ ok: true } | Refusal<RolesProblem>> {
  if (!can(actor.roles, 'account.roles')) return refuse('forbidden');
  if (roles.length === 0) return refuse('roles-missing');
  return withAudit(db, async (tx, record) => {
    const admins = await lockAdmins(tx);
    if (!admins.includes(actor.id)) return refuse('forbidden');
    const [row] = await tx
      .select()
      .from(staffAccounts)
      .where(eq(staffAccounts.id, staffId))
      .for('no key update');
    if (!row) return refuse('unknown');
    const held = await rolesOf(tx, staffId);
    if (held.join() !== ROLES.filter((role) => seen.includes(role)).join()) return refuse('conflict');
    if (staffId === actor.id && roles.some((role) => !held.includes(role))) return refuse('self-add');
    if (!roles.includes('ADMIN') && admins.every((id) => id === staffId)) return refuse('last-admin');
    await tx.delete(staffRoles).where(eq(staffRoles.staffId, staffId));
    await tx.insert(staffRoles).values(roles.map((role) => ({ staffId, role })));
    if (!can(roles, 'duty.self')) await tx.delete(staffDuty).where(eq(staffDuty.staffId, staffId));
    await record({ kind: 'staff', id: staffId }, { kind: 'staff', id: actor.id }, 'account.roles-changed', {
      from: held.join(' '),
      to: ROLES.filter((role) => roles.includes(role)).join(' '),
    });
    return { ok: true as const };
  });
}

/**
 * Every ADMIN whose account may be used, locked, so that two of them cannot shut each other out at once; not against rows that only name them, so that
 * who is told something is not waited for.
 */
async function lockAdmins(tx: Tx): Promise<string[]> {
  const admins = await tx
    .select({ id: staffAccounts.id })
    .from(staffAccounts)
    .innerJoin(staffRoles, and(eq(staffRoles.staffId, staffAccounts.id), eq(staffRoles.role, 'ADMIN')))
    .where(eq(staffAccounts.state, 'ACTIVE'))
    .orderBy(staffAccounts.id)
    .for('no key update', { of: staffAccounts });
  return admins.map(({ id }) => id);
}

/** Opens a shut account again: its password, authenticator and roles are what they were, its sessions stay ended. */
export async function enableAccount(
  db: Db,
  actor: StaffActor,
  staffId: string,
): Promise<{ ok: true } | Refusal<'forbidden' | 'not-disabled'>> {
  if (!can(actor.roles, 'account.disable')) return refuse('forbidden');
  return withAudit(db, async (tx, record) => {
    const opened = await tx
      .update(staffAccounts)
      .set({ state: 'ACTIVE' })
      .where(and(eq(staffAccounts.id, staffId), eq(staffAccounts.state, 'DISABLED')))
      .returning({ id: staffAccounts.id });
    if (opened.length === 0) return refuse('not-disabled');
    await record({ kind: 'staff', id: staffId }, { kind: 'staff', id: actor.id }, 'account.enabled');
    return { ok: true as const };
  });
}

/** Takes an invitation back that nobody has used yet. */
export async function revokeInvitation(
  db: Db,
  actor: StaffActor,
  id: string,
): Promise<{ ok: true } | Refusal<'forbidden' | 'invitation-gone'>> {
  if (!can(actor.roles, 'account.invite')) return refuse('forbidden');
  return withAudit(db, async (tx, record) => {
    const voided = await voidInvitations(tx, eq(staffInvitations.id, id));
    if (voided.length === 0) return refuse('invitation-gone');
    await record({ kind: 'invitation', id }, { kind: 'staff', id: actor.id }, 'invitation.voided');
    return { ok: true as const };
  });
}

async function voidInvitations(tx: Tx, which: ReturnType<typeof eq>): Promise<string[]> {
  const voided = await tx
    .update(staffInvitations)
    .set({ expiresAt: now() })
    .where(and(which, isNull(staffInvitations.usedAt), gt(staffInvitations.expiresAt, now())))
    .returning({ id: staffInvitations.id });
  return voided.map(({ id }) => id);
}

/** The person says that they have kept their recovery codes: from now on only the digests are left. */
export async function acknowledgeRecoveryCodes(db: Db, actor: StaffActor): Promise<void> {
  await withAudit(db, async (tx, record) => {
    const [row] = await tx
      .select()
      .from(staffAccounts)
      .where(eq(staffAccounts.id, actor.id))
      .for('no key update');
    if (!row) return;
    const key = await openDataKey(tx, { kind: 'staff', id: row.id });
    const secrets = openAccount(key, row);
    if (secrets.recoveryCodes === null) return;
    const sealed = sealAccount(key, row.id, { ...secrets, recoveryCodes: null });
    await tx.update(staffAccounts).set({ sealed }).where(eq(staffAccounts.id, row.id));
    const staff = { kind: 'staff' as const, id: actor.id };
    await record(staff, staff, 'recovery-codes.kept');
  });
}
