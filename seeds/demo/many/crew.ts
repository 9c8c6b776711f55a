import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staffAccounts } from '@/db/schema/staff';
import { createActiveAccount } from '@/lib/staff/commands';
import type { Role } from '@/lib/staff/roles';
import { keyedDigest } from '@/lib/vault/secrets';
import type { Crew } from './making';

const COLLEAGUES: readonly (readonly [keyof Crew, Role, readonly string[]])[] = [
  ['intake', 'INTAKE', ['강접수', '윤접수', '백접수', '조접수']],
  ['workers', 'CASEWORKER', ['유담당', '문담당', '양담당', '배담당', '심담당', '노담당']],
  ['leads', 'SUPERVISOR', ['구책임']],
];

/** Made-up colleagues who have done the made-up work. Nobody knows their passwords, and nobody can sign in as one. */
export async function makeCrew(db: Db, mostOfEach = 6): Promise<Crew> {
  const crew = { intake: [] as string[], workers: [] as string[], leads: [] as string[] };
  for (const [place, role, names] of COLLEAGUES)
    for (const [index, name] of names.slice(0, mostOfEach).entries()) {
      const email = `${place}-${index + 1}@naru.invalid`;
      const password = randomBytes(24).toString('base64url');
      const made = await createActiveAccount(db, { name, email, roles: [role], password });
      crew[place].push(made.ok ? made.staffId : await accountOf(db, email));
    }
  return crew;
}

/** They are there already, from a time before. */
async function accountOf(db: Db, email: string): Promise<string> {
  const digest = await keyedDigest(db, 'staff-email', email);
  const [row] = await db.select().from(staffAccounts).where(eq(staffAccounts.emailDigest, digest));
  if (!row) throw new Error(`${email} could not be made`);
  return row.id;
}
