import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { caseNumbers, caseReports, clocks, levelChanges } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { linkReport, promoteReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { followReports, setCaseLevel } from '@/lib/cases/levels/commands';
import { readCase } from '@/lib/cases/reading/commands';
import { HOUR, MINUTE, setClock } from '@/lib/clock';
import { crossed } from '../support/crossed';
import { caseRow, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';
import { reportRow } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const CONFINED = { S1: { situation: ['CONFINED'] } };
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };

const { db, team } = openDesk(START);

const acts = async (id: string) =>
  (await db().select().from(auditEntries).where(eq(auditEntries.objectId, id))).map((entry) => entry.act);
const clockRows = async (id: string) => db().select().from(clocks).where(eq(clocks.caseId, id));

describe('promoting a report', () => {
  it('makes a case with the level, clocks from the receipt, and the person the report names', async () => {
    const report = await screenedReport(db(), team.intake, {
      ...CONFINED,
      S2: {
        name_ko: ['가나루'],
        birth_year: ['1999'],
        birth_month: ['3'],
        subject_phones: ['010-0000-1234'],
      },
    });
    later(7 * MINUTE);
    const made = await promoteReport(db(), team.intake, report.reference);
    expect(made).toMatchObject({ ok: true, number: expect.stringMatching(/^CA-2025-\d{6}$/) });
    const found = await readCase(db(), team.worker, made.ok ? made.number : '');
    expect(found).toMatchObject({ state: 'NEW', level: 'U2', receivedAt: START, safetyUnconfirmed: true });
    expect(found?.people).toMatchObject([
      { safety: 'UNKNOWN', identity: { nameKo: '가나루', birth: '1999-03', phones: ['010-0000-1234'] } },
    ]);
    expect(found?.clocks.map(({ kind, dueAt }) => [kind, dueAt?.getTime()])).toEqual([
      ['TRIAGE', START.getTime() + HOUR],
      ['REFERRAL', START.getTime() + 2 * HOUR],
      ['WORD', START.getTime() + 12 * HOUR],
      ['REASSESS', START.getTime() + 7 * MINUTE + 24 * HOUR],
    ]);
    expect((await reportRow(db(), report.reference)).state).toBe('PROMOTED');
    expect(await acts(report.id)).toContain('report.state');
  });

  it('sent twice at once makes one case; by somebody else later it is told where the report is', async () => {
    const report = await screenedReport(db(), team.intake);
    const both = await Promise.all([
      promoteReport(db(), team.intake, report.reference),
      promoteReport(db(), team.intake, report.reference),
    ]);
    expect(both.map((one) => one.ok)).toEqual([true, true]);
    expect(new Set(both.map((one) => one.ok && one.number)).size).toBe(1);
    expect(await promoteReport(db(), team.worker, report.reference)).toMatchObject({
      reason: 'report-conflict',
      state: 'PROMOTED',
      case: both[0]?.ok && both[0].number,
    });
  });

  it('is done although it and another waited for the same in either order', async () => {
    await openTestCase(db(), team.intake);
    const { reference } = await screenedReport(db(), team.intake);
    const made = await crossed(db(), () => promoteReport(db(), team.intake, reference), [
      (tx) => tx.select().from(caseNumbers).for('update'),
      (tx) => tx.select().from(reports).where(eq(reports.reference, reference)).for('update'),
    ]);
    expect(made).toMatchObject({ ok: true, again: false });
  });

  it('numbers cases without a gap, also when many are made at once', async () => {
    const waiting = [];
    for (let index = 0; index < 6; index += 1) waiting.push(await screenedReport(db(), team.intake));
    const made = await Promise.all(
      waiting.map(({ reference }) => promoteReport(db(), team.intake, reference)),
    );
    const serials = made.map((one) => Number(one.ok && one.number.slice(8))).toSorted((a, b) => a - b);
    expect(serials.map((serial) => serial - (serials[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('only a report in screening, and only by who may', async () => {
    const report = await screenedReport(db(), team.intake);
    for (const actor of [team.admin, team.auditor])
      expect(await promoteReport(db(), actor, report.reference)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await promoteReport(db(), team.intake, 'NR-2222-2222')).toMatchObject({ reason: 'unknown' });
  });
});

describe('several reports in a case', () => {
  it('the case follows the most urgent, keeps the earliest receipt, and lets go again', async () => {
    const second = await screenedReport(db(), team.intake, CONFINED);
    later(HOUR);
    const { number, id, report } = await openTestCase(db(), team.intake, DETAINED);
    expect((await caseRow(db(), number)).level).toBe('U3');
    expect(await linkReport(db(), team.intake, await on(db(), number), second.reference)).toMatchObject({
      ok: true,
    });
    expect(await caseRow(db(), number)).toMatchObject({
      level: 'U2',
      computedLevel: 'U2',
      receivedAt: START,
    });
    const taken = await unlinkReport(
      db(),
      team.worker,
      await on(db(), number),
      second.reference,
      '다른 사람',
    );
    expect(taken).toMatchObject({ ok: true });
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U2', computedLevel: 'U3' });
    expect((await reportRow(db(), second.reference)).state).toBe('SCREENING');
    expect(
      await unlinkReport(db(), team.worker, await on(db(), number), report.reference, '잘못 만든 사건'),
    ).toMatchObject({ reason: 'last-report' });
    const history = await db().select().from(levelChanges).where(eq(levelChanges.caseId, id));
    expect(history.map(({ fromLevel, toLevel }) => [fromLevel, toLevel])).toEqual([
      ['U3', 'U2'],
      ['U2', 'U3'],
    ]);
  });

  it('taking one out lowers from U1 and U2 only by a second person, and else at once', async () => {
    const { number, id } = await openTestCase(db(), team.intake, DETAINED);
    const [grave, slight] = [
      await screenedReport(db(), team.intake, CONFINED),
      await openTestCase(db(), team.intake, { kind: 'OFFER', S1: { gave: ['NONE'], decided: ['REFUSED'] } }),
    ];
    await linkReport(db(), team.worker, await on(db(), number), grave.reference);
    const clocksBefore = await clockRows(id);
    await unlinkReport(db(), team.worker, await on(db(), number), grave.reference, '다른 사람');
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U2', levelManual: true });
    expect(await clockRows(id)).toEqual(clocksBefore);
    const told = (await readCase(db(), team.worker, number))?.timeline;
    expect(told?.find(({ kind }) => kind === 'LEVEL')).toMatchObject({ from: 'U2', to: 'U2' });
    // The head says the same: which report it rests on, who linked it, and why that was taken out.
    expect((await readCase(db(), team.worker, number))?.levelSet?.words).toEqual({
      ...{ keptWithout: grave.reference, linkedBy: team.worker.id, reason: '다른 사람' },
      linkedAt: START.toISOString(),
    });
    expect(await followReports(db(), id)).toBe(false);
    const lower = { level: 'U3', reason: '다시 보니 낮다' } as const;
    expect(await setCaseLevel(db(), team.worker, await on(db(), number), lower)).toMatchObject({
      waits: true,
    });
    const other = await screenedReport(db(), team.intake, DETAINED);
    await linkReport(db(), team.worker, await on(db(), slight.number), other.reference);
    expect((await caseRow(db(), slight.number)).level).toBe('U3');
    await unlinkReport(db(), team.worker, await on(db(), slight.number), other.reference, '다른 사람');
    expect(await caseRow(db(), slight.number)).toMatchObject({ level: 'U5', levelManual: false });
  });

  it('a report is in one case at a time, whoever tries at once', async () => {
    const [one, two] = [await openTestCase(db(), team.intake), await openTestCase(db(), team.intake)];
    const report = await screenedReport(db(), team.intake);
    const forms = [await on(db(), one.number), await on(db(), two.number)];
    const both = await Promise.all(
      forms.map((form) => linkReport(db(), team.worker, form, report.reference)),
    );
    expect(both.map((result) => result.ok).toSorted()).toEqual([false, true]);
    const links = await db().select().from(caseReports).where(eq(caseReports.reportId, report.id));
    expect(links.filter((link) => !link.unlinkedAt)).toHaveLength(1);
  });
});
