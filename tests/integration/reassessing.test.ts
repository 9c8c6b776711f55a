import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { clocks, levelChanges } from '@/db/schema/cases';
import { reports, reportUrgency } from '@/db/schema/reports';
import { linkReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { setReportLevel } from '@/lib/cases/levels/commands';
import { readCase } from '@/lib/cases/reading/commands';
import { lookAgain } from '@/lib/cases/reassessing/commands';
import { stepCase } from '@/lib/cases/workflow/commands';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import { runDueJobs } from '@/lib/jobs/run';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { momentField } from '@/seeds/demo/scenario';
import { addTo } from '../support/added';
import { openTestDatabase, type TestDatabase } from '../support/database';
import {
  caseRow,
  endCase,
  makeTeam,
  on,
  openTestCase,
  screenedReport,
  type Team,
} from '../support/desk-team';
import { insertManyReports } from '../support/many-reports';
import { storeTestReport } from '../support/stored-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
/** A date, some hours from the start, as the form posts it. */
const date = (name: string, hours: number) =>
  Object.fromEntries(
    Object.entries(momentField(name, START, hours)).map(([field, values]) => [field, [...(values ?? [])]]),
  );
const SILENT_TWO_DAYS = { S3: date('last_contact_at', -48) };
const OFFER = { kind: 'OFFER' as const, S1: {}, S4: { red_flags: ['HIGH_PAY'], decided: ['REFUSED'] } };

let database: TestDatabase;
let team: Team;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
  team = await makeTeam(db());
});
afterAll(() => database.close());
beforeEach(async () => {
  setClock(START);
  await db().update(reports).set({ lookAgainAt: null });
});
afterEach(() => setClock(undefined));

const rowOf = async (id: string) => {
  const [row] = await db().select().from(reports).where(eq(reports.id, id));
  if (!row) throw new Error('no report');
  return row;
};
const historyOf = async (id: string) =>
  (
    await db()
      .select()
      .from(reportUrgency)
      .where(eq(reportUrgency.reportId, id))
      .orderBy(asc(reportUrgency.computedAt))
  ).map(({ level }) => level);
const reassessed = async (id: string) =>
  (
    await db().select().from(auditEntries).where(eq(auditEntries.objectId, id)).orderBy(asc(auditEntries.seq))
  ).flatMap(({ act, actorKind, detail }) => (act === 'report.reassessed' ? [{ actorKind, ...detail }] : []));
const assessmentOf = async (reference: string) =>
  (await readReport(db(), team.worker, reference))?.assessment;

