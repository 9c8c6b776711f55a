import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { withTransaction } from '@/db/client';
import { auditEntries } from '@/db/schema/audit';
import { reports } from '@/db/schema/reports';
import { verifyAudit } from '@/lib/audit/queries';
import type { BulkAct } from '@/lib/cases/bulk/acts';
import { changeLevel, doBulk, undoActs } from '@/lib/cases/bulk/commands';
import { planBulk } from '@/lib/cases/bulk/queries';
import { UNDO_MS } from '@/lib/cases/bulk/undo';
import { countViews, listWork } from '@/lib/cases/queue/queries';
import { assignCase, assignReport, recuse } from '@/lib/cases/team/commands';
import { setClock } from '@/lib/clock';
import { changeState } from '@/lib/reports/desk/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { sendFromReporter } from '@/lib/reports/mailbox/commands';
import type { StaffActor } from '@/lib/staff/session';
import { caseRow, on, openTestCase, screenedReport } from '../support/desk-team';
import { eraseKey } from '../support/erased-key';
import { openDesk } from '../support/open-desk';
import { storeTestReport } from '../support/stored-report';

const START = new Date('2025-10-10T03:00:00Z');
const CONFINED = { S1: { situation: ['CONFINED'] } };
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };
const REASON = '같은 광고를 되풀이해 보낸 신고';

const { db, team } = openDesk(START);

const row = async (reference: string) => {
  const [found] = await db().select().from(reports).where(eq(reports.reference, reference));
  if (!found) throw new Error(`no report ${reference}`);
  return found;
};
/** As the pages do it: what the preview saw is what the form sends. */
async function bulk(actor: StaffActor, act: BulkAct, refs: string[], staffId: string | null = null) {
  const plan = await planBulk(db(), actor, { act, staffId }, refs);
  const rows = plan.doable.map(({ subject, seen }) => ({ ref: subject.ref, seen }));
  const order = { act, staffId, reason: REASON, submission: 'form-1' };
  return { plan, send: () => doBulk(db(), actor, order, rows) };
}
const done = async (actor: StaffActor, act: BulkAct, refs: string[], staffId: string | null = null) => {
  const result = await (await bulk(actor, act, refs, staffId)).send();
  if (!result.ok) throw new Error(result.reason);
  return result;
};

