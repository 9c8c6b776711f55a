import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { withTransaction } from '@/db/client';
import { auditEntries } from '@/db/schema/audit';
import { caseEvents, cases } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { reports } from '@/db/schema/reports';
import { dataKeys } from '@/db/schema/vault';
import { decideApproval } from '@/lib/cases/approving/commands';
import { runClocks } from '@/lib/cases/escalating/commands';
import { type About, whomToTell } from '@/lib/cases/escalating/whom/queries';
import { linkReport, promoteReport } from '@/lib/cases/grouping/commands';
import { setCaseLevel } from '@/lib/cases/levels/commands';
import { takeNext } from '@/lib/cases/queue/commands';
import { listWork } from '@/lib/cases/queue/queries';
import { assignCase, assignReport } from '@/lib/cases/team/commands';
import { letGoOfWork } from '@/lib/cases/team/letting-go/commands';
import { DAY, MINUTE, setClock } from '@/lib/clock';
import { changeRoles, disableAccount, enableAccount } from '@/lib/staff/accounts/commands';
import { caseRow, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';
import { storeTestReport } from '../support/stored-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const BEATEN = { S1: { situation: ['CONFINED'], harm_now: ['VIOLENCE'] } };
const CONFINED = { S1: { situation: ['CONFINED'] } };

const { db, team } = openDesk(START);

beforeEach(async () => {
  await db().delete(outbox);
  await enableAccount(db(), team.admin, team.worker.id);
  await db().update(cases).set({ assignedTo: team.lead.id });
  await db().update(reports).set({ assignedTo: team.lead.id });
});

const told = async (id: string, kind: string) => {
  const rows = await db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.subjectId, id), eq(outbox.kind, kind)));
  const names = new Map(Object.entries(team).map(([name, { id: one }]) => [one, name]));
  return rows.map(({ staffId }) => names.get(staffId)).toSorted();
};

const everything = { level: null, kind: null, province: null, after: null } as const;

describe('a case that is made of somebody’s report', () => {
  it('is nobody’s where cases are not their work, so that whoever works on cases sees and takes it', async () => {
    const { reference } = await screenedReport(db(), team.intake, BEATEN);
    const mine = { staffId: team.intake.id, seen: null };
    expect(await assignReport(db(), team.intake, reference, mine)).toEqual({ ok: true });
    const made = await promoteReport(db(), team.intake, reference);
    if (!made.ok) throw new Error(made.reason);
    expect((await caseRow(db(), made.number)).assignedTo).toBeNull();
    const shown = await listWork(db(), team.worker, { ...everything, view: 'urgent-unassigned' });
    expect(shown.items.map(({ ref }) => ref)).toEqual([made.number]);
    expect(await takeNext(db(), team.worker, randomUUID())).toMatchObject({ ok: true, ref: made.number });
  });

  it('stays theirs who work on cases, and they are told when another made it', async () => {
    const { reference } = await screenedReport(db(), team.intake, BEATEN);
    await assignReport(db(), team.worker, reference, { staffId: team.worker.id, seen: null });
    const made = await promoteReport(db(), team.intake, reference);
    if (!made.ok) throw new Error(made.reason);
    const row = await caseRow(db(), made.number);
    expect(row.assignedTo).toBe(team.worker.id);
    expect(await told(row.id, 'ASSIGNED')).toEqual(['worker']);
  });
});

describe('a report that comes to a case whose level two people lowered', () => {
  it('raises it as far as the report goes, whatever the case was computed to before', async () => {
    const { number } = await openTestCase(db(), team.intake, BEATEN);
    const lowering = { level: 'U3', reason: '병원에서 확인함' } as const;
    const asked = await setCaseLevel(db(), team.worker, await on(db(), number), lowering);
    if (!('approvalId' in asked)) throw new Error('nothing was asked');
    const agreed = { approve: true, answer: '동의함' };
    expect(await decideApproval(db(), team.lead, asked.approvalId, agreed)).toMatchObject({ ok: true });
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U3', computedLevel: 'U1' });
    later(MINUTE);
    const milder = await screenedReport(db(), team.intake, { S1: { situation: ['RETURNED'] } });
    await linkReport(db(), team.intake, await on(db(), number), milder.reference);
    expect((await caseRow(db(), number)).level).toBe('U3');
    const graver = await screenedReport(db(), team.intake, BEATEN);
    expect(await linkReport(db(), team.intake, await on(db(), number), graver.reference)).toEqual({
      ok: true,
    });
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U1', computedLevel: 'U1' });
  });
});

