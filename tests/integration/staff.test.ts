import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { staffKeptTexts } from '@/db/schema/staff';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import {
  acknowledgeRecoveryCodes,
  disableAccount,
  enableAccount,
  revokeInvitation,
} from '@/lib/staff/accounts/commands';
import { listAccounts, listOpenInvitations } from '@/lib/staff/accounts/queries';
import { offerAuthenticator } from '@/lib/staff/authenticator-offer';
import { acceptInvitation, ensureFirstInvitation, inviteStaff } from '@/lib/staff/commands';
import { keepTyped } from '@/lib/staff/kept/commands';
import { findTyped } from '@/lib/staff/kept/queries';
import { MOST_STRANGERS } from '@/lib/staff/password';
import { isActiveAccount, openInvitation, unacknowledgedRecoveryCodes } from '@/lib/staff/queries';
import { revokeSessions, signIn, touchSession } from '@/lib/staff/sessions/commands';
import { findLiveSession } from '@/lib/staff/sessions/queries';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { dumpDatabase, findIn } from '../support/database-dump';
import { actorFor, makeStaff, PASSWORD, type TestStaff } from '../support/staff-actor';

// Whoever signs in waits for whoever is before them, which takes passwords that cost what they do.
vi.unmock('@node-rs/argon2');

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const client = (address = '192.0.2.1', deviceOf: string | null = null) => ({ address, deviceOf });
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: START.getTime() });

/** What the setup form of an invitation shows and carries, and the code its authenticator answers. */
async function lookAt(token: string) {
  const invitation = await openInvitation(db(), token);
  const { secret, sealed } = await offerAuthenticator(db(), invitation?.id ?? '');
  return { offer: sealed, code: codeOf(secret) };
}
const actsOn = async (id: string) =>
  (await db().select().from(auditEntries).where(eq(auditEntries.objectId, id))).map((entry) => entry.act);

let database: TestDatabase;
const db = () => database.db;

/** A database a test: limits, accounts and the first invitation must not meet those of another. */
beforeEach(async () => {
  setClock(START);
  database = await openTestDatabase();
});
afterEach(async () => {
  setClock(undefined);
  await database.close();
});

describe('invitations', () => {
  it('the first one makes a supervisor and administrator, once, and signs in', async () => {
    const first = await ensureFirstInvitation(db());
    const opened = await openInvitation(db(), first?.token ?? '');
    expect(opened).toMatchObject({ name: '', email: '', roles: ['SUPERVISOR', 'ADMIN'] });
    const person = { name: '강나루', email: 'naru@staff.example', password: PASSWORD };
    const answer = { ...person, ...(await lookAt(first?.token ?? '')) };
    const made = await acceptInvitation(db(), first?.token ?? '', answer);
    expect(made.ok && (await findLiveSession(db(), made.sessionId))).toMatchObject({ name: '강나루' });
    expect(await acceptInvitation(db(), first?.token ?? '', { ...answer, email: 'b@staff.example' })).toEqual(
      {
        ok: false,
        reason: 'invitation-gone',
      },
    );
    expect(await ensureFirstInvitation(db())).toBeNull();
  });

  it('of two that use the same invitation at once, one gets in', async () => {
    const { token } = (await ensureFirstInvitation(db())) ?? { token: '' };
    const shown = await lookAt(token);
    const tries = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        acceptInvitation(db(), token, { name, email: `${name}@staff.example`, password: PASSWORD, ...shown }),
      ),
    );
    expect(tries.filter((one) => one.ok)).toHaveLength(1);
  });

  it('a later first invitation voids the earlier one, and one for a person stays', async () => {
    const earlier = await ensureFirstInvitation(db());
    const named = await inviteStaff(db(), 'command-line', {
      name: 'Han',
      email: 'han@staff.example',
      roles: ['INTAKE'],
    });
    const later = await ensureFirstInvitation(db());
    expect(await openInvitation(db(), earlier?.token ?? '')).toBeNull();
    expect(await openInvitation(db(), later?.token ?? '')).not.toBeNull();
    expect(named.ok && (await openInvitation(db(), named.token))).toMatchObject({ name: 'Han' });
  });

  it('the first invitation opens nothing once there is an account', async () => {
    const first = await ensureFirstInvitation(db());
    await makeStaff(db(), 'someone', ['ADMIN']);
    expect(await openInvitation(db(), first?.token ?? '')).toBeNull();
  });

  it('runs out after seven days', async () => {
    const first = await ensureFirstInvitation(db());
    later(7 * DAY + 1);
    expect(await openInvitation(db(), first?.token ?? '')).toBeNull();
  });

  it('refuses a weak password, a wrong code, and who may not invite', async () => {
    const { token } = (await ensureFirstInvitation(db())) ?? { token: '' };
    const person = { name: '강나루', email: 'naru@staff.example', ...(await lookAt(token)) };
    const tried = async (password: string, changed = {}) => {
      const result = await acceptInvitation(db(), token, { ...person, password, ...changed });
      return result.ok ? 'ok' : result.reason;
    };
    expect(await tried('short')).toBe('password-short');
    expect(await tried('password1234')).toBe('password-common');
    expect(await tried('aaaaaaaaaaaaaaaa')).toBe('password-common');
    expect(await tried('naru강나루naru강나루')).toBe('password-personal');
    expect(await tried(PASSWORD, { code: '000000' })).toBe('code-wrong');
    expect(await tried(PASSWORD, { offer: 'made-up' })).toBe('code-wrong');
    expect(await tried(PASSWORD, { email: 'no address' })).toBe('email-bad');
    const clerk = actorFor(await makeStaff(db(), 'clerk', ['INTAKE']), ['INTAKE']);
    const invited = await inviteStaff(db(), clerk, { name: 'x', email: 'x@y.example', roles: ['ADMIN'] });
    expect(invited).toEqual({ ok: false, reason: 'forbidden' });
  });
});

