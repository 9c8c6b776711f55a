import { and, eq } from 'drizzle-orm';
import pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { findHalves, HALVES } from '@/bin/support/prove/whole/find-halves';
import { withTransaction } from '@/db/client';
import { auditEntries } from '@/db/schema/audit';
import { caseEvents, cases, clocks } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { reports } from '@/db/schema/reports';
import { dataKeys } from '@/db/schema/vault';
import { withAudit } from '@/lib/audit/commands';
import { decideApproval } from '@/lib/cases/approving/commands';
import { runClocks } from '@/lib/cases/escalating/commands';
import { reopenInDanger } from '@/lib/cases/escalating/danger/commands';
import { takeNext } from '@/lib/cases/queue/commands';
import { listWork } from '@/lib/cases/queue/queries';
import { readCase } from '@/lib/cases/reading/commands';
import { assignCase } from '@/lib/cases/team/commands';
import { closeCase, stepCase } from '@/lib/cases/workflow/commands';
import { DAY, MINUTE, setClock } from '@/lib/clock';
import { storeAddition } from '@/lib/reports/additions/commands';
import { changeState } from '@/lib/reports/desk/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { readMailbox } from '@/lib/reports/mailbox/queries';
import type { ReportAction } from '@/lib/reports/transitions';
import { setDuty } from '@/lib/staff/duty/commands';
import type { Level } from '@/lib/urgency/levels';
import { addTo, type Told } from '../support/added';
import { caseRow, endCase, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const QUIET = { S1: { situation: ['RETURNED'] } };
const BEATEN: Told = { S1: { situation: ['CONFINED'], harm_now: ['VIOLENCE'] } };
const MILD: Told = { S3: { city: ['Sihanoukville'] } };

const { db, team, database } = openDesk(START);

beforeAll(async () => {
  await setDuty(db(), team.other, team.other.id, true);
});

const told = async (id: string) => {
  const rows = await db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.subjectId, id), eq(outbox.kind, 'DANGER')));
  const names = new Map(Object.entries(team).map(([name, { id: one }]) => [one, name]));
  return rows.map(({ staffId }) => names.get(staffId)).toSorted();
};
const rowOf = async (id: string) => {
  const [row] = await db().select().from(reports).where(eq(reports.id, id));
  if (!row) throw new Error('no report');
  return row;
};
const shown = async (ref: string) => {
  const asked = { view: 'urgent-unassigned', level: null, kind: null, province: null, after: null } as const;
  return (await listWork(db(), team.worker, asked)).items.some((item) => item.ref === ref);
};

async function decided(action: ReportAction) {
  const report = await screenedReport(db(), team.intake, QUIET);
  later(MINUTE);
  const done = await changeState(db(), team.intake, {
    reference: report.reference,
    action,
    seen: 'SCREENING',
    reason: '알려 준 내용으로 끝냄',
  });
  if (!done.ok) throw new Error(done.reason);
  await runClocks(db());
  return report;
}

describe('grave danger that is added to a report that staff had decided', () => {
  for (const action of ['KEEP_AS_INTEL', 'MARK_OUT_OF_SCOPE', 'MARK_ABUSE', 'WITHDRAW'] as const)
    it(`after ${action} puts it back to screening by no person, with its clock and everybody told`, async () => {
      const { id, reference } = await decided(action);
      later(DAY);
      await addTo(db(), id, 'FAMILY', BEATEN);
      expect(await rowOf(id)).toMatchObject({ state: 'SCREENING', level: 'U1' });
      expect(await told(id)).toEqual(['lead', 'other', 'second']);
      expect(await shown(reference)).toBe(true);
      await runClocks(db());
      const [triage] = await db()
        .select()
        .from(clocks)
        .where(and(eq(clocks.reportId, id), eq(clocks.kind, 'TRIAGE')));
      const dueAt = new Date(START.getTime() + DAY + 15 * MINUTE);
      expect(triage).toMatchObject({ level: 'U1', metAt: null, stage: 0, dueAt });
      const last = (await readReport(db(), team.worker, reference))?.steps.at(-1);
      expect(last).toMatchObject({ to: 'SCREENING', author: null, reason: null });
      const taken = await db()
        .select()
        .from(auditEntries)
        .where(and(eq(auditEntries.objectId, id), eq(auditEntries.actorKind, 'system')));
      expect(taken.map(({ act, detail }) => [act, detail.action, detail.to])).toEqual([
        ['report.state', 'TAKE_UP', 'SCREENING'],
      ]);
      expect((await readMailbox(db(), id))?.state).toBe('SCREENING');
      const again = await changeState(db(), team.intake, {
        ...{ reference, action: 'KEEP_AS_INTEL', seen: 'SCREENING' },
        reason: '확인했고 위험이 지나감',
      });
      expect(again).toMatchObject({ ok: true });
    });

  it('is taken next by whoever asks, and something mild leaves the decision alone', async () => {
    const quiet = await decided('KEEP_AS_INTEL');
    await addTo(db(), quiet.id, 'FAMILY', MILD);
    expect(await rowOf(quiet.id)).toMatchObject({ state: 'INTEL_ONLY' });
    const grave = await decided('KEEP_AS_INTEL');
    await addTo(db(), grave.id, 'FAMILY', BEATEN);
    expect(await takeNext(db(), team.intake, 'press')).toMatchObject({ ok: true, ref: grave.reference });
    await addTo(db(), grave.id, 'FAMILY', MILD);
    expect(await rowOf(grave.id)).toMatchObject({ state: 'SCREENING', assignedTo: team.intake.id });
  });
});

