import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { caseReports } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { notes, reports } from '@/db/schema/reports';
import { decideApproval } from '@/lib/cases/approving/commands';
import { countToDecide } from '@/lib/cases/approving/queries';
import { planBulk } from '@/lib/cases/bulk/queries';
import { requestContactRelease } from '@/lib/cases/contact/commands';
import { contactStanding } from '@/lib/cases/contact/queries';
import { askToEraseReport } from '@/lib/cases/erasing/commands';
import { linkReport, promoteReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { setReportLevel } from '@/lib/cases/levels/commands';
import { listNotices } from '@/lib/cases/notices/queries';
import { takeNext } from '@/lib/cases/queue/commands';
import { countViews, listWork } from '@/lib/cases/queue/queries';
import { readCase } from '@/lib/cases/reading/commands';
import { reportWork } from '@/lib/cases/report-work/queries';
import { assignCase, assignReport, liftRecusal } from '@/lib/cases/team/commands';
import { letBackToReport, recuseFromReport } from '@/lib/cases/team/stepping-back/from-report/commands';
import { addNote, changeState } from '@/lib/reports/desk/commands';
import { listPictures } from '@/lib/reports/desk/evidence/queries';
import { listQueue } from '@/lib/reports/desk/queries';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { searchReports } from '@/lib/search/commands';
import { indexDue } from '@/lib/search/indexing/commands';
import { listPendingApprovals } from '@/lib/staff/approvals/queries';
import type { StaffActor } from '@/lib/staff/session';
import { caseRow, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const RISKY = {
  S0: { contact_risk: ['RISKY'] },
  S1: { situation: ['CONFINED'] },
  S2: { name_ko: ['가나루'] },
};
const WHY = '대상자가 사촌입니다';
const ALL = { state: 'ALL', level: null, after: null } as const;

const { db, team } = openDesk(START);

beforeEach(async () => {
  await db().delete(outbox);
});

const back = (staffId: string, reason = WHY, submission: string = randomUUID()) => ({
  staffId,
  reason,
  submission,
});
const stepBack = (reference: string, actor: StaffActor = team.other) =>
  recuseFromReport(db(), actor, reference, back(actor.id));

/** Every way to a report in no case, tried; answers those that opened, showed or changed something. */
async function waysIn(actor: StaffActor, reference: string): Promise<string[]> {
  const { assignedTo } = (await db().select().from(reports).where(eq(reports.reference, reference)))[0] ?? {};
  const level = await setReportLevel(db(), actor, reference, { level: 'U1', seen: 'U5', reason: WHY });
  const wrong = { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' } as const;
  const changed = await changeState(db(), actor, wrong);
  const view = { view: 'all', level: null, kind: null, province: null, after: null } as const;
  const found = await searchReports(db(), actor, '가나루');
  const bulk = await planBulk(db(), actor, { act: 'ASSIGN_ME', staffId: null }, [reference]);
  const ways: Record<string, boolean> = {
    readReport: (await readReport(db(), actor, reference)) !== null,
    reportWork: (await reportWork(db(), actor, reference)) !== null,
    contactStanding: (await contactStanding(db(), actor, reference)) !== null,
    listPictures: (await listPictures(db(), actor, reference)) !== null,
    listQueue: (await listQueue(db(), actor, ALL)).rows.some((row) => row.reference === reference),
    listWork: (await listWork(db(), actor, view)).items.some(({ ref }) => ref === reference),
    search: JSON.stringify(found).includes(reference),
    planBulk: bulk.doable.length > 0 || bulk.leftOut.some(({ subject }) => subject !== null),
    addNote: (await addNote(db(), actor, { reference, text: '메모', submission: randomUUID() })).ok,
    assignReport: (
      await assignReport(db(), actor, reference, { staffId: actor.id, seen: assignedTo ?? null })
    ).ok,
    // Without having stepped back these are conflicts, which say how things stand.
    changeState: !changed.ok && changed.reason === 'conflict',
    setReportLevel: !level.ok && level.reason === 'level-conflict',
    requestContactRelease: (await requestContactRelease(db(), actor, reference, WHY)).ok,
  };
  return Object.keys(ways).filter((way) => ways[way]);
}

const told = async (id: string) => {
  const names = new Map(Object.entries(team).map(([name, { id: one }]) => [one, name]));
  const rows = await db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.subjectId, id), eq(outbox.kind, 'LET_GO')));
  return rows.map(({ staffId }) => names.get(staffId)).toSorted();
};