describe('an invitation and the one who made it', () => {
  const person = { name: 'Han', email: 'han@staff.example', roles: ['INTAKE' as const] };
  async function invitedBy(admin: TestStaff) {
    const made = await inviteStaff(db(), actorFor(admin, ['ADMIN']), person);
    if (!made.ok) throw new Error(made.reason);
    return made.token;
  }

  it('the authenticator is another one at every look, is stored nowhere before, and fits no other invitation', async () => {
    const admin = await makeStaff(db(), 'admin', ['ADMIN']);
    const token = await invitedBy(admin);
    const [inviter, invited] = [await lookAt(token), await lookAt(token)];
    expect(inviter.code).not.toBe(invited.code);
    const other = await inviteStaff(db(), 'command-line', { ...person, email: 'other@staff.example' });
    const elsewhere = await lookAt(other.ok ? other.token : '');
    const joining = { name: 'Han', email: '', password: PASSWORD };
    for (const wrong of [elsewhere, { offer: invited.offer, code: inviter.code }])
      expect(await acceptInvitation(db(), token, { ...joining, ...wrong })).toMatchObject({
        reason: 'code-wrong',
      });
    const made = await acceptInvitation(db(), token, { ...joining, ...invited });
    later(MINUTE);
    const attempt = { email: person.email, password: PASSWORD, code: inviter.code };
    expect([made.ok, (await signIn(db(), attempt, client())).ok]).toEqual([true, false]);
  });

  it('an e-mail that the form posts all the same is not taken', async () => {
    const token = await invitedBy(await makeStaff(db(), 'admin', ['ADMIN']));
    const joining = { name: 'Hanna', email: 'someone.else@staff.example', password: PASSWORD };
    await acceptInvitation(db(), token, { ...joining, ...(await lookAt(token)) });
    const boss = actorFor(await makeStaff(db(), 'boss', ['ADMIN']), ['ADMIN']);
    const emails = (await listAccounts(db(), boss)).map((row) => row.email);
    expect(emails).toContain(person.email);
    expect(emails).not.toContain('someone.else@staff.example');
  });

  it('goes with the account that made it, is listed until then, and can be taken back', async () => {
    const admin = await makeStaff(db(), 'admin', ['ADMIN']);
    const boss = actorFor(await makeStaff(db(), 'boss', ['ADMIN']), ['ADMIN']);
    const token = await invitedBy(admin);
    const [row] = await listOpenInvitations(db(), boss);
    expect(row).toMatchObject({ ...person, invitedBy: 'admin' });
    await disableAccount(db(), boss, admin.id);
    expect(await openInvitation(db(), token)).toBeNull();
    expect(await listOpenInvitations(db(), boss)).toEqual([]);
    expect(await actsOn(row?.id ?? '')).toEqual(['invitation.made', 'invitation.voided']);
    expect(await inviteStaff(db(), actorFor(admin, ['ADMIN']), person)).toMatchObject({
      reason: 'forbidden',
    });

    const own = await inviteStaff(db(), boss, person);
    const [mine] = await listOpenInvitations(db(), boss);
    const clerk = actorFor(await makeStaff(db(), 'clerk', ['INTAKE']), ['INTAKE']);
    expect(await listOpenInvitations(db(), clerk)).toEqual([]);
    expect(await revokeInvitation(db(), clerk, mine?.id ?? '')).toMatchObject({ reason: 'forbidden' });
    expect(await revokeInvitation(db(), boss, mine?.id ?? '')).toEqual({ ok: true });
    expect(await revokeInvitation(db(), boss, mine?.id ?? '')).toMatchObject({ reason: 'invitation-gone' });
    expect(own.ok && (await openInvitation(db(), own.token))).toBeNull();
  });

  it('a shut account can be opened again and signs in as before', async () => {
    const boss = actorFor(await makeStaff(db(), 'boss', ['ADMIN']), ['ADMIN']);
    const staff = await makeStaff(db(), 'han', ['INTAKE']);
    expect(await enableAccount(db(), boss, staff.id)).toMatchObject({ reason: 'not-disabled' });
    await disableAccount(db(), boss, staff.id);
    expect(await isActiveAccount(db(), staff.id)).toBe(false);
    const clerk = actorFor(staff, ['INTAKE']);
    expect(await enableAccount(db(), clerk, staff.id)).toMatchObject({ reason: 'forbidden' });
    expect(await enableAccount(db(), boss, staff.id)).toEqual({ ok: true });
    expect(await actsOn(staff.id)).toEqual(['account.made', 'account.disabled', 'account.enabled']);
    const attempt = { email: staff.email, password: PASSWORD, code: staff.code() };
    expect(await signIn(db(), attempt, client())).toMatchObject({ ok: true });
  });
});