describe('a level follows time', () => {
  it('a ransom by a day five days off comes to U1 when three are left, once, with its cause', async () => {
    const { id, reference } = await storeTestReport(db(), {
      S1: { situation: ['SILENT'], harm_now: ['RANSOM'], ...date('deadline', 120) },
    });
    expect(await rowOf(id)).toMatchObject({
      level: 'U2',
      lookAgainAt: new Date(START.getTime() + 48 * HOUR),
    });
    later(48 * HOUR - MINUTE);
    expect(await lookAgain(db())).toEqual({ looked: 0, changed: 0, left: 0 });
    later(48 * HOUR);
    expect(await lookAgain(db())).toEqual({ looked: 1, changed: 1, left: 0 });
    expect(await lookAgain(db())).toEqual({ looked: 0, changed: 0, left: 0 });
    expect((await rowOf(id)).level).toBe('U1');
    expect(await historyOf(id)).toEqual(['U2', 'U1']);
    expect(await reassessed(id)).toEqual([
      { actorKind: 'system', cause: 'TIME_PASSED', from: 'U2', level: 'U1' },
    ]);
    expect(await assessmentOf(reference)).toMatchObject({ rule: 'U1_RANSOM_DEADLINE', cause: 'TIME_PASSED' });
  });

  it('is worked out once by rounds that meet', async () => {
    const { id } = await storeTestReport(db(), SILENT_TWO_DAYS);
    later(2 * DAY);
    await Promise.all([lookAgain(db()), lookAgain(db()), lookAgain(db())]);
    expect(await historyOf(id)).toEqual(['U4', 'U3']);
  });

  it('and the case and its clocks follow in the same round', async () => {
    const { number, id, report } = await openTestCase(db(), team.intake, SILENT_TWO_DAYS);
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U4' });
    later(25 * HOUR);
    expect(await runDueJobs(db())).toMatchObject({ levels: { changed: 1 }, failed: [] });
    expect((await rowOf(report.id)).level).toBe('U3');
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U3', computedLevel: 'U3' });
    const running = and(eq(clocks.caseId, id), isNull(clocks.metAt));
    const levels = (await db().select().from(clocks).where(running)).map(({ level }) => level);
    expect(new Set(levels)).toEqual(new Set(['U3']));
    const changes = await db().select().from(levelChanges).where(eq(levelChanges.caseId, id));
    expect(changes.map(({ fromLevel, toLevel }) => [fromLevel, toLevel])).toEqual([['U4', 'U3']]);
  });

  it('over a person’s level only by what was not so while they judged', async () => {
    const { id, reference } = await screenedReport(db(), team.intake, {
      S1: { situation: ['DETAINED_POLICE'], harm_now: ['SALE_THREAT'], ...date('deadline', 100) },
    });
    // Two people lowered it: threats abroad are U1.
    await db().update(reports).set({ level: 'U4', levelManual: true }).where(eq(reports.id, id));
    later(28 * HOUR);
    expect(await lookAgain(db())).toMatchObject({ looked: 1 });
    expect((await rowOf(id)).level).toBe('U4');
    expect(
      await setReportLevel(db(), team.worker, reference, { level: 'U3', seen: 'U4', reason: '통화함' }),
    ).toEqual({ ok: true });
  });

  it('leaves a closed case alone, and catches up once it is open again', async () => {
    const { number, report } = await openTestCase(db(), team.intake, SILENT_TWO_DAYS);
    await stepCase(db(), team.worker, await on(db(), number), { action: 'TRIAGE', reason: '' });
    await endCase(db(), team, number, { disposition: 'TRANSFERRED_OUT', reason: '다른 기관이 맡음' });
    later(30 * HOUR);
    expect(await lookAgain(db())).toMatchObject({ looked: 1, changed: 0 });
    expect(await rowOf(report.id)).toMatchObject({ level: 'U4', lookAgainAt: null });
    await stepCase(db(), team.worker, await on(db(), number), { action: 'REOPEN', reason: '새 연락' });
    expect(await lookAgain(db())).toMatchObject({ looked: 1, changed: 1 });
    expect((await rowOf(report.id)).level).toBe('U3');
  });

  it('a report taken out of a closed case is looked at as if it had not been in it', async () => {
    const { number, report } = await openTestCase(db(), team.intake, SILENT_TWO_DAYS);
    await stepCase(db(), team.worker, await on(db(), number), { action: 'TRIAGE', reason: '' });
    await endCase(db(), team, number, { disposition: 'TRANSFERRED_OUT', reason: '다른 기관이 맡음' });
    later(30 * HOUR);
    await lookAgain(db());
    await unlinkReport(db(), team.worker, await on(db(), number), report.reference, '다른 사람');
    const row = await rowOf(report.id);
    expect(row).toMatchObject({ state: 'SCREENING', level: 'U3' });
    expect(row.lookAgainAt).not.toBeNull();
  });

  it('one that cannot be read keeps no other waiting, and is tried again later', async () => {
    const broken = await storeTestReport(db(), SILENT_TWO_DAYS);
    const whole = await storeTestReport(db(), SILENT_TWO_DAYS);
    const rows = inArray(reportUrgency.reportId, [broken.id]);
    await db()
      .update(reportUrgency)
      .set({ sealed: Buffer.from('nothing') })
      .where(rows);
    later(2 * DAY);
    expect(await lookAgain(db())).toMatchObject({ looked: 2, changed: 1 });
    expect((await rowOf(whole.id)).level).toBe('U3');
    expect(await rowOf(broken.id)).toMatchObject({
      level: 'U4',
      lookAgainAt: new Date(START.getTime() + 2 * DAY + HOUR),
    });
  });

  it('first of what nobody has decided, and tells no more than a thousand of what is left', async () => {
    const inCase = await openTestCase(db(), team.intake, SILENT_TWO_DAYS);
    const fresh = await storeTestReport(db(), SILENT_TWO_DAYS);
    await db().transaction(async (tx) => {
      // In no case and without anything to read: what a database of many years has left due.
      await insertManyReports(tx as never, {
        count: 1_300,
        receivedAt: START.toISOString(),
        state: 'LINKED',
      });
      await tx
        .update(reports)
        .set({ lookAgainAt: new Date(START.getTime() - DAY) })
        .where(eq(reports.state, 'LINKED'));
    });
    later(2 * DAY);
    expect(await lookAgain(db())).toMatchObject({ looked: 200, left: 1_000 });
    expect((await rowOf(fresh.id)).level).toBe('U3');
    expect((await rowOf(inCase.report.id)).level).toBe('U4');
    await db().delete(reports).where(eq(reports.state, 'LINKED'));
  });
});

