import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { staffAccounts, staffInvitations, staffRecoveryCodes, staffRoles } from '@/db/schema/staff';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import type { AuditActor } from '@/lib/audit/entry';
import { DAY, now } from '@/lib/clock';
import { isUniqueViolation, type Refusal, refuse } from '@/lib/errors';
import { createDataKey, destroyDataKey, openDataKey } from '@/lib/vault/commands';
import { keyedDigest } from '@/lib/vault/secrets';
import { openOffer } from './authenticator-offer';
import { findPasswordProblem, hashPassword, type PasswordProblem } from './password';
import { countAccounts, openInvitation } from './queries';
import {
  FIRST_ROLES,
  type InvitationSecrets,
  isEmail,
  normaliseEmail,
  openInvitationSecrets,
  sealAccount,
  sealInvitation,
} from './records';
import { makeRecoveryCodes, recoveryCodeText } from './recovery-codes';
import { can, type Role } from './roles';
import type { StaffActor } from './session';
import { insertSession } from './sessions/commands';
import { makeTotpSecret, matchTotpStep, otpauthUri } from './totp';

/** A person at the desk with the right to invite, or whoever may run commands on the server. */
export type Inviter = StaffActor | 'command-line';

const INVITATION_DAYS = 7;
const MAX_NAME = 200;

const auditActor = (by: Inviter): AuditActor =>
  by === 'command-line' ? { kind: 'system', id: null } : { kind: 'staff', id: by.id };

type PersonProblem = 'name-missing' | 'name-long' | 'email-bad';

function findPersonProblem(name: string, email: string): PersonProblem | null {
  if (!name.trim()) return 'name-missing';
  if (name.length > MAX_NAME) return 'name-long';
  return isEmail(email) ? null : 'email-bad';
}

/**
 * A link to make the very first account, or null once there is one. A new call voids the links of earlier calls, so that only what was
 * printed last works.
 */
export async function ensureFirstInvitation(db: Db): Promise<{ token: string } | null> {
  if ((await countAccounts(db)) > 0) return null;
  const { token, digest } = await makeToken(db);
  await withAudit(db, async (tx, record) => {
    const open = await tx
      .select()
      .from(staffInvitations)
      .where(and(isNull(staffInvitations.usedAt), gt(staffInvitations.expiresAt, now())))
      .for('update');
    for (const row of open) {
      const owner = { kind: 'invitation' as const, id: row.id };
      const { email } = openInvitationSecrets(await openDataKey(tx, owner), row);
      if (email) continue;
      await tx.update(staffInvitations).set({ expiresAt: now() }).where(eq(staffInvitations.id, row.id));
      await record(owner, auditActor('command-line'), 'invitation.voided');
    }
    await insertInvitation(tx, record, digest, 'command-line', { name: '', email: '' }, FIRST_ROLES);
  });
  return { token };
}

/** Invites a person to the desk. The link is shown once: only its digest is kept. */
export async function inviteStaff(
  db: Db,
  by: Inviter,
  person: { email: string; name: string; roles: readonly Role[] },
): Promise<
  { ok: true; token: string } | Refusal<PersonProblem | 'forbidden' | 'roles-missing' | 'email-taken'>
> {
  if (by !== 'command-line' && !can(by.roles, 'account.invite')) return refuse('forbidden');
  const problem = findPersonProblem(person.name, person.email);
  if (problem) return refuse(problem);
  if (person.roles.length === 0) return refuse('roles-missing');
  const emailDigest = await keyedDigest(db, 'staff-email', normaliseEmail(person.email));
  const [taken] = await db
    .select({ id: staffAccounts.id })
    .from(staffAccounts)
    .where(eq(staffAccounts.emailDigest, emailDigest));
  if (taken) return refuse('email-taken');
  const { token, digest } = await makeToken(db);
  const { name, email } = person;
  return withAudit(db, async (tx, record) => {
    if (by !== 'command-line' && !(await lockActive(tx, by.id))) return refuse('forbidden');
    const invited = { name: name.trim(), email: email.trim() };
    await insertInvitation(tx, record, digest, by, invited, person.roles);
    return { ok: true as const, token };
  });
}

/** Holds an account as it is, so that one that is shut at this moment leaves no invitation behind. */
async function lockActive(tx: Tx, staffId: string): Promise<boolean> {
  const [row] = await tx
    .select({ state: staffAccounts.state })
    .from(staffAccounts)
    .where(eq(staffAccounts.id, staffId))
    .for('share');
  return row?.state === 'ACTIVE';
}

async function makeToken(db: Db): Promise<{ token: string; digest: Buffer }> {
  const token = randomBytes(32).toString('base64url');
  return { token, digest: await keyedDigest(db, 'staff-invitation', token) };
}

async function insertInvitation(
  tx: Tx,
  record: RecordAudit,
  tokenDigest: Buffer,
  by: Inviter,
  person: InvitationSecrets,
  roles: readonly Role[],
): Promise<void> {
  const id = randomUUID();
  const key = await createDataKey(tx, { kind: 'invitation', id });
  await tx.insert(staffInvitations).values({
    id,
    tokenDigest,
    sealed: sealInvitation(key, id, person),
    roles: [...roles],
    invitedBy: by === 'command-line' ? null : by.id,
    createdAt: now(),
    expiresAt: new Date(now().getTime() + INVITATION_DAYS * DAY),
  });
  await record({ kind: 'invitation', id }, auditActor(by), 'invitation.made', { roles: roles.join(' ') });
}

