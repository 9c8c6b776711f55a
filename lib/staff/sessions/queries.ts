import 'server-only';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staffAccounts, staffSessions } from '@/db/schema/staff';
import { HOUR, MINUTE, now } from '@/lib/clock';
import { findDataKey } from '@/lib/vault/commands';
import { rolesOf } from '../queries';
import { openAccount } from '../records';
import type { Role } from '../roles';

/** Without a request for this long a session is over. */
export const IDLE_MS = 30 * MINUTE;
/** However busy, a session is over after this long. */
export const ABSOLUTE_MS = 12 * HOUR;
/** How recent a sign-in must be for what changes accounts. */
export const FRESH_MS = 15 * MINUTE;

/** Which session rows still let someone in. */
export function liveSession(at: Date) {
  return and(
    isNull(staffSessions.revokedAt),
    gt(staffSessions.expiresAt, at),
    gt(staffSessions.lastSeenAt, new Date(at.getTime() - IDLE_MS)),
  );
}

export type LiveSession = {
  id: string;
  staffId: string;
  name: string;
  roles: Role[];
  createdAt: Date;
  lastSeenAt: Date;
};

/** The session with its account; null when it ran out, was revoked, or its account is shut. */
export async function findLiveSession(db: Db, sessionId: string): Promise<LiveSession | null> {
  const [row] = await db
    .select({ session: staffSessions, account: staffAccounts })
    .from(staffSessions)
    .innerJoin(staffAccounts, eq(staffAccounts.id, staffSessions.staffId))
    .where(and(eq(staffSessions.id, sessionId), liveSession(now()), eq(staffAccounts.state, 'ACTIVE')));
  if (!row) return null;
  const { id, staffId, createdAt, lastSeenAt } = row.session;
  const [key, roles] = await Promise.all([
    findDataKey(db, { kind: 'staff', id: staffId }),
    rolesOf(db, staffId),
  ]);
  if (!key) return null;
  return { id, staffId, name: openAccount(key, row.account).name, roles, createdAt, lastSeenAt };
}