describe('acts on many rows', () => {
  it('a preview says what will happen, leaves the rest out with its reason, and changes nothing', async () => {
    const fresh = await storeTestReport(db(), DETAINED);
    const urgent = await screenedReport(db(), team.intake, CONFINED);
    const { number, report } = await openTestCase(db(), team.intake, DETAINED);
    const ready = await screenedReport(db(), team.intake, DETAINED);
    const refs = [
      fresh.reference,
      urgent.reference,
      number,
      report.reference,
      ready.reference,
      'NR-2222-2222',
    ];
    const { plan } = await bulk(team.intake, 'MARK_ABUSE', refs);
    expect(plan.doable.map(({ subject }) => subject.ref)).toEqual([ready.reference]);
    expect(plan.leftOut.map(({ ref, why }) => [ref, why])).toEqual([
      [fresh.reference, 'wrong-state'],
      [urgent.reference, 'urgent'],
      [number, 'not-a-report'],
      [report.reference, 'wrong-state'],
      ['NR-2222-2222', 'unknown'],
    ]);
    const assigning = await bulk(team.intake, 'ASSIGN_ME', refs);
    expect(assigning.plan.leftOut.map(({ ref, why }) => [ref, why])).toEqual([
      [number, 'not-yours'],
      [report.reference, 'in-case'],
      ['NR-2222-2222', 'unknown'],
    ]);
    expect((await row(ready.reference)).state).toBe('SCREENING');
    for (const actor of [team.admin, team.auditor])
      expect((await bulk(actor, 'ASSIGN_ME', refs)).plan).toEqual({ doable: [], leftOut: [] });
  });

  it('does each by its own command, audited for itself, and takes it back', async () => {
    const two = [
      await screenedReport(db(), team.intake, DETAINED),
      await screenedReport(db(), team.intake, DETAINED),
    ];
    const refs = two.map(({ reference }) => reference);
    const result = await done(team.intake, 'MARK_OUT_OF_SCOPE', refs);
    expect([result.done, result.left]).toEqual([refs, []]);
    for (const ref of refs) expect((await row(ref)).state).toBe('OUT_OF_SCOPE');
    const undone = await undoActs(db(), team.intake, result.undo, '되돌림');
    expect(undone).toEqual({ ok: true, done: refs, left: [] });
    for (const { id, reference } of two) {
      expect((await row(reference)).state).toBe('SCREENING');
      const entries = await db().select().from(auditEntries).where(eq(auditEntries.objectId, id));
      const steps = entries.filter(({ act }) => act === 'report.state').map(({ detail }) => detail);
      expect(steps).toContainEqual({ action: 'MARK_OUT_OF_SCOPE', from: 'SCREENING', to: 'OUT_OF_SCOPE' });
      expect(steps).toContainEqual({ action: 'REOPEN', from: 'OUT_OF_SCOPE', to: 'SCREENING' });
    }
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('never changes a state of U1 or U2, whatever a form says', async () => {
    const { reference } = await screenedReport(db(), team.intake, CONFINED);
    const forged = [{ ref: reference, seen: 'SCREENING.U2.-' }];
    const order = { act: 'MARK_ABUSE' as const, staffId: null, reason: REASON, submission: 'x' };
    expect(await doBulk(db(), team.lead, order, forged)).toMatchObject({
      done: [],
      left: [{ why: 'urgent' }],
    });
    expect((await row(reference)).state).toBe('SCREENING');
  });

  it('wants a reason where the table of transitions does', async () => {
    const { reference } = await screenedReport(db(), team.intake, DETAINED);
    const rows = [{ ref: reference, seen: 'SCREENING.U3.-' }];
    const order = { staffId: null, reason: '  ', submission: 'x' };
    expect(await doBulk(db(), team.intake, { ...order, act: 'MARK_ABUSE' }, rows)).toMatchObject({
      reason: 'empty',
    });
    const kept = await doBulk(db(), team.intake, { ...order, act: 'KEEP_AS_INTEL' }, rows);
    expect(kept).toMatchObject({ done: [reference] });
  });

  it('does the rest when one row breaks, and can take that back', async () => {
    const broken = await screenedReport(db(), team.intake, DETAINED);
    const whole = await screenedReport(db(), team.intake, DETAINED);
    await withTransaction(db(), (tx) => eraseKey(tx, { kind: 'report', id: broken.id }));
    const result = await done(team.intake, 'MARK_OUT_OF_SCOPE', [broken.reference, whole.reference]);
    expect(result.done).toEqual([whole.reference]);
    expect(result.left).toEqual([{ ref: broken.reference, why: 'failed' }]);
    expect(result.undo?.items).toMatchObject([{ ref: whole.reference }]);
  });

  it('leaves out what changed between the preview and the form', async () => {
    const stays = await screenedReport(db(), team.intake, DETAINED);
    const moves = await screenedReport(db(), team.intake, DETAINED);
    const { number } = await openTestCase(db(), team.intake, CONFINED);
    const refs = [stays.reference, moves.reference, number];
    const { send } = await bulk(team.worker, 'ASSIGN_ME', refs);
    await assignReport(db(), team.other, moves.reference, { staffId: team.other.id, seen: null });
    await assignCase(db(), team.other, await on(db(), number), team.other.id);
    const result = await send();
    expect(result).toMatchObject({ done: [stays.reference] });
    expect((await row(moves.reference)).assignedTo).toBe(team.other.id);
    expect((await caseRow(db(), number)).assignedTo).toBe(team.other.id);
  });

  it('a supervisor gives rows to another, but not a case to who has stepped back from it', async () => {
    const { reference } = await screenedReport(db(), team.intake, DETAINED);
    const { number } = await openTestCase(db(), team.intake, CONFINED);
    const other = await openTestCase(db(), team.intake, CONFINED);
    await recuse(db(), team.other, await on(db(), other.number), {
      staffId: team.other.id,
      reason: '아는 사람',
    });
    const refs = [reference, number, other.number];
    expect((await bulk(team.worker, 'ASSIGN', refs, team.other.id)).plan.doable).toEqual([]);
    const given = await bulk(team.lead, 'ASSIGN', refs, team.other.id);
    expect(given.plan.leftOut).toMatchObject([{ ref: other.number, why: 'target-recused' }]);
    const result = await given.send();
    if (!result.ok) throw new Error(result.reason);
    expect(result.done).toEqual([reference, number]);
    const own = await bulk(team.other, 'ASSIGN_ME', [other.number]);
    expect(own.plan.leftOut).toEqual([{ ref: other.number, subject: null, why: 'recused' }]);
    expect(await undoActs(db(), team.lead, result.undo, '되돌림')).toMatchObject({
      done: [reference, number],
    });
    expect([(await row(reference)).assignedTo, (await caseRow(db(), number)).assignedTo]).toEqual([
      null,
      null,
    ]);
  });
});

describe('undoing', () => {
  it('leaves alone what somebody changed meanwhile, and names it', async () => {
    const { number } = await openTestCase(db(), team.intake, CONFINED);
    const { reference } = await screenedReport(db(), team.intake, DETAINED);
    const taken = await done(team.worker, 'ASSIGN_ME', [reference, number]);
    await assignCase(db(), team.lead, await on(db(), number), team.other.id);
    const undone = await undoActs(db(), team.worker, taken.undo, '되돌림');
    expect(undone).toEqual({ ok: true, done: [reference], left: [{ ref: number, why: 'changed' }] });
    expect((await caseRow(db(), number)).assignedTo).toBe(team.other.id);
    const kept = await done(team.worker, 'KEEP_AS_INTEL', [reference]);
    const change = { reference, seen: 'INTEL_ONLY' as const, action: 'REOPEN' as const, reason: '다시 봄' };
    await changeState(db(), team.other, change);
    setClock(new Date(START.getTime() + 1000));
    await done(team.other, 'KEEP_AS_INTEL', [reference]);
    expect(await undoActs(db(), team.worker, kept.undo, '되돌림')).toMatchObject({ done: [] });
    expect((await row(reference)).state).toBe('INTEL_ONLY');
  });

  it('is one’s own, and for ten minutes', async () => {
    const { reference } = await screenedReport(db(), team.intake, DETAINED);
    const { undo } = await done(team.worker, 'ASSIGN_ME', [reference]);
    expect(await undoActs(db(), team.lead, undo, '되돌림')).toMatchObject({ reason: 'too-late' });
    setClock(new Date(START.getTime() + UNDO_MS));
    expect(await undoActs(db(), team.worker, undo, '되돌림')).toMatchObject({ reason: 'too-late' });
    expect(await undoActs(db(), team.worker, null, '되돌림')).toMatchObject({ reason: 'too-late' });
    expect((await row(reference)).assignedTo).toBe(team.worker.id);
  });

  it('takes a raised level back, but never lowers from U1 or U2 alone', async () => {
    const { reference } = await screenedReport(db(), team.intake, { S1: { situation: ['RETURNED'] } });
    const was = (await row(reference)).level as 'U4';
    const order = { ref: reference, was, version: null, reason: '가족이 더 알려 옴', submission: 'x' };
    const raised = await changeLevel(db(), team.intake, { ...order, level: 'U3' });
    if (!raised.ok) throw new Error(raised.reason);
    expect(await undoActs(db(), team.intake, raised.undo, '되돌림')).toMatchObject({ done: [reference] });
    expect((await row(reference)).level).toBe(was);
    expect(await changeLevel(db(), team.intake, { ...order, level: 'U1' })).toEqual({
      ok: true,
      waits: false,
      undo: null,
    });
    const stale = await changeLevel(db(), team.intake, { ...order, level: 'U2' });
    expect(stale).toMatchObject({ reason: 'conflict' });
    const { number } = await openTestCase(db(), team.intake, DETAINED);
    const version = (await caseRow(db(), number)).version;
    const ofCase = { ...order, ref: number, was: 'U3' as const, version };
    expect(await changeLevel(db(), team.intake, { ...ofCase, level: 'U2' })).toMatchObject({
      ok: true,
      undo: null,
    });
    expect((await caseRow(db(), number)).level).toBe('U2');
    expect(await changeLevel(db(), team.intake, { ...ofCase, submission: 'y', level: 'U1' })).toMatchObject({
      reason: 'conflict',
    });
  });
});

describe('news', () => {
  it('shows what was written to a decided report, until somebody reads it', async () => {
    const { id, reference } = await screenedReport(db(), team.intake, DETAINED);
    await done(team.intake, 'KEEP_AS_INTEL', [reference]);
    const news = { view: 'news' as const, level: null, kind: null, province: null, after: null };
    const refs = async () => (await listWork(db(), team.intake, news)).items.map(({ ref }) => ref);
    expect(await refs()).toEqual([]);
    await sendFromReporter(db(), id, '새로 알게 된 것이 있어요', randomUUID());
    expect([await refs(), (await countViews(db(), team.intake)).news]).toEqual([[reference], 1]);
    await readReport(db(), team.intake, reference);
    expect(await refs()).toEqual([]);
  });
});