describe('grave danger that is added in a closed case', () => {
  async function closed() {
    const { number, id, report } = await openTestCase(db(), team.intake, QUIET);
    await assignCase(db(), team.worker, await on(db(), number), team.worker.id);
    await stepCase(db(), team.worker, await on(db(), number), { action: 'TRIAGE', reason: '' });
    await endCase(db(), team, number, { disposition: 'TRANSFERRED_OUT', reason: '다른 기관이 맡음' });
    expect((await caseRow(db(), number)).state).toBe('CLOSED');
    return { number, id, report };
  }

  it('opens it again by no person, at the level it comes to, with clocks and everybody told once', async () => {
    const { number, id, report } = await closed();
    later(DAY);
    await addTo(db(), report.id, 'FAMILY', BEATEN);
    await Promise.all([runClocks(db()), runClocks(db())]);
    await runClocks(db());
    expect(await caseRow(db(), number)).toMatchObject({
      ...{ state: 'REOPENED', level: 'U1', disposition: null, closedAt: null },
      nextDueAt: new Date(START.getTime() + DAY + 15 * MINUTE),
    });
    expect(await told(id)).toEqual(['lead', 'other', 'second', 'worker']);
    const steps = await db()
      .select()
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, id), eq(caseEvents.toCode, 'REOPENED')));
    expect(steps).toEqual([expect.objectContaining({ kind: 'STATE', staffId: null, fromCode: 'CLOSED' })]);
    const read = await readCase(db(), team.worker, number);
    expect(read?.timeline.find(({ to }) => to === 'REOPENED')?.words).toEqual({ because: 'DANGER_ADDED' });
  });

  it('opens the others again although one breaks, which follows once it can', async () => {
    const [broken, other] = [await closed(), await closed()];
    const key = and(eq(dataKeys.ownerKind, 'case'), eq(dataKeys.ownerId, broken.id));
    const [kept] = await db().select().from(dataKeys).where(key);
    later(DAY);
    for (const { report } of [broken, other]) await addTo(db(), report.id, 'FAMILY', BEATEN);
    await db()
      .update(dataKeys)
      .set({ wrapped: Buffer.alloc(60) })
      .where(key);
    await runClocks(db());
    expect((await caseRow(db(), broken.number)).state).toBe('CLOSED');
    expect((await caseRow(db(), other.number)).state).toBe('REOPENED');
    expect(await told(other.id)).toEqual(['lead', 'other', 'second', 'worker']);
    await db().update(dataKeys).set({ wrapped: kept?.wrapped }).where(key);
    await runClocks(db());
    expect((await caseRow(db(), broken.number)).state).toBe('REOPENED');
  });

  it('is looked for without a lock: something mild keeps nobody from the case', async () => {
    const { id, report } = await closed();
    later(DAY);
    await addTo(db(), report.id, 'FAMILY', MILD);
    await withTransaction(db(), async (tx) => {
      await tx.select().from(cases).where(eq(cases.id, id)).for('update');
      expect(await reopenInDanger(db())).toBe(0);
    });
  }, 10_000);

  it('closed once more it stays so, until something graver is added', async () => {
    const { number, report } = await closed();
    later(DAY);
    await addTo(db(), report.id, 'FAMILY', MILD);
    await runClocks(db());
    expect((await caseRow(db(), number)).state).toBe('CLOSED');
    await addTo(db(), report.id, 'FAMILY', BEATEN);
    later(DAY + MINUTE);
    await runClocks(db());
    later(DAY + 2 * MINUTE);
    await stepCase(db(), team.worker, await on(db(), number), { action: 'TRIAGE', reason: '' });
    await endCase(db(), team, number, { disposition: 'TRANSFERRED_OUT', reason: '다시 확인' });
    later(DAY + 3 * MINUTE);
    await runClocks(db());
    expect((await caseRow(db(), number)).state).toBe('CLOSED');
  });
});

