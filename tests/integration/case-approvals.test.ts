import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { approvals } from '@/db/schema/approvals';
import { caseReports } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { decideApproval } from '@/lib/cases/approving/commands';
import { NO_NEWS } from '@/lib/cases/approving/news/queries';
import { readApprovals } from '@/lib/cases/approving/reading/commands';
import { linkReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { setCaseLevel } from '@/lib/cases/levels/commands';
import { addKnownPerson, addPerson, recordFact } from '@/lib/cases/people/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { readCase } from '@/lib/cases/reading/commands';
import { addCaseNote } from '@/lib/cases/team/commands';
import { closeCase, holdCase, stepCase } from '@/lib/cases/workflow/commands';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import { addNote } from '@/lib/reports/desk/commands';
import { askToWithdraw } from '@/lib/reports/requests/commands';
import { cancelApproval, expireApprovals } from '@/lib/staff/approvals/commands';
import { listPendingApprovals, listSettledApprovals } from '@/lib/staff/approvals/queries';
import { caseRow, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const CONFINED = { S1: { situation: ['CONFINED'] } };
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };

const { db, team } = openDesk(START);

const must = (result: { ok: boolean }) => expect(result).toMatchObject({ ok: true });
const NOBODY_KNOWN_BUT_NAME = { ...NOBODY_KNOWN, nameKo: '가나루' };
const step = async (number: string, action: Parameters<typeof stepCase>[3]['action'], actor = team.worker) =>
  stepCase(db(), actor, await on(db(), number), { action, reason: action === 'REOPEN' ? '새 연락' : '' });

describe('a second person', () => {
  const closing = { disposition: 'FALSE_REPORT', reason: '장난으로 확인' } as const;
  async function waiting() {
    const { number, id } = await openTestCase(db(), team.intake, DETAINED);
    await step(number, 'TRIAGE');
    const asked = await closeCase(db(), team.worker, await on(db(), number), closing);
    if (!asked.ok || !('approvalId' in asked)) throw new Error('was not asked');
    return { number, id, approval: asked.approvalId };
  }

  it('is needed to close so, and is not the one who asked', async () => {
    const { number, approval } = await waiting();
    expect((await caseRow(db(), number)).state).toBe('TRIAGED');
    const yes = { approve: true, answer: '' };
    expect(await decideApproval(db(), team.worker, approval, yes)).toMatchObject({ reason: 'same-person' });
    expect(await decideApproval(db(), team.intake, approval, yes)).toMatchObject({ reason: 'forbidden' });
    expect(await decideApproval(db(), team.admin, approval, yes)).toMatchObject({ reason: 'forbidden' });
    const listed = await listPendingApprovals(db(), team.other);
    expect(listed.find((one) => one.id === approval)).toMatchObject({
      act: 'CLOSE_CASE',
      payload: { disposition: 'FALSE_REPORT' },
      reason: '장난으로 확인',
      problem: null,
    });
    const both = await Promise.all([
      decideApproval(db(), team.other, approval, yes),
      decideApproval(db(), team.lead, approval, yes),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await caseRow(db(), number)).toMatchObject({ state: 'CLOSED', disposition: 'FALSE_REPORT' });
  });

  it('counts what another case established and notes on a report, and hides no entry behind a report taken out', async () => {
    const { number, id, approval } = await waiting();
    const count = async () => {
      const one = (await readCase(db(), team.lead, number))?.approvals[0];
      return one?.news ?? NO_NEWS;
    };
    /** What was shown before is not enough any more. */
    const isRefused = async (shown: string) => {
      const result = await decideApproval(db(), team.lead, approval, { ...yes, news: shown });
      expect(result).toMatchObject({ reason: 'news' });
    };
    const yes = { approve: true, answer: '' };
    later(MINUTE);
    const joined = await screenedReport(db(), team.intake);
    must(await linkReport(db(), team.worker, await on(db(), number), joined.reference));
    await askToWithdraw(db(), joined.id, '그만두고 싶어요', randomUUID());
    const added = await addPerson(db(), team.worker, await on(db(), number), NOBODY_KNOWN_BUT_NAME);
    const personId = (added.ok && 'personId' in added && added.personId) || '';
    const joinedAndAsked = await count();
    must(await unlinkReport(db(), team.worker, await on(db(), number), joined.reference, '다른 사람'));
    await isRefused(joinedAndAsked.mark);
    const unlinked = await count();
    expect(unlinked).toMatchObject({ requests: 1, all: joinedAndAsked.all + 1 });
    const [linked] = await db().select().from(caseReports).where(eq(caseReports.caseId, id));
    const [report] = await db()
      .select()
      .from(reports)
      .where(eq(reports.id, linked?.reportId ?? ''));
    const note = { reference: report?.reference ?? '', text: '다시 전화함', submission: randomUUID() };
    must(await addNote(db(), team.intake, note));
    await isRefused(unlinked.mark);
    const noted = await count();
    expect(noted).toMatchObject({ notes: 1, facts: 0 });
    const other = await openTestCase(db(), team.intake);
    must(await addKnownPerson(db(), team.worker, await on(db(), other.number), personId));
    const fact = { value: 'CONFINED', source: 'WITNESS', confidence: 'HIGH', note: '' } as const;
    const about = { personId, axis: 'SAFETY', fact } as const;
    must(await recordFact(db(), team.worker, await on(db(), other.number), about));
    await isRefused(noted.mark);
    expect(await count()).toMatchObject({ facts: 1, all: noted.all + 1 });
    // Through the case itself it stands in its timeline, once.
    must(await recordFact(db(), team.worker, await on(db(), number), about));
    expect(await count()).toMatchObject({ facts: 1, all: noted.all + 2 });
  });

  it('can decline with a reason, and one request waits at a time', async () => {
    const { number, approval } = await waiting();
    expect(await closeCase(db(), team.worker, await on(db(), number), closing)).toMatchObject({
      reason: 'already-asked',
    });
    expect(await decideApproval(db(), team.lead, approval, { approve: false, answer: ' ' })).toMatchObject({
      reason: 'empty',
    });
    const no = { approve: false, answer: '더 확인해 주세요' };
    expect(await decideApproval(db(), team.lead, approval, no)).toEqual({ ok: true });
    expect(await decideApproval(db(), team.lead, approval, no)).toEqual({ ok: true, again: true });
    const yes = { approve: true, answer: '' };
    expect(await decideApproval(db(), team.lead, approval, yes)).toMatchObject({ reason: 'settled' });
    expect(await decideApproval(db(), team.second, approval, no)).toMatchObject({ reason: 'settled' });
    expect((await caseRow(db(), number)).state).toBe('TRIAGED');
    expect((await readCase(db(), team.worker, number))?.approvals).toMatchObject([
      { state: 'DECLINED', answer: '더 확인해 주세요', decidedByName: 'lead' },
    ]);
    expect(await closeCase(db(), team.worker, await on(db(), number), closing)).toMatchObject({
      waits: true,
    });
  });

  it('sees what came since it was asked, and agrees to nothing before', async () => {
    const { number, id, approval } = await waiting();
    const agree = (news?: string) =>
      decideApproval(db(), team.lead, approval, { approve: true, answer: '', ...(news ? { news } : {}) });
    const shown = async () => (await readCase(db(), team.lead, number))?.approvals[0]?.news;
    expect(await shown()).toMatchObject({ all: 0 });
    later(MINUTE);
    const [linked] = await db().select().from(caseReports).where(eq(caseReports.caseId, id));
    await askToWithdraw(db(), linked?.reportId ?? '', '그만두고 싶어요', randomUUID());
    await addCaseNote(db(), team.worker, await on(db(), number), '새 전화를 받음');
    expect(await agree()).toMatchObject({ reason: 'news' });
    const first = await shown();
    expect(first).toMatchObject({ requests: 1, entries: 1, messages: 0, additions: 0, all: 2 });
    const board = await readApprovals(db(), team.lead);
    expect(board?.pending.find((one) => one.id === approval)?.news).toEqual(first);
    await addCaseNote(db(), team.worker, await on(db(), number), '다시 전화를 받음');
    expect(await agree(first?.mark)).toMatchObject({ reason: 'news' });
    expect(await agree((await shown())?.mark)).toEqual({ ok: true });
    expect((await caseRow(db(), number)).state).toBe('CLOSED');
  });

  it('overtaken by a rise, makes way for another request', async () => {
    const { number } = await openTestCase(db(), team.intake, CONFINED);
    const set = async (level: 'U1' | 'U4') =>
      setCaseLevel(db(), team.worker, await on(db(), number), { level, reason: '방금 통화함' });
    const first = await set('U4');
    expect(await set('U4')).toMatchObject({ reason: 'already-asked' });
    expect(await set('U1')).toEqual({ ok: true });
    const second = await set('U4');
    const decide = async (asked: typeof first) =>
      decideApproval(db(), team.lead, asked.ok && 'approvalId' in asked ? asked.approvalId : '', {
        approve: true,
        answer: '',
        news: (await readCase(db(), team.lead, number))?.approvals[0]?.news.mark ?? '',
      });
    expect(await decide(first)).toEqual({ ok: false, reason: 'settled' });
    expect(await decide(second)).toEqual({ ok: true });
    expect((await caseRow(db(), number)).level).toBe('U4');
  });

  it('lowers nothing past an addition that the clock round has not brought to the case yet', async () => {
    const { number, report } = await openTestCase(db(), team.intake, DETAINED);
    await setCaseLevel(db(), team.worker, await on(db(), number), { level: 'U2', reason: '현장 판단' });
    const lowering = { level: 'U4', reason: '오해' } as const;
    const asked = await setCaseLevel(db(), team.worker, await on(db(), number), lowering);
    const approval = asked.ok && 'approvalId' in asked ? asked.approvalId : '';
    later(MINUTE);
    // As an addition leaves it: the report has risen, the case has not been looked at since.
    await db().update(reports).set({ level: 'U1' }).where(eq(reports.id, report.id));
    const before = await on(db(), number);
    expect(await decideApproval(db(), team.lead, approval, { approve: true, answer: '' })).toMatchObject({
      reason: 'overtaken',
    });
    expect((await caseRow(db(), number)).level).toBe('U1');
    // And who sets a level by hand is told of it as of any other change.
    expect(await setCaseLevel(db(), team.worker, before, lowering)).toMatchObject({ reason: 'conflict' });
  });

  it('comes too late once the request has run out, and cannot do what the case has moved on from', async () => {
    const { approval } = await waiting();
    later(73 * HOUR);
    const yes = { approve: true, answer: '' };
    expect(await decideApproval(db(), team.lead, approval, yes)).toMatchObject({ reason: 'expired' });
    expect(await expireApprovals(db())).toBeGreaterThanOrEqual(1);
    const other = await waiting();
    const until = new Date(START.getTime() + 9 * DAY);
    await holdCase(db(), team.worker, await on(db(), other.number), { until, reason: '대기' });
    expect(await decideApproval(db(), team.lead, other.approval, yes)).toMatchObject({ reason: 'overtaken' });
    expect(await cancelApproval(db(), team.lead, other.approval)).toMatchObject({ reason: 'unknown' });
    expect(await cancelApproval(db(), team.worker, other.approval)).toMatchObject({ ok: true });
    expect(await decideApproval(db(), team.lead, other.approval, yes)).toMatchObject({ reason: 'settled' });
  });
});

describe('what was decided lately', () => {
  it('is counted among what somebody may read, not among everything', async () => {
    const { number } = await openTestCase(db(), team.intake, CONFINED);
    const lower = { level: 'U4', reason: '오해였음' } as const;
    const asked = await setCaseLevel(db(), team.intake, await on(db(), number), lower);
    const id = asked.ok && 'approvalId' in asked ? asked.approvalId : '';
    await cancelApproval(db(), team.intake, id);
    const [own] = await db().select().from(approvals).where(eq(approvals.id, id));
    if (!own) throw new Error('was not asked');
    const others = { ...own, requestedBy: team.worker.id, decidedAt: new Date(START.getTime() + MINUTE) };
    const many = Array.from({ length: 50 }, () => ({ ...others, id: randomUUID() }));
    await db().insert(approvals).values(many);
    const settled = await listSettledApprovals(db(), team.intake, new Date(START.getTime() - DAY));
    expect(settled.map((one) => one.id)).toEqual([id]);
    await db()
      .delete(approvals)
      .where(
        inArray(
          approvals.id,
          many.map((one) => one.id),
        ),
      );
  });
});
