import 'server-only';
import { and, count, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { staffAccounts, staffInvitations, staffRoles } from '@/db/schema/staff';
import { dataKeys } from '@/db/schema/vault';
import { now } from '@/lib/clock';
import { isUuid } from '@/lib/uuid';
import { findDataKey, openDataKey, unwrapDataKey } from '@/lib/vault/commands';
import { keyedDigest } from '@/lib/vault/secrets';
import { openAccount, openInvitationSecrets } from './records';
import { can, isRole, type Permission, ROLES, type Role } from './roles';
import type { StaffActor } from './session';

/** How many accounts there are, shut ones included. */
export async function countAccounts(db: Db | Tx): Promise<number> {
  const [row] = await db.select({ value: count() }).from(staffAccounts);
  return row?.value ?? 0;
}

export type OpenInvitation = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
};

/** What an invitation's link opens; null when it was used, has run out, was voided or never was. */
export async function openInvitation(db: Db, token: string): Promise<OpenInvitation | null> {
  const tokenDigest = await keyedDigest(db, 'staff-invitation', token);
  const [row] = await db
    .select()
    .from(staffInvitations)
    .where(
      and(
        eq(staffInvitations.tokenDigest, tokenDigest),
        isNull(staffInvitations.usedAt),
        gt(staffInvitations.expiresAt, now()),
      ),
    );
  if (!row) return null;
  const key = await findDataKey(db, { kind: 'invitation', id: row.id });
  if (!key) return null;
  const secrets = openInvitationSecrets(key, row);
  // The first link is for an installation without accounts; once there is one, people are invited by name.
  if (!secrets.email && (await countAccounts(db)) > 0) return null;
  return { id: row.id, ...secrets, roles: row.roles.filter(isRole) };
}

/** Whether there is such an account and it may be used. */
export async function isActiveAccount(db: Db | Tx, staffId: string): Promise<boolean> {
  if (!isUuid(staffId)) return false;
  const [row] = await db
    .select({ state: staffAccounts.state })
    .from(staffAccounts)
    .where(eq(staffAccounts.id, staffId));
  return row?.state === 'ACTIVE';
}

/** The roles of one account, in the order that ROLES names them. */
export async function rolesOf(db: Db | Tx, staffId: string): Promise<Role[]> {
  const rows = await db.select().from(staffRoles).where(eq(staffRoles.staffId, staffId));
  return ROLES.filter((role) => rows.some((row) => row.role === role));
}

/** Whether somebody may do something now: an account that may be used, with a role that is for it. */
export async function mayDo(db: Db | Tx, staffId: string, permission: Permission): Promise<boolean> {
  return (await isActiveAccount(db, staffId)) && can(await rolesOf(db, staffId), permission);
}

/** Names by account id, for "who wrote this" and "who has read this". */
export async function staffNames(db: Db | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  const names = new Map<string, string>();
  if (wanted.length === 0) return names;
  const rows = await db
    .select({ account: staffAccounts, key: dataKeys })
    .from(staffAccounts)
    .innerJoin(dataKeys, and(eq(dataKeys.ownerKind, 'staff'), eq(dataKeys.ownerId, staffAccounts.id)))
    .where(inArray(staffAccounts.id, wanted));
  for (const { account, key: kept } of rows) {
    const key = unwrapDataKey({ kind: 'staff', id: account.id }, kept);
    if (key) names.set(account.id, openAccount(key, account).name);
  }
  return names;
}

/** The recovery codes that an account has not yet said it has kept; null once it has. */
export async function unacknowledgedRecoveryCodes(db: Db, actor: StaffActor): Promise<string[] | null> {
  const [row] = await db.select().from(staffAccounts).where(eq(staffAccounts.id, actor.id));
  if (!row) return null;
  return openAccount(await openDataKey(db, { kind: 'staff', id: row.id }), row).recoveryCodes;
}

/** Where to write to somebody; null when there is no such account or it is shut. */
export async function mailAddressOf(db: Db, staffId: string): Promise<string | null> {
  const [row] = await db.select().from(staffAccounts).where(eq(staffAccounts.id, staffId));
  if (row?.state !== 'ACTIVE') return null;
  const key = await findDataKey(db, { kind: 'staff', id: row.id });
  return key ? openAccount(key, row).email : null;
}