/** `offer`: the sealed authenticator that the form showed. `email` counts only for the first account: others were invited by theirs. */
type Joining = { name: string; email: string; password: string; code: string; offer: string };
export type JoinProblem = PersonProblem | PasswordProblem | 'invitation-gone' | 'code-wrong' | 'email-taken';

/** Turns an invitation into an account with a session of its own. The invitation works once, its key is destroyed with it. */
export async function acceptInvitation(
  db: Db,
  token: string,
  joining: Joining,
): Promise<{ ok: true; staffId: string; sessionId: string } | Refusal<JoinProblem>> {
  const invitation = await openInvitation(db, token);
  if (!invitation) return refuse('invitation-gone');
  const { name, password } = joining;
  const email = invitation.email || joining.email;
  const problem = findPersonProblem(name, email) ?? findPasswordProblem(password, { name, email });
  if (problem) return refuse(problem);
  const offer = await openOffer(db, invitation.id, joining.offer);
  const step = offer && matchTotpStep(offer.secret, joining.code.replace(/\s/g, ''), now());
  if (!offer || step === null) return refuse('code-wrong');
  const account = await prepareAccount(db, { name, email, password, roles: invitation.roles });
  try {
    return await withAudit(db, async (tx, record) => {
      const used = await tx
        .update(staffInvitations)
        .set({ usedAt: now() })
        .where(
          and(
            eq(staffInvitations.id, invitation.id),
            isNull(staffInvitations.usedAt),
            gt(staffInvitations.expiresAt, now()),
          ),
        )
        .returning({ id: staffInvitations.id });
      if (used.length === 0) return refuse('invitation-gone');
      await destroyDataKey(tx, { kind: 'invitation', id: invitation.id });
      await insertAccount(tx, account, offer.secret, step);
      const staff = { kind: 'staff' as const, id: account.id };
      await record({ kind: 'invitation', id: invitation.id }, staff, 'invitation.used');
      await record(staff, staff, 'account.made', { roles: invitation.roles.join(' ') });
      const sessionId = await insertSession(tx, account.id);
      await record(staff, staff, 'sign-in', { by: 'invitation' });
      return { ok: true as const, staffId: account.id, sessionId };
    });
  } catch (error) {
    if (isUniqueViolation(error, 'staff_accounts_email')) return refuse('email-taken');
    throw error;
  }
}

/** A ready account without an invitation, for automation: answers the TOTP secret as an otpauth URI, once. */
export async function createActiveAccount(
  db: Db,
  person: { email: string; name: string; roles: readonly Role[]; password: string },
): Promise<
  | { ok: true; staffId: string; otpauthUri: string }
  | Refusal<PersonProblem | PasswordProblem | 'roles-missing' | 'email-taken'>
> {
  const problem =
    findPersonProblem(person.name, person.email) ?? findPasswordProblem(person.password, person);
  if (problem) return refuse(problem);
  if (person.roles.length === 0) return refuse('roles-missing');
  const account = await prepareAccount(db, person);
  const totpSecret = makeTotpSecret();
  try {
    await withAudit(db, async (tx, record) => {
      await insertAccount(tx, account, totpSecret, 0);
      await record({ kind: 'staff', id: account.id }, auditActor('command-line'), 'account.made', {
        roles: person.roles.join(' '),
      });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'staff_accounts_email')) return refuse('email-taken');
    throw error;
  }
  return { ok: true, staffId: account.id, otpauthUri: otpauthUri(totpSecret, person.email) };
}

type NewAccount = Awaited<ReturnType<typeof prepareAccount>>;

/** All that needs time or the pool, done before the transaction opens. */
async function prepareAccount(
  db: Db,
  person: { name: string; email: string; password: string; roles: readonly Role[] },
) {
  const id = randomUUID();
  const recoveryCodes = makeRecoveryCodes();
  return {
    id,
    name: person.name.trim(),
    email: person.email.trim(),
    emailDigest: await keyedDigest(db, 'staff-email', normaliseEmail(person.email)),
    passwordHash: await hashPassword(person.password),
    roles: [...new Set(person.roles)],
    recoveryCodes,
    recoveryDigests: await Promise.all(
      recoveryCodes.map((code) => keyedDigest(db, 'staff-recovery', recoveryCodeText(id, code))),
    ),
  };
}

async function insertAccount(tx: Tx, account: NewAccount, totpSecret: string, step: number): Promise<void> {
  const { id, name, email, emailDigest, passwordHash, recoveryCodes } = account;
  const key = await createDataKey(tx, { kind: 'staff', id });
  const sealed = sealAccount(key, id, { name, email, passwordHash, totpSecret, recoveryCodes });
  await tx
    .insert(staffAccounts)
    .values({ id, emailDigest, sealed, state: 'ACTIVE', totpLastStep: step, createdAt: now() });
  await tx.insert(staffRoles).values(account.roles.map((role) => ({ staffId: id, role })));
  await tx
    .insert(staffRecoveryCodes)
    .values(account.recoveryDigests.map((codeDigest) => ({ id: randomUUID(), staffId: id, codeDigest })));
}
