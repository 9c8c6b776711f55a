import { randomUUID } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approvals } from '@/db/schema/approvals';
import { auditEntries } from '@/db/schema/audit';
import { caseEvents, caseNumbers, caseReports, clocks, levelChanges } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { verifyAudit } from '@/lib/audit/queries';
import { decideApproval } from '@/lib/cases/approving/commands';
import { NO_NEWS } from '@/lib/cases/approving/news/queries';
import { readApprovals } from '@/lib/cases/approving/reading/commands';
import { caseLists } from '@/lib/cases/code-lists';
import { linkReport, promoteReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { followReports, setCaseLevel, setReportLevel } from '@/lib/cases/levels/commands';
import { addKnownPerson, addPerson, editPerson, recordFact, removePerson } from '@/lib/cases/people/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { readCase } from '@/lib/cases/reading/commands';
import {
  addCaseNote,
  addTask,
  assignCase,
  finishTask,
  liftRecusal,
  recuse,
  setLegalHold,
  setRecontact,
} from '@/lib/cases/team/commands';
import { closeCase, holdCase, stepCase } from '@/lib/cases/workflow/commands';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import { addNote } from '@/lib/reports/desk/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { askToWithdraw } from '@/lib/reports/requests/commands';
import { cancelApproval, expireApprovals } from '@/lib/staff/approvals/commands';
import { listPendingApprovals, listSettledApprovals } from '@/lib/staff/approvals/queries';
import { crossed } from '../support/crossed';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { dumpDatabase, findIn } from '../support/database-dump';
import { caseRow, makeTeam, on, openTestCase, screenedReport, type Team } from '../support/desk-team';
import { reportRow } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const CONFINED = { S1: { situation: ['CONFINED'] } };
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };

let database: TestDatabase;
let team: Team;
const db = () => database.db;

beforeAll(async () => {
  database = await openTestDatabase();
  team = await makeTeam(db());
});
beforeEach(() => setClock(START));
afterEach(() => setClock(undefined));
afterAll(() => database.close());

const must = (result: { ok: boolean }) => expect(result).toMatchObject({ ok: true });
const NOBODY_KNOWN_BUT_NAME = { ...NOBODY_KNOWN, nameKo: '가나루' };
const acts = async (id: string) =>
  (await db().select().from(auditEntries).where(eq(auditEntries.objectId, id))).map((entry) => entry.act);
const step = async (number: string, action: Parameters<typeof stepCase>[3]['action'], actor = team.worker) =>
  stepCase(db(), actor, await on(db(), number), { action, reason: action === 'REOPEN' ? '새 연락' : '' });
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

