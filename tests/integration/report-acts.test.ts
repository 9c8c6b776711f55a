import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { caseReports, clocks } from '@/db/schema/cases';
import { reportRequests, reports } from '@/db/schema/reports';
import { withAudit } from '@/lib/audit/commands';
import { decideApproval } from '@/lib/cases/approving/commands';
import { countToDecide } from '@/lib/cases/approving/queries';
import { readApprovals } from '@/lib/cases/approving/reading/commands';
import {
  breakGlass,
  endUnreviewedReleases,
  requestContactRelease,
  reviewBrokenGlass,
} from '@/lib/cases/contact/commands';
import { contactStanding } from '@/lib/cases/contact/queries';
import { runClocks } from '@/lib/cases/escalating/commands';
import { linkReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { setCaseLevel, setReportLevel } from '@/lib/cases/levels/commands';
import { listNotices } from '@/lib/cases/notices/queries';
import { countOutcomes } from '@/lib/cases/outcomes/queries';
import { reportWork } from '@/lib/cases/report-work/queries';
import { assignCase, assignReport, recuse } from '@/lib/cases/team/commands';
import { closeCase, stepCase } from '@/lib/cases/workflow/commands';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import { markSeen } from '@/lib/notify/outbox/commands';
import { countUnseen } from '@/lib/notify/outbox/queries';
import { storeAddition } from '@/lib/reports/additions/commands';
import { changeState, sendMessage } from '@/lib/reports/desk/commands';
import { askToWithdraw, decideRequest } from '@/lib/reports/requests/commands';
import { listPendingApprovals } from '@/lib/staff/approvals/queries';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { addTo, type Told } from '../support/added';
import { caseRow, endCase, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const CONFINED = { S1: { situation: ['CONFINED'] } };
const RISKY = { S0: { contact_risk: ['RISKY'] }, ...CONFINED };
const SETTLED = { kind: 'RETURNEE' as const, S1: { situation: ['RETURNED'] } };

const { db, team } = openDesk(START);

const rowOf = async (id: string) => {
  const [row] = await db().select().from(reports).where(eq(reports.id, id));
  if (!row) throw new Error('no report');
  return row;
};
const seesAbout = async (actor: StaffActor) =>
  (await readApprovals(db(), actor))?.pending.map(({ about }) => about.ref) ?? [];

describe('what stands around a report', () => {
  it('says who has it, what waits and what was set by hand, and offers one’s own open cases first', async () => {
    const mine = await openTestCase(db(), team.worker, CONFINED);
    await assignCase(db(), team.worker, await on(db(), mine.number), team.worker.id);
    const avoided = await openTestCase(db(), team.intake, CONFINED);
    await recuse(db(), team.worker, await on(db(), avoided.number), {
      staffId: team.worker.id,
      reason: '아는 사람',
    });
    const { reference } = await screenedReport(db(), team.intake, CONFINED);
    await assignReport(db(), team.worker, reference, { staffId: team.worker.id, seen: null });
    await setReportLevel(db(), team.worker, reference, { level: 'U1', seen: 'U2', reason: '방금 전화' });
    await setReportLevel(db(), team.worker, reference, { level: 'U4', seen: 'U1', reason: '돌아옴' });
    const work = await reportWork(db(), team.worker, reference);
    expect(work).toMatchObject({
      assignedTo: { id: team.worker.id },
      inCase: null,
      levelsSet: [{ from: 'U2', to: 'U1', by: 'worker', second: null, reason: '방금 전화' }],
      approvals: [{ act: 'LOWER_LEVEL', state: 'PENDING', payload: { level: 'U4' }, reason: '돌아옴' }],
      assignable: [],
    });
    expect(work?.choices[0]).toMatchObject({ number: mine.number, mine: true });
    expect(work?.choices.map(({ number }) => number)).not.toContain(avoided.number);
    const people = (await reportWork(db(), team.lead, reference))?.assignable.map(({ name }) => name);
    expect(people).toEqual(expect.arrayContaining(['intake', 'worker', 'lead']));
    expect(people).not.toContain('auditor');
    await linkReport(db(), team.worker, await on(db(), mine.number), reference);
    expect((await reportWork(db(), team.worker, reference))?.inCase).toMatchObject({ number: mine.number });
    expect(await reportWork(db(), team.auditor, reference)).toBeNull();
  });

  it('takes no account that is none', async () => {
    const { reference } = await screenedReport(db(), team.intake);
    const junk = { staffId: "' or 1=1", seen: null };
    expect(await assignReport(db(), team.lead, reference, junk)).toMatchObject({ reason: 'unknown-staff' });
    expect(await decideApproval(db(), team.lead, 'nobody', { approve: true, answer: '' })).toMatchObject({
      reason: 'unknown',
    });
  });
});

describe('the page of approvals', () => {
  it('counts for a person what others asked for, names what it is about, and records that it was read', async () => {
    const before = await countToDecide(db(), team.other);
    const { reference, id } = await screenedReport(db(), team.intake, RISKY);
    await requestContactRelease(db(), team.worker, reference, '새 번호로 연락 옴');
    expect(await countToDecide(db(), team.other)).toBe(before + 1);
    const own = await countToDecide(db(), team.worker);
    expect(await seesAbout(team.worker)).toContain(reference);
    expect(await seesAbout(team.other)).toContain(reference);
    expect(await readApprovals(db(), team.auditor)).toBeNull();
    const read = await db()
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.objectId, id), eq(auditEntries.act, 'approval.read')));
    expect(read.map(({ actorId }) => actorId)).toEqual([team.worker.id, team.other.id]);
    const [asked] = (await listPendingApprovals(db(), team.other)).filter(({ subject }) => subject.id === id);
    await decideApproval(db(), team.other, asked?.id ?? '', { approve: true, answer: '' });
    expect(await countToDecide(db(), team.worker)).toBe(own);
    const settled = (await readApprovals(db(), team.worker))?.settled;
    expect(settled).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: asked?.id, state: 'APPROVED' })]),
    );
    expect((await contactStanding(db(), team.worker, reference))?.barrier).toBeNull();
  });

  it('hides requests of a case from whoever stepped back from it', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const lower = { level: 'U4' as Level, reason: '오래된 신고' };
    await setCaseLevel(db(), team.worker, await on(db(), made.number), lower);
    expect(await seesAbout(team.other)).toContain(made.number);
    const before = await countToDecide(db(), team.other);
    await recuse(db(), team.other, await on(db(), made.number), { staffId: team.other.id, reason: '가족' });
    expect(await seesAbout(team.other)).not.toContain(made.number);
    expect(await countToDecide(db(), team.other)).toBe(before - 1);
  });

  it('shows a broken glass until another supervisor looks, and one that nobody looked at in time', async () => {
    const [seen, missed] = [
      await screenedReport(db(), team.intake, RISKY),
      await screenedReport(db(), team.intake, RISKY),
    ];
    for (const { reference } of [seen, missed])
      await breakGlass(db(), team.lead, reference, '지금 통화 중이라 기다릴 수 없음');
    const glasses = async (actor: StaffActor) =>
      (await readApprovals(db(), actor))?.glasses.map(({ reference, overdue, own }) => [
        reference,
        overdue,
        own,
      ]);
    expect(await glasses(team.second)).toEqual(
      expect.arrayContaining([
        [seen.reference, false, false],
        [missed.reference, false, false],
      ]),
    );
    expect(await glasses(team.lead)).toEqual(expect.arrayContaining([[seen.reference, false, true]]));
    expect(await glasses(team.worker)).toEqual([]);
    await reviewBrokenGlass(db(), team.second, seen.reference, { upheld: true, reason: '' });
    later(DAY + MINUTE);
    await endUnreviewedReleases(db());
    const left = await glasses(team.second);
    expect(left).toEqual(expect.arrayContaining([[missed.reference, true, false]]));
    expect(left).not.toEqual(expect.arrayContaining([[seen.reference, expect.anything(), false]]));
    expect((await contactStanding(db(), team.lead, missed.reference))?.barrier).toBe('DO_NOT_CONTACT');
  });
});

