import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cases } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { decideApproval } from '@/lib/cases/approving/commands';
import { runClocks } from '@/lib/cases/escalating/commands';
import { setCaseLevel } from '@/lib/cases/levels/commands';
import { listMyTasks } from '@/lib/cases/my-tasks/queries';
import { listNotices } from '@/lib/cases/notices/queries';
import { addTask, assignCase, assignReport, finishTask, recuse } from '@/lib/cases/team/commands';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import { markSeen } from '@/lib/notify/outbox/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { appendFromReporter } from '@/lib/reports/mailbox/commands';
import { askToWithdraw } from '@/lib/reports/requests/commands';
import { cancelApproval, expireApprovals } from '@/lib/staff/approvals/commands';
import { setDuty } from '@/lib/staff/duty/commands';
import { addTo } from '../support/added';
import { on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const BEATEN = { S1: { situation: ['CONFINED'], harm_now: ['VIOLENCE'] } };
const QUIET = { S1: { situation: ['RETURNED'] } };

const { db, team } = openDesk(START);

beforeAll(async () => {
  await setDuty(db(), team.other, team.other.id, true);
});
beforeEach(async () => {
  await db().delete(outbox);
});

const rowsOf = (id: string, kind: string) =>
  db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.subjectId, id), eq(outbox.kind, kind)));
const told = async (id: string, kind: string) => {
  const names = new Map(Object.entries(team).map(([name, { id: one }]) => [one, name]));
  return (await rowsOf(id, kind)).map(({ staffId }) => names.get(staffId)).toSorted();
};
const say = (id: string, text: string) => appendFromReporter(db(), id, text, randomUUID());
const given = async () => {
  const { number, id, report } = await openTestCase(db(), team.intake, BEATEN);
  await assignCase(db(), team.worker, await on(db(), number), team.worker.id);
  return { number, id, report };
};

describe('what a reporter sends', () => {
  it('is told to the assignee once, and again only after they have looked', async () => {
    const { report } = await given();
    for (const minutes of [1, 2, 3]) {
      later(minutes * MINUTE);
      await say(report.id, `거기 있나요 ${minutes}`);
      await runClocks(db());
    }
    expect(await told(report.id, 'NEWS')).toEqual(['worker']);
    later(4 * MINUTE);
    await readReport(db(), team.worker, report.reference);
    await runClocks(db());
    expect(await told(report.id, 'NEWS')).toEqual(['worker']);
    later(5 * MINUTE);
    await say(report.id, '옮겨졌어요');
    await runClocks(db());
    expect(await told(report.id, 'NEWS')).toEqual(['worker', 'worker']);
    const seen = (await rowsOf(report.id, 'NEWS')).map(({ id }) => id);
    await markSeen(db(), team.worker.id, seen);
  });

  it('is told to them also when another has opened the report first', async () => {
    const { report } = await given();
    later(MINUTE);
    await addTo(db(), report.id, 'FAMILY', { S3: { city: ['Poipet'] } });
    later(2 * MINUTE);
    await readReport(db(), team.other, report.reference);
    await runClocks(db());
    expect(await told(report.id, 'NEWS')).toEqual(['worker']);
  });

  it('of what is nobody’s goes to who is on duty, if it is urgent or was decided', async () => {
    const urgent = await screenedReport(db(), team.intake, BEATEN);
    const quiet = await screenedReport(db(), team.intake, QUIET);
    later(MINUTE);
    await say(urgent.id, '아직 여기예요');
    await askToWithdraw(db(), quiet.id, '', randomUUID());
    await runClocks(db());
    expect(await told(urgent.id, 'NEWS')).toEqual(['other']);
    expect(await told(quiet.id, 'NEWS')).toEqual([]);
    const closed = await openTestCase(db(), team.intake, QUIET);
    const end = { state: 'CLOSED', closedAt: START, disposition: 'RETURNED_SAFE' };
    await db().update(cases).set(end).where(eq(cases.id, closed.id));
    await say(closed.report.id, '다시 연락이 끊겼어요');
    await runClocks(db());
    expect(await told(closed.report.id, 'NEWS')).toEqual(['other']);
  });
});

