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

/** What somebody signs in with. */
type Credentials = { id: string; name: string; email: string; password: string; otpauthUri: string };

/** Makes an account and signs in to it as a person does, in a browser of its own. */
export async function join(db: Db, base: string, name: string, roles: Role[]): Promise<Member> {
  const account = await makeAccount(db, name, roles);
  const visitor = await signIn(base, account);
  // Only lib/staff/session.ts makes one for the product; whoever sets a scene has to act for those in it.
  const actor = { id: account.id, sessionId: account.id, name, roles, signedInAt: now() };
  return { id: account.id, name, roles, actor: actor as unknown as StaffActor, visitor };
}

/** An account that nobody has signed in to yet. */
export async function makeAccount(db: Db, name: string, roles: Role[]): Promise<Credentials> {
  const email = `${randomUUID()}@staff.example`;
  const password = `ferry ${randomUUID()}`;
  const made = await createActiveAccount(db, { name, email, roles, password });
  if (!made.ok) throw new Error(made.reason);
  return { id: made.staffId, name, email, password, otpauthUri: made.otpauthUri };
}

/** Signs in as a person does, once: a second time within half a minute the same code would be refused. Throws when it is refused. */
export async function signIn(
  base: string,
  { name, email, password, otpauthUri }: Credentials,
): Promise<Visitor> {
  const visitor = new Visitor(base, name);
  const [form] = formsOn(await visitor.get('/ko/staff/sign-in')).filter(({ fields }) =>
    fields.some(([field]) => field === 'password'),
  );
  const code = URI.parse(otpauthUri).generate({ timestamp: now().getTime() } as never);
  const typed: Record<string, string> = { email, password, code, next: '' };
  const answer = await visitor.post(
    '/ko/staff/sign-in',
    (form?.fields ?? []).map(([field, value]) => [field, typed[field] ?? value]),
  );
  if (answer.status !== 303 || answer.location.includes('problem'))
    throw new Error(`${name} could not sign in: ${answer.status} ${answer.location}`);
  return visitor;
}
