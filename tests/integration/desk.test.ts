import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { verifyAudit } from '@/lib/audit/queries';
import { DAY, MINUTE, setClock } from '@/lib/clock';
import { codeLists } from '@/lib/reports/code-lists';
import { addNote, changeState, sendMessage } from '@/lib/reports/desk/commands';
import { listQueue, type QueueFilters } from '@/lib/reports/desk/queries';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { sendFromReporter } from '@/lib/reports/mailbox/commands';
import { allowedActions, REPORT_ACTIONS, TRANSITIONS } from '@/lib/reports/transitions';
import { ROLES, type Role } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { dumpDatabase, findIn } from '../support/database-dump';
import { actorFor, makeStaff, type TestStaff } from '../support/staff-actor';
import { storeTestReport } from '../support/stored-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const OPEN: QueueFilters = { state: 'OPEN', level: null, after: null };

let database: TestDatabase;
let han: TestStaff;
let actor: StaffActor;
const db = () => database.db;

beforeEach(async () => {
  setClock(START);
  database = await openTestDatabase();
  han = await makeStaff(db(), '한접수', ['INTAKE']);
  actor = actorFor(han, ['INTAKE']);
});
afterEach(async () => {
  setClock(undefined);
  await database.close();
});

const writing = (reference: string, text: string, submission = 'form-1') => ({ reference, text, submission });
const acts = async () => (await db().select().from(auditEntries)).map((entry) => entry.act);

describe('reading a report', () => {
  it('shows the answers and is recorded: in the audit, in who has read it, in when it was first opened', async () => {
    const { reference } = await storeTestReport(db(), {
      S1: { situation: ['CONFINED'], narrative: ['도와주세요'] },
    });
    later(5 * MINUTE);
    const report = await readReport(db(), actor, reference);
    expect(report?.answers).toMatchObject({ situation: ['CONFINED'], narrative: ['도와주세요'] });
    expect(report?.assessment?.level).toBe(report?.level);
    later(9 * MINUTE);
    const again = await readReport(db(), actor, reference);
    expect(again?.openedAt).toEqual(new Date(START.getTime() + 5 * MINUTE));
    expect(again?.readers).toMatchObject([{ name: '한접수', times: 2 }]);
    expect((await acts()).filter((act) => act === 'report.read')).toHaveLength(2);
  });

  it('gives nothing to roles that may not, to a made-up reference, and records neither', async () => {
    const { reference } = await storeTestReport(db());
    for (const role of ['ADMIN', 'AUDITOR'] satisfies Role[]) {
      expect(await readReport(db(), actorFor(han, [role]), reference)).toBeNull();
      expect((await listQueue(db(), actorFor(han, [role]), OPEN)).total).toBe(0);
    }
    expect(await readReport(db(), actor, 'NR-2222-2222')).toBeNull();
    expect(await readReport(db(), actor, "NR-'; drop")).toBeNull();
    expect(await acts()).not.toContain('report.read');
  });
});