describe('work of somebody who can no longer do it', () => {
  const held = async () => {
    const { number, id } = await openTestCase(db(), team.intake, CONFINED);
    await assignCase(db(), team.worker, await on(db(), number), team.worker.id);
    const report = await storeTestReport(db(), BEATEN);
    await assignReport(db(), team.worker, report.reference, { staffId: team.worker.id, seen: null });
    return { number, id, report };
  };
  const keeperOf = async (id: string) =>
    (await db().select().from(reports).where(eq(reports.id, id)))[0]?.assignedTo;

  it('is nobody’s once their account is shut, in the timeline and the audit, and all supervisors know', async () => {
    const { number, id, report } = await held();
    expect(await disableAccount(db(), team.admin, team.worker.id)).toEqual({ ok: true });
    // Two rounds at once share the work between them, each thing once.
    const [one, other] = await Promise.all([letGoOfWork(db()), letGoOfWork(db())]);
    expect(one + other).toBe(2);
    expect((await caseRow(db(), number)).assignedTo).toBeNull();
    expect(await keeperOf(report.id)).toBeNull();
    const entries = await db()
      .select()
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, id), eq(caseEvents.toCode, 'LET_GO')));
    expect(entries).toEqual([expect.objectContaining({ kind: 'ASSIGNED', staffId: null, refId: null })]);
    const recorded = await db()
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.objectId, report.id), eq(auditEntries.actorKind, 'system')));
    expect(recorded).toEqual([
      expect.objectContaining({ act: 'report.assigned', detail: { from: team.worker.id } }),
    ]);
    expect(await told(id, 'LET_GO')).toEqual(['lead', 'second']);
    expect(await told(report.id, 'LET_GO')).toEqual(['lead', 'second']);
    await enableAccount(db(), team.admin, team.worker.id);
    expect((await caseRow(db(), number)).assignedTo).toBeNull();
  });

  it('is told of again when the same person loses the same report once more', async () => {
    const { report } = await held();
    await disableAccount(db(), team.admin, team.worker.id);
    await letGoOfWork(db());
    await enableAccount(db(), team.admin, team.worker.id);
    later(MINUTE);
    await assignReport(db(), team.worker, report.reference, { staffId: team.worker.id, seen: null });
    await disableAccount(db(), team.admin, team.worker.id);
    await letGoOfWork(db());
    expect(await told(report.id, 'LET_GO')).toEqual(['lead', 'lead', 'second', 'second']);
  });

  it('goes with the role that it needs, and what another role is enough for stays', async () => {
    const { number, report } = await held();
    const roles = (seen: 'CASEWORKER' | 'INTAKE', next: 'CASEWORKER' | 'INTAKE') =>
      changeRoles(db(), team.admin, { staffId: team.worker.id, seen: [seen], roles: [next] });
    expect(await roles('CASEWORKER', 'INTAKE')).toEqual({ ok: true });
    await runClocks(db());
    expect((await caseRow(db(), number)).assignedTo).toBeNull();
    expect(await keeperOf(report.id)).toBe(team.worker.id);
    await roles('INTAKE', 'CASEWORKER');
  });

  it('that breaks is left to the next round, while all other work is let go and every clock is told of', async () => {
    const [broken, other] = [await held(), await held()];
    const key = and(eq(dataKeys.ownerKind, 'case'), eq(dataKeys.ownerId, broken.id));
    const [kept] = await db().select().from(dataKeys).where(key);
    await db()
      .update(dataKeys)
      .set({ wrapped: Buffer.alloc(60) })
      .where(key);
    await disableAccount(db(), team.admin, team.worker.id);
    later(DAY);
    await runClocks(db());
    expect((await caseRow(db(), broken.number)).assignedTo).toBe(team.worker.id);
    expect((await caseRow(db(), other.number)).assignedTo).toBeNull();
    expect(await keeperOf(other.report.id)).toBeNull();
    expect(await told(other.id, 'CLOCK')).toContain('lead');
    await db().update(dataKeys).set({ wrapped: kept?.wrapped }).where(key);
    expect(await letGoOfWork(db())).toBe(1);
  });

  it('is told of to the next who can, even before it is taken from them', async () => {
    const { id, report } = await held();
    const whom = (about: About) =>
      withTransaction(db(), (tx) => whomToTell(tx, ['ASSIGNEE', 'ON_DUTY'], about));
    expect(await whom({ kind: 'case', id })).toEqual([team.worker.id]);
    await disableAccount(db(), team.admin, team.worker.id);
    const leads = [team.lead.id, team.second.id].toSorted();
    expect((await whom({ kind: 'case', id })).toSorted()).toEqual(leads);
    expect((await whom({ kind: 'report', id: report.id })).toSorted()).toEqual(leads);
  });
});
