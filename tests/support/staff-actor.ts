import { URI } from 'otpauth';
import type { Db } from '@/db/client';
import { now } from '@/lib/clock';
import { createActiveAccount } from '@/lib/staff/commands';
import type { Role } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';

export const PASSWORD = 'ferry landing in the morning';

export type TestStaff = { id: string; email: string; name: string; code: (at?: Date) => string };

/** An account as the command line makes it, and its authenticator. */
export async function makeStaff(
  db: Db,
  name: string,
  roles: Role[],
  email = `${name}@staff.example`,
): Promise<TestStaff> {
  const made = await createActiveAccount(db, { name, email, roles, password: PASSWORD });
  if (!made.ok) throw new Error(made.reason);
  const totp = URI.parse(made.otpauthUri);
  const code = (at = now()) => totp.generate({ timestamp: at.getTime() } as never);
  return { id: made.staffId, name, email, code };
}

/** What lib/staff/session.ts would have minted; nothing but a test may cast one. */
export function actorFor(staff: TestStaff, roles: Role[], sessionId = staff.id): StaffActor {
  return { id: staff.id, sessionId, name: staff.name, roles, signedInAt: now() } as unknown as StaffActor;
}
