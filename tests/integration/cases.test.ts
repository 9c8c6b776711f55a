import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { caseEvents, clocks } from '@/db/schema/cases';
import { verifyAudit } from '@/lib/audit/queries';
import { decideApproval } from '@/lib/cases/approving/commands';
import type { Disposition, Safety, SafetySource } from '@/lib/cases/code-lists';
import { setCaseLevel } from '@/lib/cases/levels/commands';
import { addKnownPerson, addPerson, recordFact, removePerson } from '@/lib/cases/people/commands';
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
import { readReport } from '@/lib/reports/desk/reading/commands';
import { dumpDatabase, findIn } from '../support/database-dump';
import { caseRow, endCase, on, openTestCase } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };

const { db, team, database } = openDesk(START);

const must = (result: { ok: boolean }) => expect(result).toMatchObject({ ok: true });
const acts = async (id: string) =>
  (await db().select().from(auditEntries).where(eq(auditEntries.objectId, id))).map((entry) => entry.act);
const step = async (number: string, action: Parameters<typeof stepCase>[3]['action'], actor = team.worker) =>
  stepCase(db(), actor, await on(db(), number), { action, reason: action === 'REOPEN' ? '새 연락' : '' });
const clockRows = async (id: string) => db().select().from(clocks).where(eq(clocks.caseId, id));

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
    const ending = { disposition: 'DETAINED_HANDED_CONSULAR', reason: '영사에게 이관' } as const;
    await endCase(db(), team, number, ending);
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
    const barred = async () =>
      (await readCase(db(), team.worker, number))?.endings.flatMap(({ disposition, problem }) =>
        problem === 'at-risk' ? [disposition] : [],
      );
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

describe('how a case ends', () => {
  it('says nothing of its people that is not recorded of them', async () => {
    const { number, personId } = await triagedWith('마루');
    const returned = { disposition: 'RETURNED_SAFE', reason: '귀국' } as const;
    await record(number, personId, 'CONFINED');
    expect(await closeCase(db(), team.worker, await on(db(), number), returned)).toMatchObject({
      reason: 'contradicts',
    });
    const form = async (disposition: Disposition) =>
      (await readCase(db(), team.worker, number))?.endings.find((one) => one.disposition === disposition);
    expect(await form('RETURNED_SAFE')).toMatchObject({ problem: 'contradicts' });
    expect(await form('TRANSFERRED_OUT')).toMatchObject({ problem: null, takesTwo: true });
    await record(number, personId, 'RETURNED');
    expect(await form('RETURNED_SAFE')).toMatchObject({ problem: null, takesTwo: false });
    expect(await closeCase(db(), team.worker, await on(db(), number), returned)).toEqual({
      ...{ ok: true, masked: 0 },
    });
  });

  it('takes two while anybody may be in danger, also somebody of whom nothing is known', async () => {
    const { number } = await triagedWith('바루');
    const away = { disposition: 'TRANSFERRED_OUT', reason: '다른 기관이 맡음' } as const;
    const asked = await closeCase(db(), team.worker, await on(db(), number), away);
    expect(asked).toMatchObject({ ok: true, waits: true });
    expect((await caseRow(db(), number)).state).toBe('TRIAGED');
    const approval = asked.ok && 'approvalId' in asked ? asked.approvalId : '';
    const yes = { approve: true, answer: '' };
    expect(await decideApproval(db(), team.worker, approval, yes)).toMatchObject({ reason: 'same-person' });
    expect(await decideApproval(db(), team.lead, approval, yes)).toEqual({ ok: true });
    expect(await caseRow(db(), number)).toMatchObject({ state: 'CLOSED', disposition: 'TRANSFERRED_OUT' });
  });

  it('cannot be agreed to once something else is recorded', async () => {
    const { number, personId } = await triagedWith('사루');
    await record(number, personId, 'DECEASED', 'AGENCY');
    const ending = { disposition: 'DECEASED_CONFIRMED', reason: '공관 확인' } as const;
    const asked = await closeCase(db(), team.worker, await on(db(), number), ending);
    await record(number, personId, 'CONTACTED_FREE', 'OFFICER_LIVE_CALL');
    const approval = asked.ok && 'approvalId' in asked ? asked.approvalId : '';
    const { news } = (await readCase(db(), team.lead, number))?.approvals[0] ?? {};
    const yes = { approve: true, answer: '', news: news?.mark ?? '' };
    expect(await decideApproval(db(), team.lead, approval, yes)).toMatchObject({ reason: 'overtaken' });
  });

  async function triagedWith(name: string) {
    const { number } = await openTestCase(db(), team.intake, { ...DETAINED, S2: { name_ko: [name] } });
    await step(number, 'TRIAGE');
    return { number, personId: (await readCase(db(), team.worker, number))?.people[0]?.id ?? '' };
  }
  async function record(number: string, personId: string, value: Safety, source: SafetySource = 'DOCUMENT') {
    const fact = { value, source, confidence: 'HIGH', note: '' } as const;
    must(await recordFact(db(), team.worker, await on(db(), number), { personId, axis: 'SAFETY', fact }));
  }
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
    const dump = await dumpDatabase(database().url);
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
