import 'server-only';
import { and, count, desc, gt, isNull, max } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staffAccounts, staffInvitations, staffRoles, staffSessions } from '@/db/schema/staff';
import { now } from '@/lib/clock';
import { findDataKey, openDataKey } from '@/lib/vault/commands';
import { staffNames } from '../queries';
import { openAccount, openInvitationSecrets } from '../records';
import { can, isRole, ROLES, type Role } from '../roles';
import type { StaffActor } from '../session';
import { liveSession } from '../sessions/queries';

export type AccountRow = {
  id: string;
  name: string;
  email: string;
  state: string;
  roles: Role[];
  createdAt: Date;
  lastSeenAt: Date | null;
  openSessions: number;
};

/** Every account with its roles and how many sessions stand open, oldest first. */
export async function listAccounts(db: Db, actor: StaffActor): Promise<AccountRow[]> {
  if (!can(actor.roles, 'account.list')) return [];
  const [accounts, roles, seen, open] = await Promise.all([
    db.select().from(staffAccounts).orderBy(staffAccounts.createdAt, staffAccounts.id),
    rolesByAccount(db),
    db
      .select({ staffId: staffSessions.staffId, at: max(staffSessions.lastSeenAt) })
      .from(staffSessions)
      .groupBy(staffSessions.staffId),
    db
      .select({ staffId: staffSessions.staffId, sessions: count() })
      .from(staffSessions)
      .where(liveSession(now()))
      .groupBy(staffSessions.staffId),
  ]);
  return Promise.all(
    accounts.map(async (row) => {
      const { name, email } = openAccount(await openDataKey(db, { kind: 'staff', id: row.id }), row);
      return {
        id: row.id,
        name,
        email,
        state: row.state,
        roles: roles.get(row.id) ?? [],
        createdAt: row.createdAt,
        lastSeenAt: seen.find((entry) => entry.staffId === row.id)?.at ?? null,
        openSessions: open.find((entry) => entry.staffId === row.id)?.sessions ?? 0,
      };
    }),
  );
}

export type InvitationRow = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  expiresAt: Date;
  /** Null: by the command line. */
  invitedBy: string | null;
};

/** The invitations that can still be used, the newest first. The one for the first account is none of them: it opens nothing any more. */
export async function listOpenInvitations(db: Db, actor: StaffActor): Promise<InvitationRow[]> {
  if (!can(actor.roles, 'account.list')) return [];
  const found = await db
    .select()
    .from(staffInvitations)
    .where(and(isNull(staffInvitations.usedAt), gt(staffInvitations.expiresAt, now())))
    .orderBy(desc(staffInvitations.createdAt), staffInvitations.id);
  const names = await staffNames(
    db,
    found.flatMap((row) => row.invitedBy ?? []),
  );
  const rows = await Promise.all(
    found.map(async (row) => {
      const key = await findDataKey(db, { kind: 'invitation', id: row.id });
      if (!key) return [];
      const { name, email } = openInvitationSecrets(key, row);
      const invitedBy = row.invitedBy ? (names.get(row.invitedBy) ?? null) : null;
      const roles = row.roles.filter(isRole);
      return email ? [{ id: row.id, name, email, roles, expiresAt: row.expiresAt, invitedBy }] : [];
    }),
  );
  return rows.flat();
}

async function rolesByAccount(db: Db): Promise<Map<string, Role[]>> {
  const found = new Map<string, Role[]>();
  for (const { staffId, role } of await db.select().from(staffRoles)) {
    if (isRole(role)) found.set(staffId, [...(found.get(staffId) ?? []), role]);
  }
  for (const [id, held] of found) {
    found.set(
      id,
      ROLES.filter((role) => held.includes(role)),
    );
  }
  return found;
}