describe('the queue', () => {
  it('is by level, then oldest first, page by page without gaps', async () => {
    const sent: { level: string; reference: string }[] = [];
    for (let index = 0; index < 60; index += 1) {
      // Pairs share a moment, so that the id has to break the tie.
      later(Math.floor(index / 2) * MINUTE);
      const S1 = { situation: [index % 3 === 0 ? 'CONFINED' : 'DETAINED_POLICE'] };
      const { reference } = await storeTestReport(db(), { S1 });
      sent.push({ level: index % 3 === 0 ? 'U2' : 'U3', reference });
    }
    const first = await listQueue(db(), actor, OPEN);
    const second = await listQueue(db(), actor, { ...OPEN, after: first.next });
    expect([first.total, first.rows.length, second.rows.length, second.next]).toEqual([60, 50, 10, null]);
    const rows = [...first.rows, ...second.rows];
    expect(new Set(rows.map((row) => row.reference)).size).toBe(60);
    const order = rows.map((row) => `${row.level} ${row.receivedAt.toISOString()}`);
    expect(order).toEqual([...order].sort());
    const urgent = await listQueue(db(), actor, { ...OPEN, level: 'U2' });
    expect(urgent.total).toBe(20);
  });

  it('shows the situation only to who has opened the report, and hides what is decided', async () => {
    const { reference } = await storeTestReport(db(), { S1: { situation: ['DETAINED_POLICE'] } });
    expect((await listQueue(db(), actor, OPEN)).rows).toMatchObject([{ situation: null, opened: false }]);
    await readReport(db(), actor, reference);
    expect((await listQueue(db(), actor, OPEN)).rows).toMatchObject([{ situation: 'DETAINED_POLICE' }]);
    const other = actorFor(await makeStaff(db(), 'other', ['INTAKE']), ['INTAKE']);
    expect((await listQueue(db(), other, OPEN)).rows).toMatchObject([{ situation: null, opened: true }]);
    await changeState(db(), actor, { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' });
    await changeState(db(), actor, { reference, action: 'KEEP_AS_INTEL', seen: 'SCREENING', reason: '' });
    expect((await listQueue(db(), actor, OPEN)).total).toBe(0);
    expect((await listQueue(db(), actor, { ...OPEN, state: 'INTEL_ONLY' })).total).toBe(1);
    expect((await listQueue(db(), actor, { ...OPEN, state: 'ALL' })).total).toBe(1);
  });
});

describe('what the reporter writes later', () => {
  it('brings a report back into the queue, whatever its state, until someone opens it', async () => {
    const { reference, id } = await storeTestReport(db());
    await changeState(db(), actor, { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' });
    await changeState(db(), actor, { reference, action: 'KEEP_AS_INTEL', seen: 'SCREENING', reason: '' });
    expect((await listQueue(db(), actor, OPEN)).total).toBe(0);
    await sendFromReporter(db(), id, '연락이 다시 왔어요', randomUUID());
    const told = await listQueue(db(), actor, OPEN);
    expect(told.total).toBe(1);
    expect(told.rows).toMatchObject([{ reference, state: 'INTEL_ONLY', newMessage: true }]);
    expect(await readReport(db(), actorFor(han, ['ADMIN']), reference)).toBeNull();
    expect((await listQueue(db(), actor, OPEN)).total).toBe(1);
    expect((await readReport(db(), actor, reference))?.messages).toMatchObject([{ fromReporter: true }]);
    expect((await listQueue(db(), actor, OPEN)).total).toBe(0);
    const all = await listQueue(db(), actor, { ...OPEN, state: 'ALL' });
    expect(all.rows).toMatchObject([{ reference, newMessage: false }]);
  });

  it('what staff write themselves brings nothing back', async () => {
    const { reference } = await storeTestReport(db());
    await sendMessage(db(), actor, writing(reference, '확인하고 있습니다.'));
    expect((await listQueue(db(), actor, OPEN)).rows).toMatchObject([{ reference, newMessage: false }]);
  });
});

describe('changing the state', () => {
  it('every role × state × action does what the table says, and nothing else', async () => {
    for (const state of codeLists.report_state) {
      // A new one for each: where reopening leads depends on what a report has behind it.
      const { reference, id } = await storeTestReport(db());
      for (const role of ROLES)
        for (const action of REPORT_ACTIONS) {
          await db().execute(sql`update reports set state = ${state} where id = ${id}`);
          const change = { reference, action, seen: state, reason: '이유' };
          const result = await changeState(db(), actorFor(han, [role]), change);
          const allowed = allowedActions(state, [role]).some((one) => one.action === action);
          const { rows } = (await db().execute(sql`select state from reports where id = ${id}`)) as {
            rows: { state: string }[];
          };
          expect([result.ok, rows[0]?.state]).toEqual([
            allowed,
            allowed ? TRANSITIONS[state][action]?.to : state,
          ]);
        }
    }
  });

  it('is refused when someone else changed it meanwhile, with the state it has now', async () => {
    const { reference } = await storeTestReport(db());
    const other = actorFor(await makeStaff(db(), 'other', ['SUPERVISOR']), ['SUPERVISOR']);
    const screen = { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' } as const;
    const both = await Promise.all([changeState(db(), actor, screen), changeState(db(), other, screen)]);
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['conflict', 'ok']);
    expect(both.find((one) => !one.ok)).toMatchObject({ state: 'SCREENING' });
    expect((await acts()).filter((act) => act === 'report.state')).toHaveLength(1);
  });

  it('the same form sent twice is done once and answers alike', async () => {
    const { reference } = await storeTestReport(db());
    const screen = { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' } as const;
    const both = await Promise.all([changeState(db(), actor, screen), changeState(db(), actor, screen)]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await readReport(db(), actor, reference))?.steps).toHaveLength(1);
    // With words that were not stored it is another form, and they must not get lost.
    expect(await changeState(db(), actor, { ...screen, reason: '다른 창에서 쓴 사유' })).toMatchObject({
      reason: 'conflict',
    });
  });

  it('wants a reason where the table does', async () => {
    const { reference } = await storeTestReport(db());
    await changeState(db(), actor, { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' });
    const abuse = { reference, action: 'MARK_ABUSE', seen: 'SCREENING' } as const;
    expect(await changeState(db(), actor, { ...abuse, reason: '  ' })).toMatchObject({ reason: 'empty' });
    const masked = await changeState(db(), actor, { ...abuse, reason: '장난 전화, 900101-1234567' });
    expect(masked).toEqual({ ok: true, masked: 1 });
    expect((await readReport(db(), actor, reference))?.steps.at(-1)).toMatchObject({
      to: 'ABUSE',
      reason: expect.stringMatching(/^장난 전화, (?!900101)/),
    });
  });
});

describe('notes and messages', () => {
  it('are stored once however often the form is sent, and a new text from the same page is stored too', async () => {
    const { reference } = await storeTestReport(db());
    const note = writing(reference, '가족과 통화함');
    await Promise.all([addNote(db(), actor, note), addNote(db(), actor, note), addNote(db(), actor, note)]);
    await addNote(db(), actor, writing(reference, '다시 통화함'));
    const message = writing(reference, '확인하고 있습니다.');
    await Promise.all([sendMessage(db(), actor, message), sendMessage(db(), actor, message)]);
    const report = await readReport(db(), actor, reference);
    expect(report?.notes.map((one) => one.text).sort()).toEqual(['가족과 통화함', '다시 통화함']);
    expect(report?.messages).toMatchObject([
      { text: '확인하고 있습니다.', author: '한접수', fromReporter: false },
    ]);
  });

  it('a report that must not be answered gets no message, whoever asks', async () => {
    const { reference } = await storeTestReport(db(), { S0: { contact_risk: ['RISKY'] } });
    for (const role of ['INTAKE', 'CASEWORKER', 'SUPERVISOR'] satisfies Role[])
      expect(await sendMessage(db(), actorFor(han, [role]), writing(reference, '연락 주세요'))).toEqual({
        ok: false,
        reason: 'do-not-contact',
      });
    const report = await readReport(db(), actor, reference);
    expect([report?.mayContact, report?.messages]).toEqual([false, []]);
    expect(await addNote(db(), actor, writing(reference, '연락 금지 확인'))).toMatchObject({ ok: true });
  });

  it('a withdrawn report gets no message until it is checked again', async () => {
    const { reference } = await storeTestReport(db());
    const step = (action: 'SCREEN' | 'WITHDRAW' | 'REOPEN', seen: 'RECEIVED' | 'SCREENING' | 'WITHDRAWN') =>
      changeState(db(), actor, { reference, action, seen, reason: '본인 요청' });
    await step('SCREEN', 'RECEIVED');
    await step('WITHDRAW', 'SCREENING');
    expect(await sendMessage(db(), actor, writing(reference, '연락 주세요'))).toMatchObject({
      reason: 'do-not-contact',
    });
    expect(await readReport(db(), actor, reference)).toMatchObject({ mayContact: false, messages: [] });
    await step('REOPEN', 'WITHDRAWN');
    expect(await sendMessage(db(), actor, writing(reference, '연락 주세요'))).toMatchObject({ ok: true });
  });

  it('resident registration numbers are masked, blank and endless texts refused', async () => {
    const { reference } = await storeTestReport(db());
    expect(await addNote(db(), actor, writing(reference, '번호 900101-1234567'))).toEqual({
      ok: true,
      masked: 1,
    });
    expect((await readReport(db(), actor, reference))?.notes[0]?.text).not.toContain('900101');
    expect(await addNote(db(), actor, writing(reference, ' \n'))).toMatchObject({ reason: 'empty' });
    expect(await addNote(db(), actor, writing(reference, '가'.repeat(20_001)))).toMatchObject({
      reason: 'too-long',
    });
    const admin = actorFor(han, ['ADMIN']);
    expect(await addNote(db(), admin, writing(reference, 'x'))).toMatchObject({ reason: 'forbidden' });
    expect(await addNote(db(), actor, writing('NR-2222-2222', 'x'))).toMatchObject({ reason: 'unknown' });
  });

  it('nothing that staff write stands in the clear', async () => {
    const { reference } = await storeTestReport(db());
    await addNote(db(), actor, writing(reference, '숨겨야 하는 메모'));
    await sendMessage(db(), actor, writing(reference, '숨겨야 하는 메시지'));
    await changeState(db(), actor, {
      reference,
      action: 'SCREEN',
      seen: 'RECEIVED',
      reason: '숨겨야 하는 사유',
    });
    expect(findIn(await dumpDatabase(database.url), ['숨겨야'])).toEqual([]);
  });
});

describe('the audit', () => {
  async function someWork() {
    const { reference, id } = await storeTestReport(db());
    await readReport(db(), actor, reference);
    await addNote(db(), actor, writing(reference, '메모'));
    await changeState(db(), actor, { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' });
    later(DAY);
    return id;
  }
  /** What someone who owns the database, but has no key, could do: first of all take the trigger away. */
  const tamper = async (statement: ReturnType<typeof sql>) => {
    await db()
      .execute(sql`alter table audit_entries disable trigger all`)
      .catch(() => db().execute(sql`alter table audit_entries disable trigger user`));
    await db().execute(statement);
  };

  it('holds after work', async () => {
    await someWork();
    const verdict = await verifyAudit(db());
    expect(verdict.breaks).toEqual([]);
    expect(verdict.entries).toBeGreaterThanOrEqual(5);
  });

  it('cannot be changed, removed or emptied through the app', async () => {
    await someWork();
    await expect(db().execute(sql`update audit_entries set act = 'x'`)).rejects.toThrow();
    await expect(db().execute(sql`delete from audit_entries`)).rejects.toThrow();
    await expect(db().execute(sql`truncate audit_entries`)).rejects.toThrow();
  });

  const attacks = {
    'a changed act': (id: string) =>
      sql`update audit_entries set act = 'x' where object_id = ${id} and seq = 2`,
    'a changed actor': (id: string) =>
      sql`update audit_entries set actor_id = ${randomUUID()} where object_id = ${id} and seq = 2`,
    'a changed time': (id: string) =>
      sql`update audit_entries set at = at - interval '1 second' where object_id = ${id} and seq = 2`,
    'a changed detail': (id: string) =>
      sql`update audit_entries set detail = '{"to":"ABUSE"}' where object_id = ${id} and seq = 4`,
    'a removed entry': (id: string) => sql`delete from audit_entries where object_id = ${id} and seq = 2`,
    'a cut-off end': (id: string) => sql`delete from audit_entries where object_id = ${id} and seq = 4`,
    'a cut-off end with its head moved': (id: string) => sql`
      with gone as (delete from audit_entries where object_id = ${id} and seq = 4)
      update audit_chains set count = 3, head = (select mac from audit_entries where object_id = ${id} and seq = 3)
      where object_id = ${id}`,
    'two entries in another order': (id: string) =>
      sql`update audit_entries set seq = case seq when 2 then 30 when 3 then 20 else seq end where object_id = ${id}`,
    'a removed head': (id: string) => sql`delete from audit_chains where object_id = ${id}`,
    'all entries of an object': (id: string) => sql`delete from audit_entries where object_id = ${id}`,
    'an entry moved to another object': (id: string) =>
      sql`update audit_entries set object_id = ${randomUUID()} where object_id = ${id} and seq = 4`,
  };
  for (const [what, attack] of Object.entries(attacks))
    it(`finds ${what}`, async () => {
      const id = await someWork();
      await tamper(attack(id));
      expect((await verifyAudit(db())).breaks).not.toEqual([]);
    });
});