describe('notices', () => {
  it('name what they are about, and are marked as seen by nobody else', async () => {
    const { reference } = await screenedReport(db(), team.intake, RISKY);
    await breakGlass(db(), team.second, reference, '기다릴 수 없음');
    const told = (await listNotices(db(), team.lead)).find(({ about }) => about?.ref === reference);
    expect(told).toMatchObject({ kind: 'GLASS_BROKEN', about: { kind: 'report' } });
    const before = await countUnseen(db(), team.lead.id);
    await markSeen(db(), team.worker.id, [told?.id ?? '']);
    expect(await countUnseen(db(), team.lead.id)).toBe(before);
    await markSeen(db(), team.lead.id, [told?.id ?? '']);
    expect(await countUnseen(db(), team.lead.id)).toBe(before - 1);
  });
});

describe('withdrawing a report that is in a case', () => {
  async function withdrawn() {
    const made = await openTestCase(db(), team.intake, CONFINED);
    await askToWithdraw(db(), made.report.id, '그만하고 싶어요', randomUUID());
    const [request] = await db()
      .select()
      .from(reportRequests)
      .where(eq(reportRequests.reportId, made.report.id));
    const { reference } = made.report;
    const deciding = { reference, request: request?.id ?? '', decision: 'GRANTED' as const, text: '확인함' };
    expect(await decideRequest(db(), team.worker, deciding)).toMatchObject({ ok: true });
    return made;
  }

  it('stops contact and leaves the case as it is, with the report in it', async () => {
    const made = await withdrawn();
    const { reference, id } = made.report;
    expect((await rowOf(id)).state).toBe('WITHDRAWN');
    expect(await caseRow(db(), made.number)).toMatchObject({ state: 'NEW', level: 'U2' });
    expect((await reportWork(db(), team.worker, reference))?.inCase?.number).toBe(made.number);
    const writing = { reference, text: '안녕하세요', submission: randomUUID() };
    expect(await sendMessage(db(), team.worker, writing)).toMatchObject({ reason: 'do-not-contact' });
    await runClocks(db());
    const word = and(eq(clocks.caseId, made.id), eq(clocks.kind, 'WORD'), isNull(clocks.metAt));
    expect(await db().$count(clocks, word)).toBe(0);
  });

  it('closes no case whose people are at risk, and comes back into the case when it is checked again', async () => {
    const made = await withdrawn();
    const { reference, id } = made.report;
    await stepCase(db(), team.worker, await on(db(), made.number), { action: 'TRIAGE', reason: '' });
    const closing = { disposition: 'WITHDRAWN' as const, reason: '철회' };
    expect(await closeCase(db(), team.worker, await on(db(), made.number), closing)).toMatchObject({
      reason: 'at-risk',
    });
    expect(
      await unlinkReport(db(), team.worker, await on(db(), made.number), reference, '잘못 연결'),
    ).toMatchObject({ reason: 'withdrawn' });
    const again = { reference, action: 'REOPEN' as const, seen: 'WITHDRAWN' as const, reason: '마음이 바뀜' };
    expect(await changeState(db(), team.worker, again)).toMatchObject({ ok: true });
    expect(await changeState(db(), team.worker, again)).toMatchObject({ ok: true });
    expect((await rowOf(id)).state).toBe('PROMOTED');
  });
});

