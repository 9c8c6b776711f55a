import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { staffAccounts, staffRecoveryCodes, staffSessions } from '@/db/schema/staff';
import { giveBack, hit, type Limit } from '@/lib/abuse/commands';
import { withAudit } from '@/lib/audit/commands';
import type { AuditObject } from '@/lib/audit/entry';
import { MINUTE, now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { findDataKey } from '@/lib/vault/commands';
import { keyedDigest } from '@/lib/vault/secrets';
import { verifyPassword } from '../password';
import { normaliseEmail, openAccount } from '../records';
import { recoveryCodeText } from '../recovery-codes';
import { can } from '../roles';
import type { StaffActor } from '../session';
import { makeTotpSecret, matchTotpStep } from '../totp';
import { ABSOLUTE_MS, type LiveSession, liveSession } from './queries';

const WINDOW = 15 * MINUTE;
/** Failures for an address of the desk, from wherever, before a browser that nobody knows has to wait. */
const ACCOUNT_LIMIT = 20;
const CLIENT_LIMIT = 30;
/** Failures of a browser that has signed in to this very account before. */
const DEVICE_LIMIT = 10;
/**
 * What a failure without an account is recorded on: one of 256 chains, by the address that was tried, so that such failures do not wait for each
 * other where failures of accounts do not.
 */
const noAccount = (emailDigest: Buffer): AuditObject => ({
  kind: 'system',
  id: `00000000-0000-4000-8000-0000000001${emailDigest.toString('hex', 0, 1)}`,
});
/** When to try again where too many strangers wait for their password to be compared. */
const BUSY_MS = 30_000;
/** Stands for an account that is not there, so that looking its key up takes as long. */
const NOBODY = '00000000-0000-4000-8000-000000000002';
const DECOY_SECRET = makeTotpSecret();

export type SignInAttempt = { email: string; password: string; code: string };
/** `deviceOf`: the account that this browser has signed in to before, from its sealed device cookie. */
export type SignInClient = { address: string; deviceOf: string | null };

/**
 * Checks e-mail, password and code and opens a session. An unknown account and a wrong password or code take the same work and get the same
 * answer. Only failures count against the limits. A stranger can use up the account's own limit, so a browser that has signed in to this
 * account before has a limit of its own instead: nobody can keep staff out of the browsers they work with.
 */
export async function signIn(
  db: Db,
  { email, password, code }: SignInAttempt,
  client: SignInClient,
): Promise<
  | { ok: true; staffId: string; sessionId: string }
  | Refusal<'wrong'>
  | (Refusal<'wait'> & { retryAfterMs: number })
> {
  const emailDigest = await keyedDigest(db, 'staff-email', normaliseEmail(email));
  const [account] = await db.select().from(staffAccounts).where(eq(staffAccounts.emailDigest, emailDigest));
  const failedAt = account ? { kind: 'staff' as const, id: account.id } : noAccount(emailDigest);
  const limits = limitsFor(emailDigest, client, account?.id);
  const verdicts = await Promise.all(limits.map((limit) => hit(db, limit)));
  const retryAfterMs = Math.max(...verdicts.map((verdict) => verdict.retryAfterMs));
  if (retryAfterMs > 0) {
    const used = limits.filter((_, at) => (verdicts[at]?.retryAfterMs ?? 0) > 0);
    await recordRefusals(db, used, failedAt);
    return { ...refuse('wait'), retryAfterMs };
  }
  const key = await findDataKey(db, { kind: 'staff', id: account?.id ?? NOBODY });
  const secrets = account && key && account.state === 'ACTIVE' ? openAccount(key, account) : null;
  const isKnown = account !== undefined && client.deviceOf === account.id;
  const matches = await verifyPassword(
    secrets?.passwordHash ?? null,
    password,
    isKnown ? 'known' : 'strangers',
  );
  if (matches === 'busy') {
    await Promise.all(limits.map((limit) => giveBack(db, limit)));
    return { ...refuse('wait'), retryAfterMs: BUSY_MS };
  }
  const typed = code.normalize('NFKC').replace(/\s/g, '');
  const step = matchTotpStep(secrets?.totpSecret ?? DECOY_SECRET, typed, now());
  const recovery = await keyedDigest(db, 'staff-recovery', recoveryCodeText(account?.id ?? NOBODY, typed));
  const opened = await withAudit(db, async (tx, record) => {
    // Asked in every case, of nobody when the password is wrong, so that time does not tell which of the two was wrong.
    const by = await consumeSecondFactor(tx, account && matches ? account.id : NOBODY, step, recovery);
    if (account && by) {
      const sessionId = await insertSession(tx, account.id);
      const staff = { kind: 'staff' as const, id: account.id };
      await record(staff, staff, 'sign-in', { by });
      return { ok: true as const, staffId: account.id, sessionId };
    }
    await record(failedAt, { kind: 'stranger', id: null }, 'sign-in.failed');
    return refuse('wrong');
  });
  if (opened.ok) await Promise.all(limits.map((limit) => giveBack(db, limit)));
  return opened;
}

function limitsFor(emailDigest: Buffer, client: SignInClient, staffId: string | undefined): Limit[] {
  if (staffId && client.deviceOf === staffId)
    return [
      { name: 'sign-in/device', key: `${staffId}/${client.address}`, limit: DEVICE_LIMIT, windowMs: WINDOW },
    ];
  return [
    { name: 'sign-in/account', key: emailDigest.toString('hex'), limit: ACCOUNT_LIMIT, windowMs: WINDOW },
    { name: 'sign-in/client', key: client.address, limit: CLIENT_LIMIT, windowMs: WINDOW },
  ];
}

/** Uses a TOTP step or a recovery code up; each works once. The row decides, so that of two at once one is refused. */
async function consumeSecondFactor(
  tx: Tx,
  staffId: string,
  step: number | null,
  recovery: Buffer,
): Promise<'totp' | 'recovery' | null> {
  if (step !== null) {
    const moved = await tx
      .update(staffAccounts)
      .set({ totpLastStep: step })
      .where(and(eq(staffAccounts.id, staffId), lt(staffAccounts.totpLastStep, step)))
      .returning({ id: staffAccounts.id });
    return moved.length > 0 ? 'totp' : null;
  }
  const used = await tx
    .update(staffRecoveryCodes)
    .set({ usedAt: now() })
    .where(
      and(
        eq(staffRecoveryCodes.staffId, staffId),
        eq(staffRecoveryCodes.codeDigest, recovery),
        isNull(staffRecoveryCodes.usedAt),
      ),
    )
    .returning({ id: staffRecoveryCodes.id });
  return used.length > 0 ? 'recovery' : null;
}

/** A refusal by a limit is recorded once for each limit and window: whoever is refused could otherwise fill the audit. */
async function recordRefusals(db: Db, used: Limit[], failedAt: AuditObject): Promise<void> {
  for (const limit of used) {
    const first = await hit(db, { ...limit, name: `${limit.name}/refused`, limit: 1 });
    if (!first.allowed) continue;
    await withAudit(db, (_, record) =>
      record(failedAt, { kind: 'stranger', id: null }, 'sign-in.refused', { by: limit.name }),
    );
  }
}

/** A new session row, in the transaction of what opens it. */
export async function insertSession(tx: Tx, staffId: string): Promise<string> {
  const id = randomUUID();
  const at = now();
  const expiresAt = new Date(at.getTime() + ABSOLUTE_MS);
  await tx.insert(staffSessions).values({ id, staffId, createdAt: at, lastSeenAt: at, expiresAt });
  return id;
}

/** Marks a session as in use; at most once a minute, so that reading does not mean writing. */
export async function touchSession(db: Db, session: LiveSession): Promise<void> {
  if (now().getTime() - session.lastSeenAt.getTime() < MINUTE) return;
  await db
    .update(staffSessions)
    .set({ lastSeenAt: now() })
    .where(and(eq(staffSessions.id, session.id), liveSession(now())));
}

/** Ends the actor's own session. */
export async function signOut(db: Db, actor: StaffActor): Promise<void> {
  await withAudit(db, async (tx, record) => {
    await tx.update(staffSessions).set({ revokedAt: now() }).where(eq(staffSessions.id, actor.sessionId));
    await record({ kind: 'staff', id: actor.id }, { kind: 'staff', id: actor.id }, 'sign-out');
  });
}

/** Ends every open session of an account, in the caller's transaction; answers how many. */
export async function revokeSessionsOf(tx: Tx, staffId: string): Promise<number> {
  const ended = await tx
    .update(staffSessions)
    .set({ revokedAt: now() })
    .where(and(eq(staffSessions.staffId, staffId), isNull(staffSessions.revokedAt)))
    .returning({ id: staffSessions.id });
  return ended.length;
}

/** Ends every open session of someone else's account. */
export async function revokeSessions(
  db: Db,
  actor: StaffActor,
  staffId: string,
): Promise<{ ok: true } | Refusal<'forbidden'>> {
  if (!can(actor.roles, 'session.revoke')) return refuse('forbidden');
  return withAudit(db, async (tx, record) => {
    const sessions = await revokeSessionsOf(tx, staffId);
    await record({ kind: 'staff', id: staffId }, { kind: 'staff', id: actor.id }, 'sessions.revoked', {
      sessions,
    });
    return { ok: true as const };
  });
}