describe('sign-in', () => {
  it('a TOTP code works once, also for two that use it at the same time', async () => {
    const staff = await makeStaff(db(), 'han', ['INTAKE']);
    const attempt = { email: ' HAN@staff.example ', password: PASSWORD, code: staff.code() };
    const both = await Promise.all([signIn(db(), attempt, client()), signIn(db(), attempt, client())]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(await signIn(db(), attempt, client())).toEqual({ ok: false, reason: 'wrong' });
    later(30_000);
    expect(await signIn(db(), { ...attempt, code: staff.code() }, client())).toMatchObject({ ok: true });
  });

  it('a code of an earlier step is refused after a later one', async () => {
    const staff = await makeStaff(db(), 'han', ['INTAKE']);
    const earlier = staff.code(new Date(START.getTime() - 30_000));
    const attempt = { email: staff.email, password: PASSWORD };
    expect(await signIn(db(), { ...attempt, code: staff.code() }, client())).toMatchObject({ ok: true });
    expect(await signIn(db(), { ...attempt, code: earlier }, client())).toMatchObject({ ok: false });
  });

  it('an unknown account, a wrong password, a wrong code and a shut account get the same answer', async () => {
    const staff = await makeStaff(db(), 'han', ['INTAKE']);
    const admin = actorFor(await makeStaff(db(), 'admin', ['ADMIN']), ['ADMIN']);
    const right = { email: staff.email, password: PASSWORD, code: staff.code() };
    const answers = [
      await signIn(db(), { ...right, email: 'nobody@staff.example' }, client()),
      await signIn(db(), { ...right, password: 'not the password at all' }, client()),
      await signIn(db(), { ...right, code: '000000' }, client()),
    ];
    await disableAccount(db(), admin, staff.id);
    answers.push(await signIn(db(), right, client()));
    for (const answer of answers) expect(answer).toEqual({ ok: false, reason: 'wrong' });
  });

  it('a recovery code works once, and the codes are shown until acknowledged', async () => {
    const staff = await makeStaff(db(), 'han', ['INTAKE']);
    const actor = actorFor(staff, ['INTAKE']);
    const codes = (await unacknowledgedRecoveryCodes(db(), actor)) ?? [];
    expect(new Set(codes).size).toBe(10);
    const attempt = { email: staff.email, password: PASSWORD, code: (codes[0] ?? '').toUpperCase() };
    expect(await signIn(db(), attempt, client())).toMatchObject({ ok: true });
    expect(await signIn(db(), attempt, client())).toEqual({ ok: false, reason: 'wrong' });
    await acknowledgeRecoveryCodes(db(), actor);
    expect(await unacknowledgedRecoveryCodes(db(), actor)).toBeNull();
    expect(await signIn(db(), { ...attempt, code: codes[1] ?? '' }, client())).toMatchObject({ ok: true });
  });

  it('makes a guesser wait, and still lets staff in with a browser they have used', async () => {
    const staff = await makeStaff(db(), 'han', ['INTAKE']);
    const guess = { email: staff.email, password: 'a guess at the password', code: '000000' };
    for (let attempt = 0; attempt < 20; attempt += 1)
      await signIn(db(), guess, client(`198.51.100.${attempt}`));
    const right = { email: staff.email, password: PASSWORD, code: staff.code() };
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect(await signIn(db(), right, client('203.0.113.1'))).toMatchObject({ ok: false, reason: 'wait' });
    expect((await actsOn(staff.id)).filter((act) => act === 'sign-in.refused')).toHaveLength(1);
    expect(await signIn(db(), right, client('203.0.113.1', staff.id))).toMatchObject({ ok: true });
    later(15 * MINUTE);
    expect(await signIn(db(), { ...right, code: staff.code() }, client('203.0.113.1'))).toMatchObject({
      ok: true,
    });
  });

  it('keeps staff waiting behind no crowd of strangers, who are told to wait and have used nothing up', async () => {
    const staff = await makeStaff(db(), 'han', ['INTAKE']);
    const guess = { password: 'a guess at the password', code: '000000' };
    const ended: string[] = [];
    const crowd = Array.from({ length: MOST_STRANGERS + 15 }, async (_, at) => {
      const tried = await signIn(db(), { ...guess, email: `${at}@crowd.example` }, client(`203.0.113.${at}`));
      ended.push('stranger');
      return !tried.ok && tried.reason;
    });
    const right = { email: staff.email, password: PASSWORD, code: staff.code() };
    expect(await signIn(db(), right, client('192.0.2.9', staff.id))).toMatchObject({ ok: true });
    const before = ended.length;
    const reasons = await Promise.all(crowd);
    expect(before).toBeLessThan(crowd.length);
    expect(reasons.filter((reason) => reason === 'wrong').length).toBeGreaterThanOrEqual(MOST_STRANGERS);
    expect(reasons).toContain('wait');
    const late = reasons.indexOf('wait');
    expect(
      await signIn(db(), { ...guess, email: `${late}@crowd.example` }, client(`203.0.113.${late}`)),
    ).toMatchObject({ reason: 'wrong' });
  });

  it('makes an address wait that tries many accounts, and successes use nothing up', async () => {
    const staff = await makeStaff(db(), 'han', ['INTAKE']);
    const right = () => ({ email: staff.email, password: PASSWORD, code: staff.code() });
    for (let round = 0; round < 3; round += 1) {
      later(round * 30_000);
      expect(await signIn(db(), right(), client())).toMatchObject({ ok: true });
    }
    const guess = { password: 'a guess at the password', code: '000000' };
    const tries = [];
    for (let attempt = 0; attempt < 31; attempt += 1)
      tries.push(await signIn(db(), { ...guess, email: `${attempt}@staff.example` }, client()));
    expect(tries.map((one) => !one.ok && one.reason).lastIndexOf('wrong')).toBe(29);
    expect(tries[30]).toMatchObject({ reason: 'wait', retryAfterMs: expect.any(Number) });
  });
});

describe('sessions', () => {
  async function signedIn() {
    const staff = await makeStaff(db(), 'han', ['INTAKE', 'ADMIN']);
    const result = await signIn(
      db(),
      { email: staff.email, password: PASSWORD, code: staff.code() },
      client(),
    );
    if (!result.ok) throw new Error(result.reason);
    return { staff, sessionId: result.sessionId };
  }

  it('end after thirty idle minutes', async () => {
    const { sessionId } = await signedIn();
    later(30 * MINUTE - 1);
    expect(await findLiveSession(db(), sessionId)).not.toBeNull();
    later(30 * MINUTE);
    expect(await findLiveSession(db(), sessionId)).toBeNull();
  });

  it('end after twelve hours, however busy', async () => {
    const { sessionId } = await signedIn();
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      later(minutes * MINUTE);
      const session = await findLiveSession(db(), sessionId);
      expect(session).not.toBeNull();
      if (session) await touchSession(db(), session);
    }
    later(12 * HOUR);
    expect(await findLiveSession(db(), sessionId)).toBeNull();
  });

  it('end at once when they are revoked or the account is shut', async () => {
    const { staff, sessionId } = await signedIn();
    const admin = actorFor(await makeStaff(db(), 'admin', ['ADMIN']), ['ADMIN']);
    await revokeSessions(db(), admin, staff.id);
    expect(await findLiveSession(db(), sessionId)).toBeNull();
    later(MINUTE);
    const again = await signIn(
      db(),
      { email: staff.email, password: PASSWORD, code: staff.code() },
      client(),
    );
    await disableAccount(db(), admin, staff.id);
    expect(again.ok && (await findLiveSession(db(), again.sessionId))).toBeNull();
  });

  it('an account shuts neither itself nor, from another role, anybody', async () => {
    const { staff } = await signedIn();
    expect(await disableAccount(db(), actorFor(staff, ['ADMIN']), staff.id)).toMatchObject({
      reason: 'self',
    });
    const clerk = await makeStaff(db(), 'clerk', ['SUPERVISOR']);
    expect(await disableAccount(db(), actorFor(clerk, ['SUPERVISOR']), staff.id)).toMatchObject({
      reason: 'forbidden',
    });
  });
});