describe('an edit of a case', () => {
  it('against an older version is refused with both versions, and nothing is changed', async () => {
    const { number } = await openTestCase(db(), team.intake);
    const stale = await on(db(), number);
    await step(number, 'TRIAGE');
    const refused = await stepCase(db(), team.other, stale, { action: 'VERIFY', reason: '' });
    expect(refused).toMatchObject({
      reason: 'conflict',
      seen: stale.seen,
      now: { version: stale.seen + 1, state: 'TRIAGED' },
    });
    expect((await caseRow(db(), number)).state).toBe('TRIAGED');
  });

  it('sent twice, also at once, is done once', async () => {
    const { number, id } = await openTestCase(db(), team.intake);
    const form = await on(db(), number);
    const both = await Promise.all([
      stepCase(db(), team.worker, form, { action: 'TRIAGE', reason: '' }),
      stepCase(db(), team.worker, form, { action: 'TRIAGE', reason: '' }),
    ]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    const moved = (await db().select().from(caseEvents).where(eq(caseEvents.caseId, id))).filter(
      (event) => event.kind === 'STATE',
    );
    expect(moved).toHaveLength(1);
    const note = { number, submission: randomUUID() };
    await Promise.all([
      addCaseNote(db(), team.worker, note, '통화함'),
      addCaseNote(db(), team.worker, note, '통화함'),
    ]);
    const found = await readCase(db(), team.worker, number, 'WORDS');
    expect(found?.timeline.filter((entry) => entry.kind === 'NOTE')).toMatchObject([
      { words: { text: '통화함' } },
    ]);
  });

  it('that breaks half-way leaves nothing', async () => {
    const { number, id } = await openTestCase(db(), team.intake);
    const before = [await caseRow(db(), number), await clockRows(id), await acts(id)];
    await db().execute(sql`alter table cases add constraint broken check (state <> 'ON_HOLD') not valid`);
    const form = await on(db(), number);
    await expect(
      holdCase(db(), team.worker, form, { until: new Date(START.getTime() + DAY), reason: '대기' }),
    ).rejects.toThrow();
    await db().execute(sql`alter table cases drop constraint broken`);
    expect([await caseRow(db(), number), await clockRows(id), await acts(id)]).toEqual(before);
  });
});

describe('the workflow', () => {
  it('goes its way, meets its clocks, closes and reopens', async () => {
    const { number, id } = await openTestCase(db(), team.intake, DETAINED);
    await step(number, 'TRIAGE');
    await step(number, 'VERIFY');
    const met = (await clockRows(id)).filter((clock) => clock.metAt).map((clock) => clock.kind);
    expect(met).toEqual(['TRIAGE']);
    // No agency has it: nobody can call it referred, and nobody is offered to.
    expect(await step(number, 'REFER')).toEqual({ ok: false, reason: 'no-hand-over' });
    expect((await readCase(db(), team.worker, number))?.actions.map(({ action }) => action)).toEqual([
      'CLOSE',
      'HOLD',
    ]);
    expect(await step(number, 'TRIAGE')).toMatchObject({ reason: 'not-allowed' });
    const closed = await closeCase(db(), team.worker, await on(db(), number), {
      disposition: 'DETAINED_HANDED_CONSULAR',
      reason: '영사에게 이관',
    });
    expect(closed).toMatchObject({ ok: true, masked: 0 });
    expect(await caseRow(db(), number)).toMatchObject({ state: 'CLOSED', nextDueAt: null });
    expect(await step(number, 'REOPEN')).toMatchObject({ ok: true });
    expect(await caseRow(db(), number)).toMatchObject({
      state: 'REOPENED',
      disposition: null,
      closedAt: null,
    });
    const again = (await clockRows(id)).filter((clock) => !clock.metAt).map((clock) => clock.kind);
    expect(again.toSorted()).toEqual(['REASSESS', 'REFERRAL', 'TRIAGE', 'WORD']);
    expect(await step(number, 'TRIAGE')).toMatchObject({ ok: true });
  });

  it('on hold stands still and comes back to where it was with what time was left', async () => {
    const { number, id } = await openTestCase(db(), team.intake, DETAINED);
    await step(number, 'TRIAGE');
    later(HOUR);
    const until = new Date(START.getTime() + 3 * DAY);
    const hold = { until, reason: '여권 회신 대기' };
    await holdCase(db(), team.worker, await on(db(), number), hold);
    expect(await caseRow(db(), number)).toMatchObject({
      state: 'ON_HOLD',
      heldUntil: until,
      nextDueAt: until,
    });
    later(11 * HOUR);
    await step(number, 'RESUME');
    expect(await caseRow(db(), number)).toMatchObject({ state: 'TRIAGED', heldFrom: null, heldUntil: null });
    const referral = (await clockRows(id)).find((clock) => clock.kind === 'REFERRAL');
    expect(referral?.dueAt).toEqual(new Date(START.getTime() + 34 * HOUR));
    expect(
      await holdCase(db(), team.worker, await on(db(), number), { until: START, reason: 'x' }),
    ).toMatchObject({
      reason: 'date-past',
    });
  });

  it('U1 runs on while it is on hold', async () => {
    const { number } = await openTestCase(db(), team.intake, { S1: { situation: ['ESCAPED_HIDING'] } });
    const until = new Date(START.getTime() + DAY);
    await holdCase(db(), team.worker, await on(db(), number), { until, reason: '대기' });
    expect(await caseRow(db(), number)).toMatchObject({
      level: 'U1',
      state: 'ON_HOLD',
      nextDueAt: new Date(START.getTime() + 15 * MINUTE),
    });
  });

  it('handing a case over moves no clock', async () => {
    const { number, id } = await openTestCase(db(), team.intake, DETAINED);
    const before = await clockRows(id);
    later(5 * HOUR);
    expect(await assignCase(db(), team.worker, await on(db(), number), team.worker.id)).toMatchObject({
      ok: true,
    });
    expect(await assignCase(db(), team.worker, await on(db(), number), team.other.id)).toMatchObject({
      reason: 'forbidden',
    });
    expect(await assignCase(db(), team.lead, await on(db(), number), team.other.id)).toMatchObject({
      ok: true,
    });
    expect(await assignCase(db(), team.lead, await on(db(), number), team.admin.id)).toMatchObject({
      reason: 'unknown-staff',
    });
    expect(await clockRows(id)).toEqual(before);
    expect((await caseRow(db(), number)).assignedTo).toBe(team.other.id);
  });

  it('somebody at risk keeps a case from being closed as withdrawn', async () => {
    const { number } = await openTestCase(db(), team.intake, { ...DETAINED, S2: { name_ko: ['다루'] } });
    await step(number, 'TRIAGE');
    const withdraw = { disposition: 'WITHDRAWN', reason: '가족이 철회' } as const;
    expect(await closeCase(db(), team.worker, await on(db(), number), withdraw)).toMatchObject({
      reason: 'at-risk',
    });
    const personId = (await readCase(db(), team.worker, number))?.people[0]?.id ?? '';
    const fact = { value: 'RETURNED', source: 'DOCUMENT', confidence: 'HIGH', note: '' } as const;
    await recordFact(db(), team.worker, await on(db(), number), { personId, axis: 'SAFETY', fact });
    expect(await closeCase(db(), team.worker, await on(db(), number), withdraw)).toMatchObject({ ok: true });
  });

  it('and so does somebody taken out of it, until they are known to be safe', async () => {
    const { number } = await openTestCase(db(), team.intake, { ...DETAINED, S2: { name_ko: ['라루'] } });
    const same = await openTestCase(db(), team.intake, DETAINED);
    await step(number, 'TRIAGE');
    const personId = (await readCase(db(), team.worker, number))?.people[0]?.id ?? '';
    await addKnownPerson(db(), team.worker, await on(db(), same.number), personId);
    const safe = { value: 'RETURNED', source: 'DOCUMENT', confidence: 'HIGH', note: '' } as const;
    const left = await addPerson(db(), team.worker, await on(db(), number), NOBODY_KNOWN);
    const stays = (left.ok && 'personId' in left && left.personId) || '';
    await recordFact(db(), team.worker, await on(db(), number), {
      personId: stays,
      axis: 'SAFETY',
      fact: safe,
    });
    await removePerson(db(), team.worker, await on(db(), number), { personId, reason: '다른 사건의 사람' });
    const withdraw = { disposition: 'WITHDRAWN', reason: '가족이 철회' } as const;
    const close = async () => closeCase(db(), team.worker, await on(db(), number), withdraw);
    // The form offers what the command takes, and nothing else.
    const barred = async () => (await readCase(db(), team.worker, number))?.barredDispositions;
    expect(await barred()).toEqual(['WITHDRAWN']);
    expect(await close()).toMatchObject({ reason: 'at-risk' });
    await recordFact(db(), team.worker, await on(db(), same.number), {
      personId,
      axis: 'SAFETY',
      fact: safe,
    });
    expect(await barred()).toEqual([]);
    expect(await close()).toMatchObject({ ok: true });
  });
});

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

describe('people', () => {
  async function someone() {
    const { number, id } = await openTestCase(db(), team.intake, { ...CONFINED, S2: { name_ko: ['나루'] } });
    const personId = (await readCase(db(), team.worker, number))?.people[0]?.id ?? '';
    return { number, id, personId };
  }

  it('CONTACTED_FREE wants a live call with our staff, or a question agreed before', async () => {
    const { number, personId } = await someone();
    const free = (source: 'TEXT_MESSAGE' | 'CALL_TO_FAMILY' | 'AGREED_QUESTION' | 'OFFICER_LIVE_CALL') => ({
      personId,
      axis: 'SAFETY' as const,
      fact: { value: 'CONTACTED_FREE' as const, source, confidence: 'HIGH' as const, note: '' },
    });
    const tell = async (source: Parameters<typeof free>[0]) =>
      recordFact(db(), team.worker, await on(db(), number), free(source));
    expect(await tell('TEXT_MESSAGE')).toMatchObject({ reason: 'needs-proof' });
    expect(await tell('CALL_TO_FAMILY')).toMatchObject({ reason: 'needs-proof' });
    expect(await tell('AGREED_QUESTION')).toMatchObject({ reason: 'no-agreed-question' });
    const question = { question: '어릴 때 키운 개 이름', answer: '바둑이' };
    await recordFact(db(), team.worker, await on(db(), number), {
      personId,
      axis: 'PROOF_QUESTION',
      fact: question,
    });
    expect(await tell('AGREED_QUESTION')).toMatchObject({ ok: true });
    expect((await caseRow(db(), number)).safetyUnconfirmed).toBe(false);
    const found = await readCase(db(), team.worker, number, 'PEOPLE');
    expect(found?.people[0]).toMatchObject({ safety: 'CONTACTED_FREE', stale: false });
    expect(found?.timeline[0]).toMatchObject({
      kind: 'SAFETY',
      from: 'UNKNOWN',
      to: 'CONTACTED_FREE',
      ref: personId,
      words: { source: 'AGREED_QUESTION', confidence: 'HIGH' },
    });
    later(25 * HOUR);
    expect((await readCase(db(), team.worker, number))?.people[0]?.stale).toBe(true);
  });

  it('what a captor can send ends no danger, and closes no case', async () => {
    const { number, personId } = await someone();
    for (const value of ['REMAINS_BY_CHOICE', 'RESCUED', 'AT_MISSION', 'EN_ROUTE', 'RETURNED'] as const)
      for (const source of ['TEXT_MESSAGE', 'CALL_TO_FAMILY'] as const) {
        const fact = { value, source, confidence: 'LOW' as const, note: '여기 남고 싶다고 함' };
        const told = { personId, axis: 'SAFETY' as const, fact };
        expect(await recordFact(db(), team.worker, await on(db(), number), told)).toEqual({
          ok: false,
          reason: 'proves-no-safety',
        });
      }
    expect(await caseRow(db(), number)).toMatchObject({ safetyUnconfirmed: true });
  });

  it('a death is established by a mission or an agency: nothing else stops the clocks or lets the search end', async () => {
    const { number, id, personId } = await someone();
    const tell = async (source: (typeof caseLists.safety_source)[number]) => {
      const fact = { value: 'DECEASED', source, confidence: 'HIGH', note: '죽었다는 연락' } as const;
      return recordFact(db(), team.worker, await on(db(), number), { personId, axis: 'SAFETY', fact });
    };
    const reassessed = async () =>
      (await clockRows(id)).some(({ kind, metAt }) => kind === 'REASSESS' && metAt === null);
    for (const source of caseLists.safety_source.filter((one) => one !== 'MISSION' && one !== 'AGENCY'))
      expect([source, await tell(source)]).toEqual([source, { ok: false, reason: 'proves-no-death' }]);
    expect([await reassessed(), (await caseRow(db(), number)).safetyUnconfirmed]).toEqual([true, true]);
    expect(await tell('MISSION')).toEqual({ ok: true });
    expect([await reassessed(), (await caseRow(db(), number)).safetyUnconfirmed]).toEqual([false, false]);
  });

  it('a question that was agreed only after it was asked proves nothing', async () => {
    const { number, personId } = await someone();
    const asked = START;
    later(HOUR);
    const fact = { question: '어릴 때 키운 개 이름', answer: '바둑이' };
    await recordFact(db(), team.worker, await on(db(), number), { personId, axis: 'PROOF_QUESTION', fact });
    const answered = async (observedAt: Date) =>
      recordFact(db(), team.worker, await on(db(), number), {
        personId,
        axis: 'SAFETY',
        fact: {
          value: 'CONTACTED_FREE',
          source: 'AGREED_QUESTION',
          confidence: 'HIGH',
          note: '',
          observedAt: observedAt.toISOString(),
        },
      });
    expect(await answered(asked)).toEqual({ ok: false, reason: 'no-agreed-question' });
    expect(await answered(new Date(START.getTime() + HOUR))).toMatchObject({ ok: true });
  });

  it('position is for those who may see it', async () => {
    const { number, personId } = await someone();
    const position = {
      personId,
      axis: 'POSITION' as const,
      fact: { value: 'SUSPECT' as const, note: '입건' },
    };
    expect(await recordFact(db(), team.intake, await on(db(), number), position)).toMatchObject({
      reason: 'forbidden',
    });
    await recordFact(db(), team.worker, await on(db(), number), position);
    expect((await readCase(db(), team.worker, number))?.people[0]?.facts.POSITION).toMatchObject([
      { value: 'SUSPECT' },
    ]);
    const seen = await readCase(db(), team.intake, number);
    expect(JSON.stringify(seen)).not.toMatch(/SUSPECT|입건/);
  });

  it('an edit against an older version shows what stands there now', async () => {
    const { number, personId } = await someone();
    const edit = async (nameKo: string, seenPerson: number) =>
      editPerson(db(), team.worker, await on(db(), number), {
        personId,
        seenPerson,
        identity: { ...NOBODY_KNOWN, nameKo },
      });
    expect(await edit('나루 900101-1234567', 1)).toMatchObject({ ok: true });
    expect(await edit('다른 이름', 1)).toMatchObject({
      reason: 'person-conflict',
      version: 2,
      identity: { nameKo: expect.stringMatching(/^나루 (?!9001)/) },
    });
  });

  it('can be in several cases, whose safety follows, and be taken out', async () => {
    const { number, personId } = await someone();
    const other = await openTestCase(db(), team.intake, DETAINED);
    await addKnownPerson(db(), team.worker, await on(db(), other.number), personId);
    const added = await addPerson(db(), team.worker, await on(db(), other.number), {
      ...NOBODY_KNOWN,
      alias: '키 큰 남자',
    });
    expect((await readCase(db(), team.worker, other.number))?.people).toHaveLength(2);
    const wrong = added.ok && 'personId' in added ? (added.personId ?? '') : '';
    await removePerson(db(), team.worker, await on(db(), other.number), { personId: wrong, reason: '무관' });
    const fact = { value: 'RETURNED', source: 'MISSION', confidence: 'HIGH', note: '' } as const;
    await recordFact(db(), team.worker, await on(db(), number), { personId, axis: 'SAFETY', fact });
    expect((await caseRow(db(), other.number)).safetyUnconfirmed).toBe(false);
  });
});

describe('the team', () => {
  it('who steps back can neither read nor work on the case, until somebody else lets them', async () => {
    const { number } = await openTestCase(db(), team.intake);
    await assignCase(db(), team.worker, await on(db(), number), team.worker.id);
    const form = await on(db(), number);
    await recuse(db(), team.worker, form, { staffId: team.worker.id, reason: '아는 사람' });
    expect((await caseRow(db(), number)).assignedTo).toBeNull();
    expect(await readCase(db(), team.worker, number)).toBeNull();
    expect(await addCaseNote(db(), team.worker, await on(db(), number), '메모')).toMatchObject({
      reason: 'recused',
    });
    expect(await assignCase(db(), team.lead, await on(db(), number), team.worker.id)).toMatchObject({
      reason: 'unknown-staff',
    });
    expect(await liftRecusal(db(), team.other, await on(db(), number), team.worker.id)).toMatchObject({
      reason: 'forbidden',
    });
    await liftRecusal(db(), team.lead, await on(db(), number), team.worker.id);
    expect(await readCase(db(), team.worker, number)).not.toBeNull();
  });

  it('tasks, re-contact and legal hold are in the case and in its timeline', async () => {
    const { number } = await openTestCase(db(), team.intake);
    const dueAt = new Date(START.getTime() + DAY);
    const made = await addTask(db(), team.worker, await on(db(), number), {
      text: '대사관에 전화',
      ownerId: team.other.id,
      dueAt,
    });
    const taskId = made.ok && 'taskId' in made ? (made.taskId ?? '') : '';
    await finishTask(db(), team.other, await on(db(), number), taskId);
    await setRecontact(db(), team.worker, await on(db(), number), dueAt);
    const hold = { held: true, reason: '검찰 요청' };
    expect(await setLegalHold(db(), team.worker, await on(db(), number), hold)).toMatchObject({
      reason: 'forbidden',
    });
    await setLegalHold(db(), team.lead, await on(db(), number), hold);
    const found = await readCase(db(), team.worker, number);
    expect(found).toMatchObject({ recontactAt: dueAt, legalHold: true });
    expect(found?.tasks).toMatchObject([{ text: '대사관에 전화', doneBy: team.other.id }]);
    const kinds = found?.timeline.map((entry) => entry.kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['TASK', 'TASK_DONE', 'RECONTACT', 'LEGAL_HOLD', 'REPORT_RECEIVED']),
    );
    expect(found?.names[team.other.id]).toBe('other');
  });

  it('reading is recorded, on the case and on each of its reports, and is for those who may', async () => {
    const { number, id, report } = await openTestCase(db(), team.intake);
    for (const actor of [team.admin, team.auditor]) expect(await readCase(db(), actor, number)).toBeNull();
    expect(await readCase(db(), team.worker, 'CA-2025-999999')).toBeNull();
    const found = await readCase(db(), team.worker, number);
    expect(found?.readers).toMatchObject([{ name: 'worker', times: 1 }]);
    expect((await acts(id)).filter((act) => act === 'case.read')).toHaveLength(1);
    expect((await acts(report.id)).filter((act) => act === 'report.read')).toHaveLength(1);
    // On the report itself whoever read it in its case is named too.
    const seen = await readReport(db(), team.lead, report.reference);
    expect(seen?.readers.map((reader) => reader.name)).toEqual(['worker', 'lead']);
  });
});