describe('an addition after two people lowered the level', () => {
  const lowered = async (reference: string, from: Level, to: Level) => {
    await setReportLevel(db(), team.worker, reference, { level: to, seen: from, reason: '대사관이 확인함' });
    const { id } = await rowOfReference(reference);
    const [asked] = (await listPendingApprovals(db(), team.other)).filter(({ subject }) => subject.id === id);
    await decideApproval(db(), team.other, asked?.id ?? '', { approve: true, answer: '' });
    expect((await rowOf(id)).level).toBe(to);
    return id;
  };
  const rowOfReference = async (reference: string) => {
    const [row] = await db().select().from(reports).where(eq(reports.reference, reference));
    if (!row) throw new Error('no report');
    return row;
  };

  it.each<[what: string, told: Told, then: Level]>([
    ['says nothing new', { S1: { situation: ['CONFINED'] } }, 'U4'],
    ['says something that no rule waits for', { S2: { name_ko: ['가나루'] } }, 'U4'],
    ['tells of harm', { S1: { situation: ['CONFINED'], harm_now: ['VIOLENCE'] } }, 'U1'],
    ['tells of no more than control', { S1: { situation: ['CONFINED'], control: ['PASSPORT'] } }, 'U3'],
  ])('that %s', async (_what, told, then) => {
    const { reference } = await screenedReport(db(), team.intake, CONFINED);
    const id = await lowered(reference, 'U2', 'U4');
    later(HOUR);
    expect(await addTo(db(), id, 'FAMILY', told)).toMatchObject({ ok: true });
    expect((await rowOf(id)).level).toBe(then);
    // What raised it once is no news the second time.
    later(2 * HOUR);
    await addTo(db(), id, 'FAMILY', told);
    expect((await rowOf(id)).level).toBe(then);
  });

  it('raises the case it is in by what is new, too', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    await setCaseLevel(db(), team.worker, await on(db(), made.number), { level: 'U4', reason: '확인함' });
    const [asked] = (await listPendingApprovals(db(), team.other)).filter(
      ({ subject }) => subject.id === made.id,
    );
    await decideApproval(db(), team.other, asked?.id ?? '', { approve: true, answer: '' });
    later(HOUR);
    await addTo(db(), made.report.id, 'FAMILY', { S1: { situation: ['CONFINED'] } });
    await runClocks(db());
    expect((await caseRow(db(), made.number)).level).toBe('U4');
    later(2 * HOUR);
    await addTo(db(), made.report.id, 'FAMILY', { S1: { situation: ['CONFINED'], control: ['PASSPORT'] } });
    await runClocks(db());
    expect(await caseRow(db(), made.number)).toMatchObject({ level: 'U3', computedLevel: 'U2' });
  });
});