describe('what is kept of staff', () => {
  it('holds no name, e-mail or typed text in the clear, and the accounts page still shows them', async () => {
    const staff = await makeStaff(db(), '홍길동이', ['ADMIN'], 'hidden-mailbox@staff.example');
    const invited = { name: '임꺽정이', email: 'other-mailbox@staff.example', roles: ['INTAKE' as const] };
    await inviteStaff(db(), 'command-line', invited);
    await keepTyped(db(), staff.id, 'report/NR-2222-2222/note', { note: '아주 비밀스러운 메모' });
    const secrets = ['홍길동이', '임꺽정이', 'mailbox', '비밀스러운', PASSWORD];
    expect(findIn(await dumpDatabase(database.url), secrets)).toEqual([]);
    const rows = await listAccounts(db(), actorFor(staff, ['ADMIN']));
    expect(rows).toMatchObject([
      { name: '홍길동이', email: 'hidden-mailbox@staff.example', roles: ['ADMIN'] },
    ]);
  });

  it('typed text goes back to the one who typed it, and nobody else', async () => {
    const [one, other] = [
      await makeStaff(db(), 'one', ['INTAKE']),
      await makeStaff(db(), 'other', ['INTAKE']),
    ];
    await keepTyped(db(), one.id, 'report/NR-2222-2222/note', { note: '처음' });
    await keepTyped(db(), one.id, 'report/NR-2222-2222/note', { note: '나중' });
    expect(await findTyped(db(), one.id, 'report/NR-2222-2222/note')).toEqual({ note: '나중' });
    expect(await findTyped(db(), other.id, 'report/NR-2222-2222/note')).toBeNull();
    later(DAY);
    expect(await findTyped(db(), one.id, 'report/NR-2222-2222/note')).toBeNull();
  });

  it('typed text is kept for the longest form there is, and what is longer is said not to be', async () => {
    const staff = await makeStaff(db(), 'one', ['INTAKE']);
    const stories = JSON.stringify({ moved_history: Array(20).fill('가'.repeat(20_000)) });
    const place = 'report-facts/NR-2222-2222/place/facts';
    expect(await keepTyped(db(), staff.id, place, { answers: stories })).toBe(true);
    expect(await findTyped(db(), staff.id, place)).toEqual({ answers: stories });
    expect(await keepTyped(db(), staff.id, place, { answers: '가'.repeat(1_000_001) })).toBe(false);
  });

  it('typed text of many forms that are sent at once is kept, whatever makes room for it', async () => {
    const staff = await makeStaff(db(), 'one', ['INTAKE']);
    const places = Array.from({ length: 40 }, (_, index) => `form/${index}`);
    for (const round of [1, 2, 3]) {
      later(round * 1000);
      const kept = await Promise.all(
        places.map((place) => keepTyped(db(), staff.id, place, { note: place })),
      );
      expect(kept).toEqual(places.map(() => true));
    }
    expect(await db().select().from(staffKeptTexts)).toHaveLength(20);
  });

  it('typed text is kept for twenty forms an account, and for none that is shut', async () => {
    const staff = await makeStaff(db(), 'one', ['INTAKE']);
    const admin = actorFor(await makeStaff(db(), 'admin', ['ADMIN']), ['ADMIN']);
    const kept = () => db().select().from(staffKeptTexts);
    for (let index = 0; index < 25; index += 1) {
      later(index * 1000);
      await keepTyped(db(), staff.id, `form/${index}`, { note: `${index}` });
    }
    expect(await kept()).toHaveLength(20);
    expect(await findTyped(db(), staff.id, 'form/4')).toBeNull();
    expect(await findTyped(db(), staff.id, 'form/24')).toEqual({ note: '24' });
    await disableAccount(db(), admin, staff.id);
    await keepTyped(db(), staff.id, 'form/25', { note: '25' });
    expect(await kept()).toEqual([]);
  });
});