describe('what a linked report tells', () => {
  it('raises the other reports of the case and the case, and goes again with it', async () => {
    const { number, report } = await openTestCase(db(), team.intake, SILENT_TWO_DAYS);
    const offer = await screenedReport(db(), team.intake, OFFER);
    expect(await linkReport(db(), team.worker, await on(db(), number), offer.reference)).toMatchObject({
      ok: true,
    });
    expect((await rowOf(report.id)).level).toBe('U3');
    expect((await rowOf(offer.id)).level).toBe('U5');
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U3', computedLevel: 'U3' });
    const told = await assessmentOf(report.reference);
    expect(told).toMatchObject({ rule: 'U3_SILENT_LURE', cause: 'LINKED', withoutLinked: { level: 'U4' } });
    expect(told?.because).toContainEqual({ sign: 'LURE', from: [{ field: 'linked_report' }] });
    await unlinkReport(db(), team.worker, await on(db(), number), offer.reference, '다른 사람');
    expect((await rowOf(report.id)).level).toBe('U4');
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U4' });
    expect(await historyOf(report.id)).toEqual(['U4', 'U3', 'U4']);
    expect(await reassessed(report.id)).toEqual([
      { actorKind: 'staff', cause: 'LINKED', from: 'U4', level: 'U3' },
      { actorKind: 'staff', cause: 'UNLINKED', from: 'U3', level: 'U4' },
    ]);
  });

  it('counts for the report that is linked as well, and leaves it when it is taken out', async () => {
    const { number } = await openTestCase(db(), team.intake, OFFER);
    const family = await screenedReport(db(), team.intake, SILENT_TWO_DAYS);
    await linkReport(db(), team.worker, await on(db(), number), family.reference);
    expect((await rowOf(family.id)).level).toBe('U3');
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U3' });
    await unlinkReport(db(), team.worker, await on(db(), number), family.reference, '다른 사람');
    expect((await rowOf(family.id)).level).toBe('U4');
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U5' });
  });

  it('that was added later is read by the others in the next round', async () => {
    const { number, report } = await openTestCase(db(), team.intake, SILENT_TWO_DAYS);
    const plain = { ...OFFER, S4: { decided: ['REFUSED'] } };
    const offer = await screenedReport(db(), team.intake, plain);
    await linkReport(db(), team.worker, await on(db(), number), offer.reference);
    expect((await rowOf(report.id)).level).toBe('U4');
    later(MINUTE);
    await addTo(db(), offer.id, 'OFFER', { S4: { promised_job: ['TM'] } });
    await runDueJobs(db());
    expect((await rowOf(report.id)).level).toBe('U3');
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U3' });
  });

  it('stays with what is added to the report it raised', async () => {
    const { number, report } = await openTestCase(db(), team.intake, SILENT_TWO_DAYS);
    const offer = await screenedReport(db(), team.intake, OFFER);
    await linkReport(db(), team.worker, await on(db(), number), offer.reference);
    later(MINUTE);
    await addTo(db(), report.id, 'FAMILY', { S3: { city: ['바벳'] } });
    expect(await assessmentOf(report.reference)).toMatchObject({
      ...{ level: 'U3', rule: 'U3_SILENT_LURE', cause: 'ADDED' },
      withoutLinked: { level: 'U4' },
    });
    await addTo(db(), report.id, 'FAMILY', { S1: { control: ['PASSPORT'] } });
    await unlinkReport(db(), team.worker, await on(db(), number), offer.reference, '다른 사람');
    // Controlled by what was added, so U3 by itself.
    expect(await rowOf(report.id)).toMatchObject({ level: 'U3' });
    expect((await assessmentOf(report.reference))?.rule).toBe('U3_CONTROLLED');
  });

  it('lowers from neither U1 nor U2 when it is taken out', async () => {
    const { number, report } = await openTestCase(db(), team.intake, {
      kind: 'PRO',
      S1: { situation: ['OTHER'], ...date('deadline', 30) },
    });
    const offer = await screenedReport(db(), team.intake, OFFER);
    await linkReport(db(), team.worker, await on(db(), number), offer.reference);
    expect(await rowOf(report.id)).toMatchObject({ level: 'U2' });
    await unlinkReport(db(), team.worker, await on(db(), number), offer.reference, '다른 사람');
    expect(await rowOf(report.id)).toMatchObject({ level: 'U2' });
    expect(await caseRow(db(), number)).toMatchObject({ level: 'U2' });
  });
});