describe('what waits for somebody', () => {
  it('a request for a second person is told to all who may decide it and have not stepped back', async () => {
    const { number, id } = await given();
    await recuse(db(), team.second, await on(db(), number), { staffId: team.second.id, reason: '아는 사람' });
    const lowering = { level: 'U3', reason: '병원에서 확인함' } as const;
    await setCaseLevel(db(), team.worker, await on(db(), number), lowering);
    expect(await told(id, 'APPROVAL_ASKED')).toEqual(['lead', 'other']);
    later(25 * HOUR);
    await expireApprovals(db());
    const [over] = await rowsOf(id, 'APPROVAL');
    expect(over).toMatchObject({
      staffId: team.worker.id,
      detail: { act: 'LOWER_LEVEL', state: 'EXPIRED' },
    });
  });

  it('and to none of them any longer once one has decided, who asked has taken it back, or its time is over', async () => {
    const waiting = async () =>
      (await listNotices(db(), team.other)).filter(({ kind }) => kind === 'APPROVAL_ASKED').length;
    const lowering = { level: 'U3', reason: '병원에서 확인함' } as const;
    const ask = async () => {
      const { number } = await given();
      const asked = await setCaseLevel(db(), team.worker, await on(db(), number), lowering);
      if (!asked.ok || !('approvalId' in asked)) throw new Error('nobody was asked');
      expect(await waiting()).toBe(1);
      return asked.approvalId;
    };
    const decision = { approve: false, answer: '아직 확인되지 않음' };
    expect((await decideApproval(db(), team.lead, await ask(), decision)).ok).toBe(true);
    expect(await waiting()).toBe(0);
    expect((await cancelApproval(db(), team.worker, await ask())).ok).toBe(true);
    expect(await waiting()).toBe(0);
    await ask();
    later(25 * HOUR);
    await expireApprovals(db());
    expect(await waiting()).toBe(0);
  });

  it('and that its time is over, to nobody who has stepped back since', async () => {
    const { number, id } = await given();
    await setCaseLevel(db(), team.worker, await on(db(), number), { level: 'U3', reason: '병원에서 확인함' });
    await recuse(db(), team.worker, await on(db(), number), { staffId: team.worker.id, reason: '아는 사람' });
    later(25 * HOUR);
    await expireApprovals(db());
    expect(await rowsOf(id, 'APPROVAL')).toEqual([]);
  });

  it('a report that is given to somebody is told to them, and taking one oneself is not', async () => {
    const { id, reference } = await screenedReport(db(), team.intake, QUIET);
    await assignReport(db(), team.lead, reference, { staffId: team.worker.id, seen: null });
    expect(await told(id, 'REPORT_ASSIGNED')).toEqual(['worker']);
    const own = await screenedReport(db(), team.intake, QUIET);
    await assignReport(db(), team.worker, own.reference, { staffId: team.worker.id, seen: null });
    expect(await told(own.id, 'REPORT_ASSIGNED')).toEqual([]);
  });

  it('a task is told of when it is due, once, to whoever is to do it, and stands among their tasks until it is done', async () => {
    const { number, id } = await given();
    const task = { text: '대사관에 전화', ownerId: team.other.id, dueAt: new Date(START.getTime() + DAY) };
    const made = await addTask(db(), team.worker, await on(db(), number), task);
    if (!made.ok || !('taskId' in made)) throw new Error('no task');
    await runClocks(db());
    expect(await told(id, 'TASK_DUE')).toEqual([]);
    const mine = () => listMyTasks(db(), team.other);
    expect(await mine()).toEqual([{ id: made.taskId, number, dueAt: task.dueAt, isLate: false }]);
    expect(await listMyTasks(db(), team.worker)).toEqual([]);
    later(DAY);
    await Promise.all([runClocks(db()), runClocks(db())]);
    await runClocks(db());
    expect(await told(id, 'TASK_DUE')).toEqual(['other']);
    expect((await mine())[0]?.isLate).toBe(true);
    await finishTask(db(), team.other, await on(db(), number), String(made.taskId));
    expect(await mine()).toEqual([]);
  });
});