describe('grave danger that is added to a report that somebody is just deciding', () => {
  async function opened() {
    const { id, reference } = await screenedReport(db(), team.intake, QUIET);
    const press = async (read: { level: Level; part?: number }) => {
      const abuse = { action: 'MARK_ABUSE', seen: 'SCREENING', reason: '장난으로 보임' } as const;
      return changeState(db(), team.intake, { reference, ...abuse, read });
    };
    const read = async () => {
      const report = await readReport(db(), team.intake, reference);
      if (!report) throw new Error('no report');
      return { level: report.level, part: report.lastPart };
    };
    return { id, press, read };
  }

  it('is a conflict until they have read it', async () => {
    const { id, press, read } = await opened();
    const before = await read();
    expect(before).toEqual({ level: (await rowOf(id)).level, part: 0 });
    await addTo(db(), id, 'FAMILY', BEATEN);
    expect(await press(before)).toEqual({ ok: false, reason: 'conflict', state: 'SCREENING' });
    expect(await press({ level: before.level })).toMatchObject({ reason: 'conflict' });
    expect(await rowOf(id)).toMatchObject({ state: 'SCREENING', level: 'U1' });
    const after = await read();
    expect(after).toEqual({ level: 'U1', part: 1 });
    expect(await press(after)).toMatchObject({ ok: true });
    expect(await press(before)).toMatchObject({ ok: true });
  });

  it('and so is whatever else is added, which raises nothing', async () => {
    const { id, press, read } = await opened();
    const before = await read();
    await addTo(db(), id, 'FAMILY', MILD);
    expect((await rowOf(id)).level).toBe(before.level);
    expect(await press(before)).toMatchObject({ reason: 'conflict' });
    expect(await press(await read())).toMatchObject({ ok: true });
  });
});

describe('grave danger that is added to a case that is just being closed', () => {
  async function triaged() {
    const made = await openTestCase(db(), team.intake, QUIET);
    await stepCase(db(), team.worker, await on(db(), made.number), { action: 'TRIAGE', reason: '' });
    return made;
  }
  async function asked(number: string) {
    const dormant = { disposition: 'UNRESOLVED_DORMANT', reason: '석 달 동안 소식이 없음' } as const;
    const answer = await closeCase(db(), team.worker, await on(db(), number), dormant);
    if (!('approvalId' in answer)) throw new Error('nothing was asked');
    const agree = (news = '') =>
      decideApproval(db(), team.lead, answer.approvalId, { approve: true, answer: '', news });
    const mark = async () => (await readCase(db(), team.lead, number))?.approvals[0]?.news.mark;
    return { agree, mark };
  }

  it('is a conflict for who closes it before a round has brought it to the case', async () => {
    const { number, report } = await triaged();
    const seen = await on(db(), number);
    await addTo(db(), report.id, 'FAMILY', BEATEN);
    const over = { disposition: 'TRANSFERRED_OUT', reason: '다른 기관이 맡음' } as const;
    expect(await closeCase(db(), team.worker, seen, over)).toMatchObject({
      reason: 'conflict',
      now: { level: 'U1', state: 'TRIAGED' },
    });
    expect(await caseRow(db(), number)).toMatchObject({ state: 'TRIAGED', level: 'U1', closedAt: null });
  });

  it('is news for the second person, once where they had read it and the case had not risen', async () => {
    const { number, report } = await triaged();
    const { agree, mark } = await asked(number);
    later(MINUTE);
    await addTo(db(), report.id, 'FAMILY', BEATEN);
    const read = await mark();
    expect(await agree(read)).toEqual({ ok: false, reason: 'news' });
    expect(await caseRow(db(), number)).toMatchObject({ state: 'TRIAGED', level: 'U1' });
    expect(await agree(read)).toEqual({ ok: true });
  });

  it('is waited for while it is being stored', async () => {
    const { number, report } = await triaged();
    const { agree } = await asked(number);
    later(MINUTE);
    const agreeing = await withAudit(db(), async (tx, record) => {
      await storeAddition(tx, record, report.id, { S1: { answers: BEATEN.S1 ?? {} } });
      const deciding = agree();
      await new Promise((done) => setTimeout(done, 300));
      return { deciding };
    });
    expect(await agreeing.deciding).toEqual({ ok: false, reason: 'news' });
    expect(await caseRow(db(), number)).toMatchObject({ state: 'TRIAGED', level: 'U1' });
  });
});

describe('everything above', () => {
  it('is whole, each with its other half', async () => {
    const url = new URL(inject('adminUrl'));
    url.pathname = new URL(database().url).pathname;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    // A clock that stands still tells no two steps of a moment apart; every other half is asked for.
    const { 'step of a report that does not go on from the one before': _tied, ...halves } = HALVES;
    const found = await findHalves(client, halves).finally(() => client.end());
    expect(found).toEqual([]);
  });
});