describe('who has stepped back from a report that is in no case', () => {
  it('comes to it by no way, and by all of them once let back', async () => {
    const { id, reference } = await screenedReport(db(), team.intake, RISKY);
    await indexDue(db());
    const before = await countViews(db(), team.other);
    expect(await stepBack(reference)).toEqual({ ok: true, masked: 0 });
    expect(await waysIn(team.other, reference)).toEqual([]);
    expect((await countViews(db(), team.other)).all).toBe(before.all - 1);
    for (const acting of [
      stepBack(reference),
      askToEraseReport(db(), team.other, reference, { reason: WHY, why: 'DESK' }),
    ])
      expect(await acting).toMatchObject({ ok: false, reason: 'recused' });
    expect(await promoteReport(db(), team.other, reference)).toMatchObject({ reason: 'unknown' });
    // Nor is it given to them, by anybody.
    expect(
      await assignReport(db(), team.lead, reference, { staffId: team.other.id, seen: null }),
    ).toMatchObject({ reason: 'unknown-staff' });
    const giving = { act: 'ASSIGN', staffId: team.other.id } as const;
    expect((await planBulk(db(), team.lead, giving, [reference])).leftOut).toMatchObject([
      { why: 'target-recused' },
    ]);
    expect((await reportWork(db(), team.lead, reference))?.assignable.map((one) => one.id)).not.toContain(
      team.other.id,
    );
    // The others read why.
    const read = await readReport(db(), team.intake, reference);
    expect(read?.notes).toMatchObject([{ text: WHY, about: 'recusal', author: 'other' }]);
    expect((await reportWork(db(), team.intake, reference))?.recused).toEqual([
      { id: team.other.id, name: 'other' },
    ]);
    expect(await letBackToReport(db(), team.worker, reference, team.other.id)).toMatchObject({
      reason: 'forbidden',
    });
    expect(await letBackToReport(db(), team.lead, reference, team.other.id)).toEqual({ ok: true });
    expect(await letBackToReport(db(), team.lead, reference, team.other.id)).toEqual({ ok: true });
    expect(await waysIn(team.other, reference)).toHaveLength(13);
    const trail = await db().select().from(auditEntries).where(eq(auditEntries.objectId, id));
    expect(trail.map(({ act }) => act).filter((act) => /recused|let-back/.test(act))).toEqual([
      'report.recused',
      'report.let-back',
    ]);
  });

  it('is asked and told nothing about it', async () => {
    const { reference } = await screenedReport(db(), team.intake, RISKY);
    const asked = await requestContactRelease(db(), team.worker, reference, WHY);
    if (!asked.ok) throw new Error(asked.reason);
    const waiting = await countToDecide(db(), team.other);
    await assignReport(db(), team.lead, reference, { staffId: team.other.id, seen: null });
    expect((await listNotices(db(), team.other)).length).toBeGreaterThan(0);
    await stepBack(reference);
    expect(await countToDecide(db(), team.other)).toBe(waiting - 1);
    expect((await listPendingApprovals(db(), team.other)).map(({ id }) => id)).not.toContain(
      asked.approvalId,
    );
    expect(
      await decideApproval(db(), team.other, asked.approvalId, { approve: true, answer: '' }),
    ).toMatchObject({
      reason: 'recused',
    });
    expect((await listNotices(db(), team.other)).filter(({ about }) => about?.ref === reference)).toEqual([]);
  });

  it('no longer has it: it is nobody’s, and supervisors who have not stepped back are told', async () => {
    const mine = await screenedReport(db(), team.intake);
    await assignReport(db(), team.lead, mine.reference, { staffId: team.other.id, seen: null });
    await stepBack(mine.reference);
    const [row] = await db().select().from(reports).where(eq(reports.id, mine.id));
    expect(row?.assignedTo).toBeNull();
    expect(await told(mine.id)).toEqual(['lead', 'second']);
    const nobodys = await screenedReport(db(), team.intake);
    await stepBack(nobodys.reference);
    expect(await told(nobodys.id)).toEqual([]);
    const leads = await screenedReport(db(), team.intake);
    await stepBack(leads.reference, team.second);
    await assignReport(db(), team.lead, leads.reference, { staffId: team.lead.id, seen: null });
    await stepBack(leads.reference, team.lead);
    expect(await told(leads.id)).toEqual(['other', 'worker']);
  });

  it('says why, once; a supervisor does it for another, nobody else does', async () => {
    const { id, reference } = await screenedReport(db(), team.intake);
    expect(await recuseFromReport(db(), team.other, reference, back(team.other.id, '  '))).toMatchObject({
      reason: 'empty',
    });
    expect(await recuseFromReport(db(), team.worker, reference, back(team.other.id))).toMatchObject({
      reason: 'forbidden',
    });
    for (const nobody of [team.admin.id, randomUUID()])
      expect(await recuseFromReport(db(), team.lead, reference, back(nobody))).toMatchObject({
        reason: 'unknown-staff',
      });
    const form = back(team.other.id, WHY, 'one form');
    expect(await recuseFromReport(db(), team.lead, reference, form)).toMatchObject({ ok: true });
    expect(await recuseFromReport(db(), team.lead, reference, form)).toMatchObject({ ok: true });
    expect(await db().$count(notes, eq(notes.reportId, id))).toBe(1);
    expect(await readReport(db(), team.other, reference)).toBeNull();
    for (const actor of [team.auditor, team.admin])
      expect(await stepBack(reference, actor)).toMatchObject({ reason: 'forbidden' });
  });

  it('has stepped back from the case that is made of it, and is let back to both there', async () => {
    const { reference } = await screenedReport(db(), team.intake);
    await stepBack(reference);
    const made = await promoteReport(db(), team.intake, reference);
    if (!made.ok) throw new Error(made.reason);
    expect(await readCase(db(), team.other, made.number)).toBeNull();
    const found = await readCase(db(), team.worker, made.number);
    expect(found?.recused).toEqual([team.other.id]);
    expect(found?.timeline.find(({ kind }) => kind === 'RECUSED')).toMatchObject({
      words: { from: reference },
    });
    expect(await recuseFromReport(db(), team.worker, reference, back(team.worker.id))).toMatchObject({
      reason: 'in-a-case',
    });
    await liftRecusal(db(), team.lead, await on(db(), made.number), team.other.id);
    expect(await readCase(db(), team.other, made.number)).not.toBeNull();
    expect(await readReport(db(), team.other, reference)).not.toBeNull();
  });

  it('has stepped back from a case that it is linked to, also from their own; taken out again, the report stays shut', async () => {
    const { number, id } = await openTestCase(db(), team.intake);
    await assignCase(db(), team.other, await on(db(), number), team.other.id);
    const { id: reportId, reference } = await screenedReport(db(), team.intake);
    await stepBack(reference);
    expect(await linkReport(db(), team.worker, await on(db(), number), reference)).toMatchObject({
      ok: true,
    });
    expect((await caseRow(db(), number)).assignedTo).toBeNull();
    expect(await told(id)).toEqual(['lead', 'second']);
    expect(await readCase(db(), team.other, number)).toBeNull();
    await unlinkReport(db(), team.worker, await on(db(), number), reference, '다른 사람');
    expect(await db().$count(caseReports, eq(caseReports.reportId, reportId))).toBe(1);
    await liftRecusal(db(), team.lead, await on(db(), number), team.other.id);
    expect(await readCase(db(), team.other, number)).not.toBeNull();
    expect(await readReport(db(), team.other, reference)).toBeNull();
  });

  it('is not given it as what is to be done next', async () => {
    const { reference } = await screenedReport(db(), team.intake, {
      S1: { situation: ['CONFINED'], harm_now: ['VIOLENCE'] },
    });
    await stepBack(reference);
    const taken = await takeNext(db(), team.other, 'next');
    expect(taken.ok && taken.ref).not.toBe(reference);
  });
});
