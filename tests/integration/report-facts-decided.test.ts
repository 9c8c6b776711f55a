import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { cases, clocks } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { reports } from '@/db/schema/reports';
import { contactStanding } from '@/lib/cases/contact/queries';
import { runClocks } from '@/lib/cases/escalating/commands';
import { assignCase } from '@/lib/cases/team/commands';
import { stepCase } from '@/lib/cases/workflow/commands';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import { standingForReporter } from '@/lib/referrals/for-reporter/queries';
import { changeState } from '@/lib/reports/desk/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { readMailbox } from '@/lib/reports/mailbox/queries';
import type { ReportAction } from '@/lib/reports/transitions';
import { casesDue, reportsDue } from '@/lib/retention/due/queries';
import { setDuty } from '@/lib/staff/duty/commands';
import { addTo } from '../support/added';
import { caseRow, endCase, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';
import { recordFacts, typedFacts } from '../support/recorded-facts';
import { fileReport, LEAST, reportRow } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const QUIET = { S1: { situation: ['RETURNED'] } };
const BEATEN = { situation: ['CONFINED'], harm_now: ['VIOLENCE'] };
const FACTS = typedFacts('S1', BEATEN);

const { db, team } = openDesk(START);

beforeAll(async () => {
  await setDuty(db(), team.other, team.other.id, true);
});

const seenByReporter = async (id: string) => [
  await readMailbox(db(), id),
  await standingForReporter(db(), id),
];
const told = async (id: string) => {
  const rows = await db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.subjectId, id), eq(outbox.kind, 'DANGER')));
  const names = new Map(Object.entries(team).map(([name, { id: one }]) => [one, name]));
  return rows.map(({ staffId }) => names.get(staffId)).toSorted();
};
const triageOf = async (id: string) => {
  const [row] = await db()
    .select()
    .from(clocks)
    .where(and(eq(clocks.reportId, id), eq(clocks.kind, 'TRIAGE')));
  return row;
};
const stateOf = async (id: string) => {
  const [row] = await db().select().from(reports).where(eq(reports.id, id));
  return row?.state;
};

async function decided(action: ReportAction) {
  const report = await screenedReport(db(), team.intake, QUIET);
  later(MINUTE);
  const shut = { action, seen: 'SCREENING', reason: '알려 준 내용으로 끝냄' } as const;
  const done = await changeState(db(), team.intake, { reference: report.reference, ...shut });
  if (!done.ok) throw new Error(done.reason);
  await runClocks(db());
  return report;
}

async function closed() {
  const { number, id, report } = await openTestCase(db(), team.intake, QUIET);
  await assignCase(db(), team.worker, await on(db(), number), team.worker.id);
  await stepCase(db(), team.worker, await on(db(), number), { action: 'TRIAGE', reason: '' });
  await endCase(db(), team, number, { disposition: 'TRANSFERRED_OUT', reason: '다른 기관이 맡음' });
  await runClocks(db());
  return { number, id, report };
}