describe('everything above', () => {
  it('left nothing in the clear that somebody wrote or that says something about a person', async () => {
    const { number } = await openTestCase(db(), team.intake, { S2: { name_ko: ['쑥부쟁이씨'] } });
    const personId = (await readCase(db(), team.worker, number))?.people[0]?.id ?? '';
    const form = async () => on(db(), number);
    await addCaseNote(db(), team.worker, await form(), '억새밭 메모');
    await addTask(db(), team.worker, await form(), { text: '갈대숲 할 일', ownerId: null, dueAt: null });
    await recordFact(db(), team.worker, await form(), {
      personId,
      axis: 'POSITION',
      fact: { value: 'SELF_SURRENDER', note: '엉겅퀴 사정' },
    });
    await recordFact(db(), team.worker, await form(), {
      personId,
      axis: 'WILLINGNESS',
      fact: { value: 'UNDECIDED', saidTo: '도라지 영사', note: '' },
    });
    await setCaseLevel(db(), team.worker, await form(), { level: 'U2', reason: '민들레 사유' });
    const lower = await setCaseLevel(db(), team.worker, await form(), { level: 'U5', reason: '냉이꽃 사유' });
    expect(lower).toMatchObject({ waits: true });
    const dump = await dumpDatabase(database.url);
    const words = ['쑥부쟁이', '억새밭', '갈대숲', '엉겅퀴', '도라지', '민들레', '냉이꽃'];
    expect(findIn(dump, [...words, 'SELF_SURRENDER', 'UNDECIDED'])).toEqual([]);
    expect(findIn(dump, ['CA-2025-'])).toEqual(['CA-2025-']);
  });

  it('is in the audit, which holds', async () => {
    const verdict = await verifyAudit(db());
    expect(verdict.breaks).toEqual([]);
    expect(verdict.entries).toBeGreaterThan(150);
  });
});