describe('an addition before the second person decides on a lower level', () => {
  const VIOLENCE = { S1: { situation: ['CONFINED'], harm_now: ['VIOLENCE'] } };
  /** `shown`: whether the person was shown what had come since. */
  const approve = async (id: string, shown: boolean) => {
    const board = await readApprovals(db(), team.other);
    const asked = board?.pending.find(({ subject }) => subject.id === id);
    const news = shown && asked ? asked.news.mark : '';
    return decideApproval(db(), team.other, asked?.id ?? '', { approve: true, answer: '', news });
  };

  it('leaves the report at the level it was raised to', async () => {
    const { reference, id } = await screenedReport(db(), team.intake, CONFINED);
    await setReportLevel(db(), team.worker, reference, { level: 'U4', seen: 'U2', reason: '확인함' });
    later(HOUR);
    await addTo(db(), id, 'FAMILY', VIOLENCE);
    expect((await rowOf(id)).level).toBe('U1');
    expect(await approve(id, false)).toMatchObject({ reason: 'news' });
    expect(await approve(id, true)).toMatchObject({ reason: 'overtaken' });
    expect((await rowOf(id)).level).toBe('U1');
  });

  it('leaves its case so too', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    await setCaseLevel(db(), team.worker, await on(db(), made.number), { level: 'U4', reason: '확인함' });
    later(HOUR);
    await addTo(db(), made.report.id, 'FAMILY', VIOLENCE);
    await runClocks(db());
    expect((await caseRow(db(), made.number)).level).toBe('U1');
    expect(await approve(made.id, false)).toMatchObject({ reason: 'news' });
    expect(await approve(made.id, true)).toMatchObject({ reason: 'overtaken' });
    expect((await caseRow(db(), made.number)).level).toBe('U1');
  });
});

describe('an addition that is being stored while somebody judges the level', () => {
  const GRAVE = { S1: { situation: ['CONFINED'], harm_now: ['VIOLENCE'] } };
  const MORE = { S1: { answers: { situation: ['CONFINED'], harm_now: ['VIOLENCE', 'MEDICAL'] } } };

  /** Judges while an addition of an hour earlier is stored and not yet to be seen; answers what came of the judging once it was. */
  async function during<Result>(reportId: string, judge: () => Promise<Result>): Promise<Result> {
    let store = () => {};
    let written = () => {};
    const mayStore = new Promise<void>((resolve) => {
      store = resolve;
    });
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    later(HOUR);
    const adding = withAudit(db(), async (tx, record) => {
      await storeAddition(tx, record, reportId, MORE);
      written();
      await mayStore;
    });
    await isWritten;
    later(2 * HOUR);
    const judging = judge();
    await Promise.race([judging, new Promise((resolve) => setTimeout(resolve, 500))]);
    store();
    await adding;
    return judging;
  }
  const asksFor = async ({ number, id }: Case, level: Level) => {
    await setCaseLevel(db(), team.worker, await on(db(), number), { level, reason: '확인함' });
    const [asked] = (await listPendingApprovals(db(), team.other)).filter(({ subject }) => subject.id === id);
    return () => decideApproval(db(), team.other, asked?.id ?? '', { approve: true, answer: '' });
  };
  type Case = Awaited<ReturnType<typeof openTestCase>>;

  it('is waited for by a second person’s lowering, and is news to them', async () => {
    const made = await openTestCase(db(), team.intake, GRAVE);
    const agree = await asksFor(made, 'U4');
    expect(await during(made.report.id, agree)).toMatchObject({ reason: 'news' });
    await runClocks(db());
    expect((await caseRow(db(), made.number)).level).toBe('U1');
  });

  it('is waited for by one person’s setting, and raises the case before that', async () => {
    const made = await openTestCase(db(), team.intake, GRAVE);
    const agree = await asksFor(made, 'U3');
    expect(await agree()).toEqual({ ok: true });
    const before = await on(db(), made.number);
    const set = () => setCaseLevel(db(), team.worker, before, { level: 'U4', reason: '확인함' });
    expect(await during(made.report.id, set)).toMatchObject({ reason: 'conflict', now: { level: 'U1' } });
    expect((await caseRow(db(), made.number)).level).toBe('U1');
  });
});