describe('grave danger that staff record', () => {
  it('about a report that nobody has decided changes nothing that its reporter sees', async () => {
    const { receipt } = await fileReport(db(), 'FAMILY', LEAST.FAMILY);
    const { id } = await reportRow(db(), receipt.reference);
    const before = await seenByReporter(id);
    later(HOUR);
    expect(await recordFacts(db(), team.worker, receipt.reference, FACTS)).toEqual({ ok: true });
    await runClocks(db());
    expect(await seenByReporter(id)).toEqual(before);
    expect(await stateOf(id)).toBe('RECEIVED');
    expect(await told(id)).toEqual([]);
  });

  for (const action of ['KEEP_AS_INTEL', 'MARK_OUT_OF_SCOPE', 'MARK_ABUSE', 'WITHDRAW'] as const)
    it(`after ${action} leaves the state, and is told and timed until a person takes it up`, async () => {
      const { id, reference } = await decided(action);
      const before = await seenByReporter(id);
      const state = await stateOf(id);
      const contact = await contactStanding(db(), team.worker, reference);
      later(DAY);
      const sent = () => recordFacts(db(), team.worker, reference, FACTS, 'same form');
      expect([await sent(), await sent()]).toEqual(Array(2).fill({ ok: true, left: 'report' }));
      await runClocks(db());
      expect(await seenByReporter(id)).toEqual(before);
      expect(await stateOf(id)).toBe(state);
      expect(await contactStanding(db(), team.worker, reference)).toEqual(contact);
      expect(await told(id)).toEqual(['lead', 'other', 'second']);
      expect(await triageOf(id)).toMatchObject({ level: 'U1', metAt: null, stage: 0 });

      later(DAY + HOUR);
      await runClocks(db());
      expect(await triageOf(id)).toMatchObject({ metAt: null, stage: 100 });
      const read = await readReport(db(), team.intake, reference);
      const again = {
        reference,
        action: 'REOPEN',
        seen: read?.state ?? 'ABUSE',
        reason: '다시 확인',
      } as const;
      expect(await changeState(db(), team.intake, again)).toMatchObject({ ok: true });
      const shut = { action: 'KEEP_AS_INTEL', seen: 'SCREENING', reason: '위험이 지나감' } as const;
      later(DAY + 2 * HOUR);
      expect(await changeState(db(), team.intake, { reference, ...shut })).toMatchObject({ ok: true });
      await runClocks(db());
      expect((await triageOf(id))?.metAt).not.toBeNull();
    });

  it('leaves a closed case closed, and is told and timed until somebody opens it', async () => {
    const { number, id, report } = await closed();
    const before = await seenByReporter(report.id);
    later(DAY);
    expect(await recordFacts(db(), team.other, report.reference, FACTS)).toEqual({ ok: true, left: 'case' });
    await runClocks(db());
    expect((await caseRow(db(), number)).state).toBe('CLOSED');
    expect(await seenByReporter(report.id)).toEqual(before);
    expect(await told(id)).toEqual(['lead', 'other', 'second', 'worker']);
    expect(await triageOf(report.id)).toMatchObject({ level: 'U1', metAt: null });

    const opened = await stepCase(db(), team.worker, await on(db(), number), {
      ...{ action: 'REOPEN', reason: '위험하다는 연락을 받음' },
    });
    expect(opened).toMatchObject({ ok: true });
    await runClocks(db());
    expect((await triageOf(report.id))?.metAt).not.toBeNull();
  });

  it('is told also where the case is closed in the same moment', async () => {
    const { id, report } = await openTestCase(db(), team.intake, QUIET);
    let recorded: Promise<unknown> = Promise.resolve();
    await db().transaction(async (tx) => {
      await tx.select().from(cases).where(eq(cases.id, id)).for('update');
      recorded = recordFacts(db(), team.other, report.reference, FACTS);
      await sleep(200);
      const end = { state: 'CLOSED', closedAt: START, disposition: 'TRANSFERRED_OUT' };
      await tx.update(cases).set(end).where(eq(cases.id, id));
    });
    expect(await recorded).toEqual({ ok: true, left: 'case' });
    expect(await told(id)).toContain('lead');
  });

  it('takes nothing from what the reporter then says: that opens what was decided', async () => {
    const one = await decided('MARK_ABUSE');
    const other = await closed();
    for (const { reference } of [one, other.report]) {
      later(HOUR);
      await recordFacts(db(), team.worker, reference, FACTS);
    }
    later(2 * HOUR);
    for (const { id } of [one, other.report]) await addTo(db(), id, 'FAMILY', { S1: BEATEN });
    await runClocks(db());
    expect(await stateOf(one.id)).toBe('SCREENING');
    expect((await caseRow(db(), other.number)).state).toBe('REOPENED');
  });

  it('is what the reporter then adds to: what is grave only with both opens what was decided', async () => {
    const { number, report } = await closed();
    later(HOUR);
    await recordFacts(db(), team.worker, report.reference, typedFacts('S1', { situation: ['CONFINED'] }));
    await runClocks(db());
    expect((await caseRow(db(), number)).state).toBe('CLOSED');
    later(2 * HOUR);
    await addTo(db(), report.id, 'FAMILY', { S2: { vulnerability: ['UNDER18'] } });
    await runClocks(db());
    expect(await caseRow(db(), number)).toMatchObject({ state: 'REOPENED', level: 'U1' });
  });

  it('is not erased before somebody has answered it, however long ago the end was', async () => {
    const one = await decided('MARK_ABUSE');
    const { id, report } = await closed();
    later(400 * DAY);
    const due = () =>
      Promise.all([
        db().$count(reports, and(eq(reports.id, one.id), reportsDue('ABUSE', 30))),
        db().$count(cases, and(eq(cases.id, id), casesDue('CASE_ENDED', 30))),
      ]);
    expect(await due()).toEqual([1, 1]);
    for (const { reference } of [one, report]) await recordFacts(db(), team.worker, reference, FACTS);
    expect(await due()).toEqual([0, 0]);
  });
});

describe('an answer about health that the reporter refused to have kept', () => {
  it('raises nothing and is named nowhere, also beside another that is kept', async () => {
    const { receipt } = await fileReport(db(), 'FAMILY', {
      ...LEAST.FAMILY,
      ...{ situation: ['CONFINED'], K1: ['AGREE'] },
    });
    const { reference } = receipt;
    const before = await readReport(db(), team.intake, reference);
    const both = typedFacts('S2', { vulnerability: ['DISABILITY'], sex: ['MALE'] });
    const alone = typedFacts('S2', { sex: ['MALE'] });
    const other = await fileReport(db(), 'FAMILY', {
      ...LEAST.FAMILY,
      ...{ situation: ['CONFINED'], K1: ['AGREE'] },
    });
    await recordFacts(db(), team.intake, reference, both);
    await recordFacts(db(), team.intake, other.receipt.reference, alone);
    const [after, asKept] = [
      await readReport(db(), team.intake, reference),
      await readReport(db(), team.intake, other.receipt.reference),
    ];
    expect(before?.assessment).toBeDefined();
    expect(after?.level).toBe(asKept?.level);
    expect(after?.assessment).toEqual(asKept?.assessment);
  });
});
