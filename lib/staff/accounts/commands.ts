import 'server-only';
import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { staffAccounts, staffInvitations, staffKeptTexts, staffRoles } from '@/db/schema/staff';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { openDataKey } from '@/lib/vault/commands';
import { openAccount, sealAccount } from '../records';
import { can } from '../roles';
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
    // All of the admins are locked, so that two of them cannot shut each other out at once.
    const admins = await tx
      .select({ id: staffAccounts.id })
      .from(staffAccounts)
      .innerJoin(staffRoles, and(eq(staffRoles.staffId, staffAccounts.id), eq(staffRoles.role, 'ADMIN')))
      .where(eq(staffAccounts.state, 'ACTIVE'))
      .orderBy(staffAccounts.id)
      .for('update', { of: staffAccounts });
    if (!admins.some((admin) => admin.id === actor.id)) return refuse('forbidden');
    if (admins.every((admin) => admin.id === staffId)) return refuse('last-admin');
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
    const [row] = await tx.select().from(staffAccounts).where(eq(staffAccounts.id, actor.id)).for('update');
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
