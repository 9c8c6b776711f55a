import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { clocks } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { reports } from '@/db/schema/reports';
import { decideApproval } from '@/lib/cases/approving/commands';
import {
  barContactAgain,
  breakGlass,
  endUnreviewedReleases,
  requestContactRelease,
  reviewBrokenGlass,
} from '@/lib/cases/contact/commands';
import { contactStanding } from '@/lib/cases/contact/queries';
import { runClocks } from '@/lib/cases/escalating/commands';
import { assignCase, recuse, setRecontact } from '@/lib/cases/team/commands';
import { holdCase } from '@/lib/cases/workflow/commands';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import { runDueJobs } from '@/lib/jobs/run';
import { deliverMail, markSeen } from '@/lib/notify/outbox/commands';
import { unseenNotices } from '@/lib/notify/outbox/queries';
import { sendMessage } from '@/lib/reports/desk/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { setDuty } from '@/lib/staff/duty/commands';
import { listDuty } from '@/lib/staff/duty/queries';
import { caseRow, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';
import { storeTestReport } from '../support/stored-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const CONFINED = { S1: { situation: ['CONFINED'] } };

const { db, team } = openDesk(START);

beforeEach(async () => {
  await db().delete(outbox);
  await db().update(clocks).set({ metAt: START, nextStageAt: null });
  await db().update(reports).set({ state: 'INTEL_ONLY' });
});

/** Who was told what of a thing. */
async function told(id: string): Promise<string[]> {
  const names = new Map(Object.entries(team).map(([name, actor]) => [actor.id, name]));
  const rows = await db().select().from(outbox).where(eq(outbox.subjectId, id));
  return rows.map((row) => `${row.detail.clock} ${row.detail.percent} ${names.get(row.staffId)}`).toSorted();
}

describe('escalation', () => {
  it('tells the assignee at half, all supervisors at four fifths, and who is on duty at the end, each once', async () => {
    const { number, id } = await openTestCase(db(), team.intake, CONFINED);
    await assignCase(db(), team.worker, await on(db(), number), team.worker.id);
    expect(await setDuty(db(), team.other, team.other.id, true)).toMatchObject({ ok: true });
    const triage = async () => (await told(id)).filter((line) => line.startsWith('TRIAGE'));
    later(29 * MINUTE);
    await runClocks(db());
    expect(await triage()).toEqual([]);
    later(30 * MINUTE);
    await Promise.all([runClocks(db()), runClocks(db())]);
    expect(await triage()).toEqual(['TRIAGE 50 worker']);
    later(50 * MINUTE);
    await runClocks(db());
    await runClocks(db());
    expect(await triage()).toEqual(['TRIAGE 50 worker', 'TRIAGE 80 lead', 'TRIAGE 80 second']);
    later(HOUR);
    await runClocks(db());
    expect(await triage()).toContain('TRIAGE 100 other');
    await setDuty(db(), team.other, team.other.id, false);
  });

  it('a report that nobody looked at is escalated too, and never to nobody', async () => {
    const { id, reference } = await storeTestReport(db(), CONFINED);
    await runClocks(db());
    later(31 * MINUTE);
    await runClocks(db());
    const look = (await told(id)).filter((line) => line.startsWith('FIRST_LOOK'));
    expect(look).toEqual(
      [50, 80, 100].flatMap((at) => [`FIRST_LOOK ${at} lead`, `FIRST_LOOK ${at} second`]).toSorted(),
    );
    await readReport(db(), team.intake, reference);
    await runClocks(db());
    const rows = await db().select().from(clocks).where(eq(clocks.reportId, id));
    expect(rows.map((row) => [row.kind, row.metAt !== null]).toSorted()).toEqual([
      ['FIRST_LOOK', true],
      ['TRIAGE', false],
    ]);
  });

  it('a report that is reopened waits for triage from its receipt, as the queue shows it', async () => {
    const { id } = await storeTestReport(db(), CONFINED);
    const become = async (state: string, ms: number) => {
      later(ms);
      const stateChangedAt = new Date(START.getTime() + ms);
      await db().update(reports).set({ state, stateChangedAt }).where(eq(reports.id, id));
      await runClocks(db());
    };
    await become('RECEIVED', 0);
    await become('INTEL_ONLY', MINUTE);
    await become('SCREENING', HOUR);
    const rows = await db().select().from(clocks).where(eq(clocks.reportId, id));
    expect(rows.find(({ kind }) => kind === 'TRIAGE')).toMatchObject({
      startedAt: START,
      dueAt: new Date(START.getTime() + HOUR),
      metAt: null,
    });
    const triage = (await told(id)).filter((line) => line.startsWith('TRIAGE 100'));
    expect(triage).toEqual(['TRIAGE 100 lead', 'TRIAGE 100 second']);
  });

  it('follows a level that rose, and stands still on hold', async () => {
    const { number, id, report } = await openTestCase(db(), team.intake, {
      S1: { situation: ['DETAINED_POLICE'] },
    });
    await db().update(reports).set({ level: 'U1' }).where(eq(reports.id, report.id));
    later(20 * MINUTE);
    await runClocks(db());
    expect((await caseRow(db(), number)).level).toBe('U1');
    expect(await told(id)).toContain('TRIAGE 100 lead');
    const held = await openTestCase(db(), team.intake, CONFINED);
    const until = new Date(START.getTime() + 9 * DAY);
    await holdCase(db(), team.worker, await on(db(), held.number), { until, reason: '대기' });
    later(8 * DAY);
    await runClocks(db());
    expect(await told(held.id)).toEqual([]);
  });

  it('tells once when a hold is over and when a re-contact is due: the assignee, else who is on duty', async () => {
    const { number, id } = await openTestCase(db(), team.intake, CONFINED);
    const kinds = async () => {
      const rows = await db().select().from(outbox).where(eq(outbox.subjectId, id));
      const wanted = rows.filter(({ kind }) => kind === 'HOLD_OVER' || kind === 'RECONTACT');
      return wanted.map(({ kind, staffId }) => [kind, staffId]).toSorted();
    };
    const until = new Date(START.getTime() + DAY);
    await holdCase(db(), team.worker, await on(db(), number), { until, reason: '대기' });
    await setRecontact(db(), team.worker, await on(db(), number), new Date(START.getTime() + 2 * DAY));
    await setDuty(db(), team.other, team.other.id, true);
    later(DAY - MINUTE);
    await runClocks(db());
    expect(await kinds()).toEqual([]);
    later(DAY);
    await Promise.all([runClocks(db()), runClocks(db())]);
    await runClocks(db());
    expect(await kinds()).toEqual([['HOLD_OVER', team.other.id]]);
    await assignCase(db(), team.worker, await on(db(), number), team.worker.id);
    later(2 * DAY);
    await runClocks(db());
    await runClocks(db());
    expect(await kinds()).toEqual([
      ['HOLD_OVER', team.other.id],
      ['RECONTACT', team.worker.id],
    ]);
    await setDuty(db(), team.other, team.other.id, false);
  });

  it('passes over who has stepped back from the case, for the next who may see it', async () => {
    const { number, id } = await openTestCase(db(), team.intake, CONFINED);
    await setDuty(db(), team.other, team.other.id, true);
    for (const one of [team.other, team.second])
      await recuse(db(), one, await on(db(), number), { staffId: one.id, reason: '아는 사람' });
    later(HOUR);
    await runClocks(db());
    await setDuty(db(), team.other, team.other.id, false);
    const triage = (await told(id)).filter((line) => line.startsWith('TRIAGE'));
    expect(triage).toEqual(['TRIAGE 100 lead', 'TRIAGE 50 lead', 'TRIAGE 80 lead']);
  });

  it('word to the reporter stops its clock', async () => {
    const { id, report } = await openTestCase(db(), team.intake, CONFINED);
    await sendMessage(db(), team.worker, {
      reference: report.reference,
      text: '확인 중입니다',
      submission: 'one',
    });
    await runClocks(db());
    later(13 * HOUR);
    await runClocks(db());
    expect((await told(id)).filter((line) => line.startsWith('WORD'))).toEqual([]);
  });

  it('runs as one of the jobs', async () => {
    expect(await runDueJobs(db())).toMatchObject({ clocks: { escalated: expect.any(Number) } });
  });
});

describe('who is on duty', () => {
  it('is marked by oneself or a supervisor, and must be able to work', async () => {
    expect(await setDuty(db(), team.worker, team.other.id, true)).toMatchObject({ reason: 'forbidden' });
    expect(await setDuty(db(), team.lead, team.other.id, true)).toMatchObject({ ok: true });
    expect(await setDuty(db(), team.lead, team.admin.id, true)).toMatchObject({ reason: 'unknown' });
    expect(await listDuty(db(), team.worker)).toMatchObject([{ name: 'other' }]);
    await setDuty(db(), team.other, team.other.id, false);
    expect(await listDuty(db(), team.worker)).toEqual([]);
  });
});

describe('the outbox', () => {
  async function something() {
    const { number, id } = await openTestCase(db(), team.intake, CONFINED);
    await assignCase(db(), team.lead, await on(db(), number), team.worker.id);
    return id;
  }

  it('shows a person what waits, until they have seen it', async () => {
    const id = await something();
    const [notice] = await unseenNotices(db(), team.worker.id);
    expect(notice).toMatchObject({ kind: 'ASSIGNED', subjectKind: 'case', subjectId: id });
    await markSeen(db(), team.other.id, [notice?.id ?? '']);
    expect(await unseenNotices(db(), team.worker.id)).toHaveLength(1);
    await markSeen(db(), team.worker.id, [notice?.id ?? '']);
    expect(await unseenNotices(db(), team.worker.id)).toEqual([]);
  });

  it('writes to a person once, however many deliver at once, and tries again after a failure', async () => {
    await something();
    await something();
    const letters: string[] = [];
    const send = async (staffId: string) => {
      letters.push(staffId);
      return true;
    };
    await deliverMail(db(), () => Promise.reject(new Error('the mail server is away')));
    expect(letters).toEqual([]);
    later(3 * MINUTE);
    await Promise.all([deliverMail(db(), send), deliverMail(db(), send)]);
    expect(letters).toEqual([team.worker.id]);
    later(9 * DAY);
    expect(await deliverMail(db(), send)).toBe(0);
  });
});

describe('do not contact', () => {
  const barred = () => screenedReport(db(), team.intake, { ...CONFINED, S0: { contact_risk: ['RISKY'] } });
  const write = (reference: string) =>
    sendMessage(db(), team.worker, { reference, text: '괜찮으신가요', submission: 'one' });

  it('is released by two people, and barred again by one', async () => {
    const { reference } = await barred();
    expect(await write(reference)).toMatchObject({ reason: 'do-not-contact' });
    expect(await contactStanding(db(), team.worker, reference)).toMatchObject({
      barrier: 'DO_NOT_CONTACT',
      mayRequestRelease: true,
      mayBreakGlass: false,
    });
    expect(await requestContactRelease(db(), team.intake, reference, '본인이 요청')).toMatchObject({
      reason: 'forbidden',
    });
    const asked = await requestContactRelease(db(), team.worker, reference, '본인이 요청');
    const id = asked.ok ? asked.approvalId : '';
    expect(await decideApproval(db(), team.worker, id, { approve: true, answer: '' })).toMatchObject({
      reason: 'same-person',
    });
    expect(await write(reference)).toMatchObject({ reason: 'do-not-contact' });
    expect(await decideApproval(db(), team.other, id, { approve: true, answer: '' })).toMatchObject({
      ok: true,
    });
    expect(await write(reference)).toMatchObject({ ok: true });
    expect((await contactStanding(db(), team.worker, reference))?.release).toMatchObject({
      how: 'TWO_PEOPLE',
      reason: '본인이 요청',
      reviewDueAt: null,
    });
    await barContactAgain(db(), team.other, reference);
    expect(await write(reference)).toMatchObject({ reason: 'do-not-contact' });
  });

  it('one supervisor breaks the glass, another reviews it', async () => {
    const { reference, id } = await barred();
    expect(await breakGlass(db(), team.worker, reference, '급함')).toMatchObject({ reason: 'forbidden' });
    expect(await breakGlass(db(), team.lead, reference, ' ')).toMatchObject({ reason: 'empty' });
    expect(await breakGlass(db(), team.lead, reference, '이송 직전')).toMatchObject({
      reviewDueAt: new Date(START.getTime() + DAY),
    });
    expect(await write(reference)).toMatchObject({ ok: true });
    const notices = await db().select().from(outbox).where(eq(outbox.subjectId, id));
    expect(notices.map((notice) => [notice.kind, notice.staffId])).toEqual([
      ['GLASS_BROKEN', team.second.id],
    ]);
    const review = { upheld: false, reason: '기다릴 수 있었음' };
    expect(await reviewBrokenGlass(db(), team.lead, reference, review)).toMatchObject({
      reason: 'same-person',
    });
    expect(await reviewBrokenGlass(db(), team.second, reference, review)).toMatchObject({ ok: true });
    expect(await contactStanding(db(), team.lead, reference)).toMatchObject({
      barrier: 'DO_NOT_CONTACT',
      release: null,
    });
  });

  it('a broken glass that nobody reviews in a day ends', async () => {
    const { reference } = await barred();
    await breakGlass(db(), team.lead, reference, '이송 직전');
    later(DAY - MINUTE);
    expect(await endUnreviewedReleases(db())).toBe(0);
    later(DAY);
    expect(await endUnreviewedReleases(db())).toBe(1);
    expect((await contactStanding(db(), team.lead, reference))?.barrier).toBe('DO_NOT_CONTACT');
  });

  it('a glass is not broken again by whoever was not reviewed, but by another', async () => {
    const { reference } = await barred();
    const breaks = (actor = team.lead) => breakGlass(db(), actor, reference, '이송 직전');
    await breaks();
    await barContactAgain(db(), team.lead, reference);
    expect(await breaks()).toMatchObject({ reason: 'unreviewed' });
    expect((await contactStanding(db(), team.lead, reference))?.barrier).toBe('DO_NOT_CONTACT');
    later(HOUR);
    expect(await breaks(team.second)).toMatchObject({ ok: true });
    await reviewBrokenGlass(db(), team.lead, reference, { upheld: false, reason: '기다릴 수 있었음' });
    later(2 * HOUR);
    expect(await breaks()).toMatchObject({ ok: true });
    later(DAY + 2 * HOUR);
    await endUnreviewedReleases(db());
    expect(await breaks()).toMatchObject({ reason: 'unreviewed' });
    expect(await breaks(team.second)).toMatchObject({ ok: true });
  });

  it('word is awaited while a reporter of the case may be written to, and again once they are released', async () => {
    const { id, report } = await openTestCase(db(), team.intake, {
      ...CONFINED,
      S0: { contact_risk: ['RISKY'] },
    });
    const word = async () => {
      await runClocks(db());
      const rows = await db().select().from(clocks).where(eq(clocks.caseId, id));
      return rows.find(({ kind }) => kind === 'WORD');
    };
    expect((await word())?.metAt).not.toBeNull();
    later(13 * HOUR);
    await breakGlass(db(), team.lead, report.reference, '이송 직전');
    expect(await word()).toMatchObject({ metAt: null, dueAt: new Date(START.getTime() + 12 * HOUR) });
    expect(await told(id)).toContain('WORD 100 lead');
    await barContactAgain(db(), team.lead, report.reference);
    expect((await word())?.metAt).not.toBeNull();
  });

  it('a case knows that one of its reporters must not be contacted', async () => {
    const { number, report } = await openTestCase(db(), team.intake, {
      ...CONFINED,
      S0: { contact_risk: ['RISKY'] },
    });
    expect((await caseRow(db(), number)).doNotContact).toBe(true);
    await breakGlass(db(), team.lead, report.reference, '이송 직전');
    expect((await caseRow(db(), number)).doNotContact).toBe(false);
  });
});