describe('an addition that says again that contact is risky', () => {
  const write = (reference: string) =>
    sendMessage(db(), team.worker, { reference, text: '괜찮으신가요', submission: randomUUID() });

  it('bars contact that was released, in the case too, and the release is over', async () => {
    const made = await openTestCase(db(), team.intake, RISKY);
    const { reference, id } = made.report;
    await breakGlass(db(), team.lead, reference, '기다릴 수 없음');
    expect(await write(reference)).toMatchObject({ ok: true });
    later(HOUR);
    await addTo(db(), id, 'FAMILY', { S0: { contact_risk: ['RISKY'] } });
    expect(await write(reference)).toMatchObject({ reason: 'do-not-contact' });
    expect(await contactStanding(db(), team.second, reference)).toMatchObject({
      barrier: 'DO_NOT_CONTACT',
      release: null,
    });
    const barred = and(eq(auditEntries.objectId, id), eq(auditEntries.act, 'contact.barred'));
    expect(await db().select().from(auditEntries).where(barred)).toMatchObject([{ actorKind: 'reporter' }]);
    await runClocks(db());
    expect((await caseRow(db(), made.number)).doNotContact).toBe(true);
  });

  it('is the only one that does: other news leaves it released', async () => {
    const { reference, id } = await screenedReport(db(), team.intake, RISKY);
    await breakGlass(db(), team.lead, reference, '기다릴 수 없음');
    await addTo(db(), id, 'FAMILY', { S0: { contact_risk: ['SAFE'] }, S2: { name_ko: ['가나루'] } });
    expect(await write(reference)).toMatchObject({ ok: true });
  });
});

describe('outcomes for the published numbers', () => {
  it('count cases that were closed by then, beside those in which somebody is not known to be safe', async () => {
    const count = (before = new Date(START.getTime() + DAY)) =>
      db().transaction((tx) => countOutcomes(tx, before));
    const before = await count();
    const made = await openTestCase(db(), team.intake, SETTLED);
    expect(await count()).toEqual(before);
    await db().update(reports).set({ inStatistics: true }).where(eq(reports.id, made.report.id));
    expect(await count()).toEqual({ ...before, SAFETY_UNCONFIRMED: before.SAFETY_UNCONFIRMED + 1 });
    await stepCase(db(), team.worker, await on(db(), made.number), { action: 'TRIAGE', reason: '' });
    later(HOUR);
    const closing = { disposition: 'TRANSFERRED_OUT' as const, reason: '다른 곳에서 맡음' };
    await endCase(db(), team, made.number, closing);
    expect((await count()).CLOSED).toBe(before.CLOSED + 1);
    expect((await count(new Date(START.getTime() + HOUR))).CLOSED).toBe(before.CLOSED);
    later(2 * DAY);
    await stepCase(db(), team.lead, await on(db(), made.number), { action: 'REOPEN', reason: '새 연락' });
    expect((await count()).CLOSED).toBe(before.CLOSED + 1);
    expect((await count(new Date(START.getTime() + 3 * DAY))).CLOSED).toBe(before.CLOSED);
    await db().update(caseReports).set({ unlinkedAt: START }).where(eq(caseReports.caseId, made.id));
    expect((await count()).CLOSED).toBe(before.CLOSED);
  });
});
