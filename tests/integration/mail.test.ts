import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withTransaction } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import { env, readEnv } from '@/lib/env';
import { mailRound } from '@/lib/jobs/mail-round';
import { markSeen, tell } from '@/lib/notify/outbox/commands';
import { retryMail } from '@/lib/settings/mail/commands';
import { mailStanding } from '@/lib/settings/mail/queries';
import { disableAccount } from '@/lib/staff/accounts/commands';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { makeTeam, type Team } from '../support/desk-team';
import { type MailServer, startMailServer } from '../support/mail-server';

const START = new Date('2025-10-10T03:00:00Z');
const DESK = 'https://naru.example';
const later = (ms: number) => setClock(new Date(START.getTime() + ms));

let database: TestDatabase;
let team: Team;
let post: MailServer;
const db = () => database.db;

beforeAll(async () => {
  database = await openTestDatabase();
  team = await makeTeam(db());
  post = await startMailServer();
});
beforeEach(async () => {
  setClock(START);
  await db().delete(outbox);
  post.letters.length = 0;
  post.refused.clear();
  env().SMTP_URL = post.url;
  env().NARU_PUBLIC_URL = DESK;
});
afterEach(() => {
  setClock(undefined);
  env().SMTP_URL = undefined;
  env().NARU_PUBLIC_URL = undefined;
});
afterAll(async () => {
  await post?.stop();
  await database?.close();
});

const something = (...who: (keyof Team)[]) =>
  withTransaction(db(), (tx) =>
    tell(tx, {
      kind: 'CLOCK',
      staffIds: who.map((name) => team[name].id),
      subject: { kind: 'case', id: randomUUID() },
      detail: { clock: 'TRIAGE', percent: 100, number: 'CA-2025-000042' },
      dedupe: randomUUID(),
    }),
  );
const addressees = () => post.letters.flatMap(({ to }) => to).toSorted();
const standing = () => mailStanding(db(), team.admin);

describe('mail', () => {
  it('tells each person once that something waits, in both languages, and nothing of the matter', async () => {
    await something('worker', 'lead');
    await something('worker');
    expect(await mailRound(db())).toBe(2);
    expect(addressees()).toEqual(['lead@staff.example', 'worker@staff.example']);
    const raw = post.letters.map((one) => one.raw).join('\n');
    const bodies = raw.replace(/=\r?\n/g, '');
    expect(bodies).toContain(`${DESK}/ko/staff`);
    expect(bodies).toContain(`${DESK}/en/staff`);
    expect(bodies).toContain('Something is waiting for you at the Naru desk');
    expect(bodies).toContain('Auto-Submitted: auto-generated');
    for (const never of ['CA-2025', '000042', 'TRIAGE', 'CLOCK', 'percent', '100']) {
      expect(bodies.replaceAll(/^(Date|Message-ID|Content-Type|.*boundary).*$/gim, '')).not.toContain(never);
    }
    expect(await mailRound(db())).toBe(0);
    expect(await standing()).toMatchObject({ waiting: 0, failing: 0, dead: 0, lastMailedAt: START });
  });

  it('by two processes at once is written once', async () => {
    await something('worker', 'other', 'lead');
    const rounds = await Promise.all([mailRound(db()), mailRound(db()), mailRound(db())]);
    expect(rounds.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(3);
    expect(addressees()).toEqual(['lead@staff.example', 'other@staff.example', 'worker@staff.example']);
  });

  it('about what was seen at the desk, or to an account that is shut, is not written', async () => {
    await something('worker', 'second');
    const [seen] = await db().select().from(outbox).where(eq(outbox.staffId, team.worker.id));
    await markSeen(db(), team.worker.id, [seen?.id ?? '']);
    await disableAccount(db(), team.admin, team.second.id);
    expect(await mailRound(db())).toBe(0);
    expect(post.letters).toEqual([]);
    expect(await standing()).toMatchObject({ waiting: 0, dead: 0 });
  });

  it('waits while the server is away, tries later and later, and arrives when it is back', async () => {
    await something('worker', 'lead');
    const port = new URL(post.url).port;
    await post.stop();
    expect(await mailRound(db())).toBe(0);
    // One try told that nobody can be reached: the others were spared theirs.
    expect(await standing()).toMatchObject({ waiting: 2, failing: 1, dead: 0 });
    post = await startMailServer(Number(port));
    later(MINUTE);
    expect(await mailRound(db())).toBe(1);
    later(3 * MINUTE);
    expect(await mailRound(db())).toBe(1);
    expect(addressees()).toEqual(['lead@staff.example', 'worker@staff.example']);
  });

  it('is given up after ten tries and a day, is shown so, and can be tried again', async () => {
    post.refused.add('worker@staff.example');
    await something('worker', 'lead');
    for (let hours = 0; hours <= 26; hours += 1) {
      later(hours * HOUR);
      await mailRound(db());
    }
    expect(addressees()).toEqual(['lead@staff.example']);
    expect(await standing()).toMatchObject({ waiting: 0, dead: 1 });
    later(9 * DAY);
    expect(await mailRound(db())).toBe(0);
    expect(await retryMail(db(), team.lead)).toMatchObject({ reason: 'forbidden' });
    post.refused.clear();
    expect(await retryMail(db(), team.admin)).toEqual({ ok: true });
    expect(await mailRound(db())).toBe(1);
    expect(addressees()).toEqual(['lead@staff.example', 'worker@staff.example']);
    expect(await retryMail(db(), team.admin)).toMatchObject({ reason: 'nothing-dead' });
  });

  it('to a server that takes the line and says nothing gives up waiting', async () => {
    const mute: Server = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const address = mute.address();
    env().SMTP_URL = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    await something('worker', 'lead');
    const before = Date.now();
    expect(await mailRound(db(), 500)).toBe(0);
    expect(Date.now() - before).toBeLessThan(5_000);
    expect(await standing()).toMatchObject({ waiting: 2, failing: 1 });
    mute.close();
  });

  it('is not sent where none is set up, and is said to be so', async () => {
    env().SMTP_URL = undefined;
    await something('worker');
    expect(await mailRound(db())).toBeNull();
    expect(await standing()).toMatchObject({ server: null, waiting: 1 });
    expect(await mailStanding(db(), team.lead)).toBeNull();
    expect(() => readEnv({ SMTP_URL: 'smtp://mail.example' })).toThrow(/NARU_PUBLIC_URL/);
    expect(() => readEnv({ SMTP_URL: 'mail.example', NARU_PUBLIC_URL: DESK })).toThrow(/SMTP_URL/);
  });
});
