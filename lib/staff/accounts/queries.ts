import 'server-only';
import { count, max } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staffAccounts, staffRoles, staffSessions } from '@/db/schema/staff';
import { now } from '@/lib/clock';
import { openDataKey } from '@/lib/vault/commands';
import { openAccount } from '../records';
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
