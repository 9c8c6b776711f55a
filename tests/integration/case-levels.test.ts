import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { reports } from '@/db/schema/reports';
import { decideApproval } from '@/lib/cases/approving/commands';
import { promoteReport } from '@/lib/cases/grouping/commands';
import { followReports, setCaseLevel, setReportLevel } from '@/lib/cases/levels/commands';
import { MINUTE } from '@/lib/clock';
import { caseRow, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';
import { reportRow } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };

const { db, team } = openDesk(START);

const acts = async (id: string) =>
  (await db().select().from(auditEntries).where(eq(auditEntries.objectId, id))).map((entry) => entry.act);

describe('the level', () => {
  it('is raised by one with a reason, and lowered from U1 and U2 by two', async () => {
    const { number } = await openTestCase(db(), team.intake, DETAINED);
    const raise = await setCaseLevel(db(), team.intake, await on(db(), number), { level: 'U1', reason: '' });
    expect(raise).toMatchObject({ reason: 'empty' });
    await setCaseLevel(db(), team.intake, await on(db(), number), { level: 'U1', reason: '가족이 협박받음' });
    expect(await caseRow(db(), number)).toMatchObject({
      level: 'U1',
      computedLevel: 'U3',
      nextDueAt: new Date(START.getTime() + 15 * MINUTE),
    });
    const asked = await setCaseLevel(db(), team.worker, await on(db(), number), {
      level: 'U4',
      reason: '오해였음',
    });
    expect(asked).toMatchObject({ waits: true });
    expect((await caseRow(db(), number)).level).toBe('U1');
    const id = asked.ok && 'approvalId' in asked ? asked.approvalId : '';
    expect(await decideApproval(db(), team.other, id, { approve: true, answer: '' })).toMatchObject({
      ok: true,
    });
    expect((await caseRow(db(), number)).level).toBe('U4');
    const { id: caseId } = await caseRow(db(), number);
    expect((await acts(caseId)).filter((act) => act === 'case.level')).toHaveLength(2);
  });

  it('set by hand stands over the same facts and gives way to graver ones', async () => {
    const { number, id, report } = await openTestCase(db(), team.intake, DETAINED);
    await setCaseLevel(db(), team.worker, await on(db(), number), { level: 'U4', reason: '영사가 면담함' });
    const facts = (level: string) => db().update(reports).set({ level }).where(eq(reports.id, report.id));
    expect(await followReports(db(), id)).toBe(false);
    await facts('U2');
    expect(await followReports(db(), id)).toBe(true);
    expect(await caseRow(db(), number)).toMatchObject({
      level: 'U2',
      computedLevel: 'U2',
      levelManual: true,
    });
  });

  it('of a report goes the same ways, until it is in a case', async () => {
    const report = await screenedReport(db(), team.intake, DETAINED);
    const set = (level: 'U1' | 'U2' | 'U5', seen: 'U1' | 'U3', actor = team.intake) =>
      setReportLevel(db(), actor, report.reference, { level, seen, reason: '통화 내용' });
    expect(await set('U1', 'U3')).toMatchObject({ ok: true });
    // Their own form once more is done; the same by another, or another level, is a conflict.
    expect(await set('U1', 'U3')).toEqual({ ok: true, again: true });
    expect(await set('U1', 'U3', team.worker)).toMatchObject({ reason: 'level-conflict', level: 'U1' });
    expect(await set('U2', 'U3')).toMatchObject({ reason: 'level-conflict', level: 'U1' });
    const asked = await set('U5', 'U1');
    expect(asked).toMatchObject({ waits: true });
    const id = asked.ok && 'approvalId' in asked ? asked.approvalId : '';
    expect(await decideApproval(db(), team.worker, id, { approve: true, answer: '' })).toMatchObject({
      ok: true,
    });
    expect(await reportRow(db(), report.reference)).toMatchObject({ level: 'U5', levelManual: true });
    await promoteReport(db(), team.intake, report.reference);
    expect(
      await setReportLevel(db(), team.worker, report.reference, { level: 'U1', seen: 'U5', reason: 'x' }),
    ).toMatchObject({ reason: 'in-case' });
  });
});
