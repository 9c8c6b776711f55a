import { randomUUID } from 'node:crypto';
import { URI } from 'otpauth';
import type { Db } from '@/db/client';
import { now } from '@/lib/clock';
import { createActiveAccount } from '@/lib/staff/commands';
import type { Role } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { formsOn } from './forms';
import { Visitor } from './visitor';

/** Somebody with an account: the hands that set the scene, and the browser that tries. */
export type Member = { id: string; name: string; roles: Role[]; actor: StaffActor; visitor: Visitor };

/** Makes an account and signs in to it as a person does, in a browser of its own. */
export async function join(db: Db, base: string, name: string, roles: Role[]): Promise<Member> {
  const email = `${randomUUID()}@staff.example`;
  const password = `ferry ${randomUUID()}`;
  const made = await createActiveAccount(db, { name, email, roles, password });
  if (!made.ok) throw new Error(made.reason);
  const visitor = new Visitor(base, name);
  const [form] = formsOn(await visitor.get('/ko/staff/sign-in')).filter(({ fields }) =>
    fields.some(([field]) => field === 'password'),
  );
  const code = URI.parse(made.otpauthUri).generate({ timestamp: now().getTime() } as never);
  const typed: Record<string, string> = { email, password, code, next: '' };
  const answer = await visitor.post(
    '/ko/staff/sign-in',
    (form?.fields ?? []).map(([field, value]) => [field, typed[field] ?? value]),
  );
  if (answer.status !== 303 || answer.location.includes('problem'))
    throw new Error(`${name} could not sign in: ${answer.status} ${answer.location}`);
  // Only lib/staff/session.ts makes one for the product; whoever sets a scene has to act for those in it.
  const actor = { id: made.staffId, sessionId: made.staffId, name, roles, signedInAt: now() };
  return { id: made.staffId, name, roles, actor: actor as unknown as StaffActor, visitor };
}