describe('the province of a case', () => {
  it('comes with the first report that tells it, linked or added to, and is never another’s afterwards', async () => {
    const { number } = await openTestCase(db(), team.intake);
    const other = await screenedReport(db(), team.intake, { S3: { province: ['KH-12'] } });
    await linkReport(db(), team.worker, await on(db(), number), other.reference);
    expect(await caseRow(db(), number)).toMatchObject({ province: 'KH-12' });
    const third = await screenedReport(db(), team.intake, { S3: { province: ['KH-3'] } });
    await linkReport(db(), team.worker, await on(db(), number), third.reference);
    expect(await caseRow(db(), number)).toMatchObject({ province: 'KH-12' });

    const alone = await openTestCase(db(), team.intake);
    later(MINUTE);
    await addTo(db(), alone.report.id, 'FAMILY', { S3: { province: ['KH-18'] } });
    await lookAgain(db());
    expect(await caseRow(db(), alone.number)).toMatchObject({ province: 'KH-18' });
    const { version } = await caseRow(db(), alone.number);
    later(2 * MINUTE);
    await addTo(db(), alone.report.id, 'FAMILY', { S3: { province: ['KH-12'] } });
    await lookAgain(db());
    expect(await caseRow(db(), alone.number)).toMatchObject({ province: 'KH-18', version });
  });
});

describe('the class of the police', () => {
  it('stands with each report of a case, and follows what linked reports tell', async () => {
    const { number, report } = await openTestCase(db(), team.intake, SILENT_TWO_DAYS);
    const classes = async () =>
      Object.fromEntries(
        (await readCase(db(), team.worker, number))?.reports.map((one) => [one.id, one.npaClass]) ?? [],
      );
    expect(await classes()).toEqual({ [report.id]: 'MISSING_PLAIN' });
    const offer = await screenedReport(db(), team.intake, OFFER);
    await linkReport(db(), team.worker, await on(db(), number), offer.reference);
    expect(await classes()).toEqual({ [report.id]: 'MISSING_SUSPECTED_INVOLVEMENT', [offer.id]: null });
  });
});
