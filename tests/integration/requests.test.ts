import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { reportRequests, reports } from '@/db/schema/reports';
import { verifyAudit } from '@/lib/audit/queries';
import { HOUR, setClock } from '@/lib/clock';
import { changeState, sendMessage } from '@/lib/reports/desk/commands';
import { listQueue } from '@/lib/reports/desk/queries';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { readMailbox } from '@/lib/reports/mailbox/queries';
import { askToChangeConsent, askToWithdraw, decideRequest } from '@/lib/reports/requests/commands';
import type { RequestDecision } from '@/lib/reports/requests/queries';
import { RESIDENT_NUMBER_MASK } from '@/lib/resident-number';
import { ROLES } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { actorFor, makeStaff } from '../support/staff-actor';
import { fileReport, LEAST, reportRow } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');

let database: TestDatabase;
let actor: StaffActor;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
  actor = actorFor(await makeStaff(db(), 'Decider', ['INTAKE']), ['INTAKE']);
});
afterAll(() => database.close());
beforeEach(() => setClock(START));
afterEach(() => setClock(undefined));

const CONTACT = { reporter_name: ['가온'], reporter_phone: ['010-0000-0000'], K1: ['AGREE'], K6: ['AGREE'] };

async function family(more: Record<string, string[]> = {}) {
  const { receipt } = await fileReport(db(), 'FAMILY', {
    ...LEAST.FAMILY,
    contact_risk: ['SAFE'],
    ...CONTACT,
    ...more,
  });
  const { id } = await reportRow(db(), receipt.reference);
  return { id, reference: receipt.reference };
}
const screen = (reference: string) =>
  changeState(db(), actor, { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' });
const withdraw = (id: string, text = '', submission: string = randomUUID()) =>
  askToWithdraw(db(), id, text, submission);
const consent = (id: string, answers: Record<string, string[]>) =>
  askToChangeConsent(db(), { reportId: id, kind: 'FAMILY', answers, shownIn: 'ko' }, randomUUID());
const requestOf = async (id: string) => {
  const [row] = await db().select().from(reportRequests).where(eq(reportRequests.reportId, id));
  if (!row) throw new Error('nothing was asked');
  return row;
};
const decide = async (id: string, reference: string, decision: RequestDecision, text = '확인했습니다') =>
  decideRequest(db(), actor, { reference, request: (await requestOf(id)).id, decision, text });
const rowOf = async (id: string) => {
  const [row] = await db().select().from(reports).where(eq(reports.id, id));
  return row;
};
const actsOf = async (id: string) =>
  (
    await db().select().from(auditEntries).where(eq(auditEntries.objectId, id)).orderBy(asc(auditEntries.seq))
  ).map(({ act }) => act);

describe('asking', () => {
  it('the same request sent five times at once is one, with one audit entry', async () => {
    const { id } = await family();
    const asked = await Promise.all(Array.from({ length: 5 }, () => withdraw(id, '그만할게요', 'one-form')));
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect(await db().$count(reportRequests, eq(reportRequests.reportId, id))).toBe(1);
    expect((await actsOf(id)).filter((act) => act === 'request.asked')).toHaveLength(1);
  });

  it('one that asks for erasing as well is told so after it was granted', async () => {
    const { id, reference } = await family();
    await askToWithdraw(db(), id, '', randomUUID(), true);
    await screen(reference);
    expect(await decide(id, reference, 'GRANTED')).toMatchObject({ ok: true });
    expect((await readMailbox(db(), id))?.requests).toMatchObject([{ decision: 'GRANTED', erase: true }]);
  });

  it('a second one of the same kind waits for the first to be answered', async () => {
    const { id, reference } = await family();
    await withdraw(id);
    expect(await withdraw(id)).toMatchObject({ ok: false, reason: 'open' });
    await decide(id, reference, 'DECLINED');
    expect(await withdraw(id)).toEqual({ ok: true });
  });

  it('erases nothing and decides nothing by itself', async () => {
    const { id, reference } = await family();
    const before = await rowOf(id);
    await withdraw(id);
    await consent(id, {});
    expect(await rowOf(id)).toEqual(before);
    expect((await readReport(db(), actor, reference))?.answers.reporter_name).toEqual(['가온']);
  });

  it('masks a resident registration number, and refuses what cannot be read', async () => {
    const { id, reference } = await family();
    expect(await withdraw(id, 'a\u0007b')).toMatchObject({ ok: false, reason: 'unreadable' });
    await withdraw(id, '900101-1234567');
    expect((await readReport(db(), actor, reference))?.requests[0]?.text).toBe(RESIDENT_NUMBER_MASK);
  });
});

describe('while a withdrawal waits', () => {
  it('nobody is contacted, with its own reason, until it is decided', async () => {
    const { id, reference } = await family();
    const message = (text: string) => sendMessage(db(), actor, { reference, text, submission: 'form' });
    expect(await message('먼저')).toMatchObject({ ok: true });
    await withdraw(id);
    expect(await message('나중')).toMatchObject({ ok: false, reason: 'do-not-contact' });
    expect(await readReport(db(), actor, reference)).toMatchObject({
      mayContact: false,
      contactBarrier: 'WITHDRAWAL_ASKED',
    });
    expect(await actsOf(id)).toContain('report.message.refused');
    await decide(id, reference, 'DECLINED');
    expect(await message('이제')).toMatchObject({ ok: true });
    expect((await readReport(db(), actor, reference))?.contactBarrier).toBeNull();
  });

  it('a change of consent freezes nothing', async () => {
    const { id, reference } = await family();
    await consent(id, { K1: ['AGREE'] });
    expect((await readReport(db(), actor, reference))?.mayContact).toBe(true);
  });

  it('the queue shows it, also for a report that was closed', async () => {
    const { id, reference } = await family();
    await screen(reference);
    await changeState(db(), actor, { reference, action: 'KEEP_AS_INTEL', seen: 'SCREENING', reason: '' });
    const open = async () =>
      (await listQueue(db(), actor, { state: 'OPEN', level: null, after: null })).rows.find(
        (row) => row.reference === reference,
      )?.openRequest;
    expect(await open()).toBeUndefined();
    await withdraw(id);
    expect(await open()).toBe(true);
    await decide(id, reference, 'DECLINED');
    expect(await open()).toBeUndefined();
  });
});

describe('deciding', () => {
  it('granting a withdrawal takes the existing step, and only from where it leads', async () => {
    const { id, reference } = await family();
    await withdraw(id);
    expect(await decide(id, reference, 'GRANTED')).toMatchObject({ ok: false, reason: 'screen-first' });
    expect((await requestOf(id)).decision).toBeNull();
    await screen(reference);
    expect(await decide(id, reference, 'GRANTED')).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: 'WITHDRAWN' });
    const mailbox = await readMailbox(db(), id);
    expect(mailbox?.requests).toMatchObject([
      { kind: 'WITHDRAW', decision: 'GRANTED', decidedAt: START, answer: '확인했습니다' },
    ]);
    expect((await actsOf(id)).slice(-2)).toEqual(['report.state', 'request.decided']);
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('the same decision sent twice is taken once; another one is refused', async () => {
    const { id, reference } = await family();
    await withdraw(id);
    expect(await decide(id, reference, 'DECLINED')).toMatchObject({ ok: true });
    expect(await decide(id, reference, 'DECLINED')).toMatchObject({ ok: true });
    expect(await decide(id, reference, 'GRANTED')).toMatchObject({ ok: false, reason: 'decided' });
    expect((await actsOf(id)).filter((act) => act === 'request.decided')).toHaveLength(1);
  });

  it('needs an answer for the reporter', async () => {
    const { id, reference } = await family();
    await withdraw(id);
    expect(await decide(id, reference, 'DECLINED', '  ')).toMatchObject({ ok: false, reason: 'empty' });
  });

  it('granting a change of consent stores it, lets numbers follow, and shows refused contact no more', async () => {
    const { id, reference } = await family();
    expect(await rowOf(id)).toMatchObject({ inStatistics: true });
    await consent(id, { K4: ['POLICE'] });
    expect(await decide(id, reference, 'GRANTED')).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ inStatistics: false });
    const report = await readReport(db(), actor, reference);
    expect(report?.consents).toMatchObject({
      K1: { choice: 'REFUSE' },
      K4: { choice: 'AGREE', agencies: ['POLICE'] },
      K6: { choice: 'REFUSE' },
    });
    expect(report?.answers.reporter_name).toBeUndefined();
    expect(report?.answers.reporter_phone).toBeUndefined();
    expect(report?.answers.K1).toBeUndefined();
    expect(report?.answers.name_ko).toEqual(LEAST.FAMILY.name_ko);
    expect((await readMailbox(db(), id))?.additions).toEqual([]);
  });

  it('declining a change of consent changes nothing', async () => {
    const { id, reference } = await family();
    await consent(id, {});
    await decide(id, reference, 'DECLINED');
    expect(await rowOf(id)).toMatchObject({ inStatistics: true });
    expect((await readReport(db(), actor, reference))?.answers.reporter_name).toEqual(['가온']);
  });

  it('where contact is risky the reporter sees the decision and not the words', async () => {
    const { id, reference } = await family({ contact_risk: ['RISKY'] });
    await withdraw(id);
    await decide(id, reference, 'DECLINED', '가족에게 먼저 확인함');
    expect((await readMailbox(db(), id))?.requests).toMatchObject([{ decision: 'DECLINED', answer: null }]);
    expect((await readReport(db(), actor, reference))?.requests[0]?.answer).toEqual({
      text: '가족에게 먼저 확인함',
      toReporter: false,
    });
  });

  it.each(ROLES.map((role) => [role] as const))('%s may only where reports may be screened', async (role) => {
    const { id, reference } = await family();
    await withdraw(id);
    const person = actorFor(await makeStaff(db(), `decider-${role}`, [role]), [role]);
    const decided = await decideRequest(db(), person, {
      reference,
      request: (await requestOf(id)).id,
      decision: 'DECLINED',
      text: '확인했습니다',
    });
    expect(decided.ok).toBe(['INTAKE', 'CASEWORKER', 'SUPERVISOR'].includes(role));
  });

  it('a request of another report is not found', async () => {
    const [one, other] = [await family(), await family()];
    await withdraw(one.id);
    expect(
      await decideRequest(db(), actor, {
        reference: other.reference,
        request: (await requestOf(one.id)).id,
        decision: 'DECLINED',
        text: 'x',
      }),
    ).toMatchObject({ ok: false, reason: 'unknown' });
    expect(
      await decideRequest(db(), actor, {
        reference: one.reference,
        request: 'x',
        decision: 'DECLINED',
        text: 'x',
      }),
    ).toMatchObject({ ok: false, reason: 'unknown' });
    setClock(new Date(START.getTime() + HOUR));
    expect((await requestOf(one.id)).decision).toBeNull();
  });
});
