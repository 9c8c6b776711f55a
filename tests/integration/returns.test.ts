import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { cases, clocks } from '@/db/schema/cases';
import { returns } from '@/db/schema/returns';
import { verifyAudit } from '@/lib/audit/queries';
import { runClocks } from '@/lib/cases/escalating/commands';
import { addKnownPerson, addPerson, removePerson } from '@/lib/cases/people/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { readCase } from '@/lib/cases/reading/commands';
import type { ReturnPlan } from '@/lib/cases/return-transitions';
import {
  answerReturn,
  changeReturn,
  joinReturn,
  leaveReturn,
  planReturn,
  stepReturn,
} from '@/lib/cases/returns/commands';
import { type ReturnCursor, readReturnCursor, writeReturnCursor } from '@/lib/cases/returns/cursor';
import { returnsOfCase } from '@/lib/cases/returns/queries';
import { listReturns, readReturn } from '@/lib/cases/returns/reading/commands';
import { recuse } from '@/lib/cases/team/commands';
import { holdCase, stepCase } from '@/lib/cases/workflow/commands';
import { DAY, setClock } from '@/lib/clock';
import type { StaffActor } from '@/lib/staff/session';
import { crossed } from '../support/crossed';
import { dumpDatabase, findIn } from '../support/database-dump';
import { caseRow, endCase, on, openTestCase } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const PLAN: ReturnPlan = { flight: 'ZZ0451', from: '프놈펜', to: '인천', escort: '영사 한 명', note: '' };
const DATES = { decidedAt: START, plannedAt: null };

const { db, team, database } = openDesk(START);

async function withPerson() {
  const { number, id } = await openTestCase(db(), team.worker);
  const identity = { ...NOBODY_KNOWN, nameKo: '가나루' };
  const added = await addPerson(db(), team.worker, await on(db(), number), identity);
  if (!added.ok || !('personId' in added) || !added.personId) throw new Error('not added');
  return { number, id, personId: added.personId };
}

/** A case that somebody has stepped back from. */
async function withPersonOf(by: StaffActor, steppedBack: StaffActor) {
  const made = await withPerson();
  const stepping = { staffId: steppedBack.id, reason: '아는 사람입니다.' };
  await recuse(db(), by, await on(db(), made.number), stepping);
  return made;
}

async function planned(from: { number: string; personId: string }) {
  const deciding = { plan: PLAN, dates: DATES, personIds: [from.personId] };
  const made = await planReturn(db(), team.worker, await on(db(), from.number), deciding);
  if (!made.ok || !('returnId' in made) || !made.returnId) throw new Error(JSON.stringify(made));
  return made.returnId;
}

async function joined(
  returnId: string,
  from: { number: string; personId: string },
  actor: StaffActor = team.worker,
) {
  const joining = { returnId, personIds: [from.personId] };
  return joinReturn(db(), actor, await on(db(), from.number), joining);
}

const at = async (returnId: string) => {
  const [row] = await db().select().from(returns).where(eq(returns.id, returnId));
  return { returnId, seen: row?.version ?? 0 };
};
const step = async (returnId: string, action: 'START' | 'FINISH' | 'CANCEL', actor = team.worker) =>
  stepReturn(db(), actor, await at(returnId), { action, reason: action === 'CANCEL' ? '항공편 없음' : '' });
const running = (caseId: string) =>
  db()
    .select()
    .from(clocks)
    .where(and(eq(clocks.caseId, caseId), eq(clocks.kind, 'RETURN'), isNull(clocks.metAt)));

describe('a return operation', () => {
  it('runs 30 days from the decision in every case it takes people from, and escalates', async () => {
    const [one, two] = [await withPerson(), await withPerson()];
    const returnId = await planned(one);
    expect(await joined(returnId, two)).toEqual({ ok: true });
    for (const { id } of [one, two])
      expect(await running(id)).toMatchObject([
        { returnId, startedAt: START, dueAt: new Date(START.getTime() + 30 * DAY) },
      ]);
    setClock(new Date(START.getTime() + 15 * DAY));
    await runClocks(db());
    expect((await running(one.id))[0]?.stage).toBe(50);
    setClock(new Date(START.getTime() + 31 * DAY));
    expect((await readReturn(db(), team.worker, returnId))?.overdue).toBe(true);
    const found = await readCase(db(), team.worker, one.number);
    expect(found?.clocks).toContainEqual(expect.objectContaining({ kind: 'RETURN', overdue: true }));
  });

  it('is listed page by page, what is due first before what is over, and none is left out or shown twice', async () => {
    const [one, two, three] = [await withPerson(), await withPerson(), await withPerson()];
    const over = await planned(one);
    await step(over, 'CANCEL');
    const [first, second] = [await planned(two), await planned(three)];
    const early = { decidedAt: new Date(START.getTime() - DAY) };
    await db().update(returns).set(early).where(eq(returns.id, first));
    const listed = await listReturns(db(), team.worker);
    const ids = listed.rows.map(({ id }) => id);
    expect(ids[0]).toBe(first);
    expect(ids.indexOf(over)).toBeGreaterThan(ids.indexOf(second));
    expect(listed.next).toBeNull();
    const paged: string[] = [];
    let after: ReturnCursor | null = null;
    do {
      const page: Awaited<ReturnType<typeof listReturns>> = await listReturns(db(), team.worker, {
        after,
        most: 1,
      });
      paged.push(...page.rows.map(({ id }) => id));
      after = page.next && readReturnCursor(writeReturnCursor(page.next));
    } while (after);
    expect(paged).toEqual(ids);
    for (const made of ['', 'x', 'open', `shut.1.${first}`, 'over.1.x'])
      expect(readReturnCursor(made)).toBeNull();
    const toJoin = await returnsOfCase(db(), team.worker, one.number, 1);
    expect(toJoin).toMatchObject({ own: [{ id: over }], others: [{ id: first }], more: true });
  });

  it('is changed although it and a case were waited for in either order', async () => {
    const one = await withPerson();
    const returnId = await planned(one);
    const on = await at(returnId);
    const change = () => changeReturn(db(), team.worker, on, { plan: PLAN, plannedAt: START });
    const changed = await crossed(db(), change, [
      (tx) => tx.select().from(returns).where(eq(returns.id, returnId)).for('update'),
      (tx) => tx.select().from(cases).where(eq(cases.id, one.id)).for('update'),
    ]);
    expect(changed).toEqual({ ok: true });
    expect((await at(returnId)).seen).toBe(on.seen + 1);
  });

  it('is decided once, however often the form is sent, and for nobody from elsewhere', async () => {
    const [one, two] = [await withPerson(), await withPerson()];
    const form = { number: one.number, seen: null, submission: randomUUID() };
    const deciding = { plan: PLAN, dates: DATES, personIds: [one.personId] };
    await planReturn(db(), team.worker, form, deciding);
    expect(await planReturn(db(), team.worker, form, deciding)).toEqual({ ok: true, again: true });
    expect((await returnsOfCase(db(), team.worker, one.number)).own).toHaveLength(1);
    const before = await db().$count(returns);
    const tried = async (personIds: string[], dates = DATES) =>
      planReturn(db(), team.worker, await on(db(), one.number), { plan: PLAN, dates, personIds });
    expect(await tried([two.personId])).toEqual({ ok: false, reason: 'unknown-person' });
    expect(await tried([one.personId])).toEqual({ ok: false, reason: 'in-another-return' });
    expect(await tried([])).toEqual({ ok: false, reason: 'nobody' });
    const ahead = { decidedAt: new Date(START.getTime() + DAY), plannedAt: null };
    expect(await tried([one.personId], ahead)).toEqual({ ok: false, reason: 'not-yet' });
    expect(await db().$count(returns)).toBe(before);
  });

  it('records what each one said, by whom and when, and changes no safety status by itself', async () => {
    const one = await withPerson();
    const returnId = await planned(one);
    const said = { personId: one.personId, answer: 'DECLINED', note: '남겠다고 함' } as const;
    expect(await answerReturn(db(), team.other, await at(returnId), said)).toEqual({ ok: true });
    expect((await readReturn(db(), team.worker, returnId))?.returnees).toMatchObject([
      {
        personId: one.personId,
        answer: 'DECLINED',
        note: '남겠다고 함',
        answeredBy: 'other',
        answeredAt: START,
      },
    ]);
    await step(returnId, 'START');
    await step(returnId, 'FINISH');
    const found = await readCase(db(), team.worker, one.number);
    expect(found?.people[0]?.safety).toBe('UNKNOWN');
    expect(found?.timeline.map(({ kind }) => kind)).toContain('RETURN_ANSWER');
  });

  it('goes its way by the table, stops its clocks when it is over, and takes nobody along after that', async () => {
    const [one, two] = [await withPerson(), await withPerson()];
    const returnId = await planned(one);
    expect(await step(returnId, 'FINISH')).toEqual({ ok: false, reason: 'not-allowed' });
    await step(returnId, 'START');
    expect(await step(returnId, 'FINISH')).toEqual({ ok: true });
    expect(await running(one.id)).toEqual([]);
    expect(await joined(returnId, two)).toEqual({ ok: false, reason: 'not-allowed' });
    const change = { plan: PLAN, plannedAt: null };
    expect(await changeReturn(db(), team.worker, await at(returnId), change)).toMatchObject({ ok: false });
    // What is over holds nobody back from another.
    await planned(one);
  });

  it('starts no clock in a case whose people came along through another', async () => {
    const one = await withPerson();
    const elsewhere = await openTestCase(db(), team.worker);
    await addKnownPerson(db(), team.worker, await on(db(), elsewhere.number), one.personId);
    const returnId = await planned(one);
    const before = await at(returnId);
    expect(await joined(returnId, { ...elsewhere, personId: one.personId })).toEqual({ ok: true });
    expect(await running(elsewhere.id)).toEqual([]);
    expect(await at(returnId)).toEqual(before);
  });

  it('stands still with a case on hold, and runs from the decision again in one that is reopened', async () => {
    const held = await withPerson();
    const hold = { until: new Date(START.getTime() + DAY), reason: '항공사 회신 대기' };
    await stepCase(db(), team.worker, await on(db(), held.number), { action: 'TRIAGE', reason: '' });
    expect(await holdCase(db(), team.worker, await on(db(), held.number), hold)).toMatchObject({ ok: true });
    const returnId = await planned(held);
    expect(await running(held.id)).toMatchObject([{ pausedAt: START, dueAt: null }]);
    const closed = await withPerson();
    await joined(returnId, closed);
    await stepCase(db(), team.worker, await on(db(), closed.number), { action: 'TRIAGE', reason: '' });
    const ending = { disposition: 'TRANSFERRED_OUT' as const, reason: '다른 곳에서 맡음' };
    await endCase(db(), team, closed.number, ending);
    expect(await running(closed.id)).toEqual([]);
    setClock(new Date(START.getTime() + 2 * DAY));
    const reopening = { action: 'REOPEN', reason: '새 연락' } as const;
    await stepCase(db(), team.lead, await on(db(), closed.number), reopening);
    expect(await running(closed.id)).toMatchObject([{ returnId, startedAt: START }]);
    const again = { until: new Date(START.getTime() + 3 * DAY), reason: '회신 대기' };
    await holdCase(db(), team.worker, await on(db(), closed.number), again);
    await stepCase(db(), team.worker, await on(db(), closed.number), { action: 'RESUME', reason: '' });
    expect(await running(closed.id)).toHaveLength(1);
  });

  it('is cancelled only with a reason, and lets go of who leaves it', async () => {
    const [one, two] = [await withPerson(), await withPerson()];
    const returnId = await planned(one);
    await joined(returnId, two);
    const leaving = { personId: two.personId, reason: '가족이 데려감' };
    const removing = async () => removePerson(db(), team.worker, await on(db(), two.number), leaving);
    expect(await removing()).toEqual({ ok: false, reason: 'in-return' });
    expect(await leaveReturn(db(), team.worker, await at(returnId), leaving)).toEqual({ ok: true });
    expect(await running(two.id)).toEqual([]);
    expect(await running(one.id)).toHaveLength(1);
    expect(await removing()).toEqual({ ok: true });
    const bare = { action: 'CANCEL', reason: '' } as const;
    expect(await stepReturn(db(), team.worker, await at(returnId), bare)).toEqual({
      ok: false,
      reason: 'empty',
    });
    expect(await step(returnId, 'CANCEL')).toEqual({ ok: true });
  });
});

describe('who may', () => {
  it('act: those who work on cases, and nobody who stepped back from one of them', async () => {
    const [one, two] = [await withPerson(), await withPerson()];
    const returnId = await planned(one);
    await joined(returnId, two);
    expect(await step(returnId, 'START', team.intake)).toEqual({ ok: false, reason: 'forbidden' });
    const stepping = { staffId: team.other.id, reason: '아는 사람입니다.' };
    await recuse(db(), team.other, await on(db(), one.number), stepping);
    expect(await step(returnId, 'START', team.other)).toEqual({ ok: false, reason: 'recused' });
    const seen = await readReturn(db(), team.other, returnId);
    expect(seen).toMatchObject({ hidden: 1, people: 2, actions: [], returnees: [{ number: two.number }] });
    expect(await returnsOfCase(db(), team.other, one.number)).toEqual({
      own: [],
      others: [],
      more: false,
    });
    const barred = await planned(await withPersonOf(team.lead, team.second));
    expect(await readReturn(db(), team.second, barred)).toBeNull();
    expect((await listReturns(db(), team.second)).rows.map(({ id }) => id)).not.toContain(barred);
    const unknown = { ok: false, reason: 'unknown-return' };
    expect(await joined(barred, await withPerson(), team.second)).toEqual(unknown);
    expect((await listReturns(db(), team.second)).rows.map(({ id }) => id)).toContain(returnId);
    for (const stranger of [team.auditor, team.admin]) {
      expect(await readReturn(db(), stranger, returnId)).toBeNull();
      expect(await listReturns(db(), stranger)).toEqual({ rows: [], next: null });
    }
  });

  it('change it first: the other is told, and nothing is lost or done twice', async () => {
    const one = await withPerson();
    const returnId = await planned(one);
    const seen = await at(returnId);
    const both = await Promise.all(
      [team.worker, team.other].map((actor) =>
        stepReturn(db(), actor, seen, { action: 'START', reason: '' }),
      ),
    );
    expect(both.map((result) => result.ok).toSorted()).toEqual([false, true]);
    expect(both).toContainEqual(expect.objectContaining({ reason: 'return-conflict' }));
  });

  it('read it in a dump: nobody; and the audit holds', async () => {
    await planned(await withPerson());
    const dump = await dumpDatabase(database().url);
    expect(findIn(dump, ['ZZ0451', '영사 한 명', '남겠다고 함', 'DECLINED'])).toEqual([]);
    expect((await verifyAudit(db())).breaks).toEqual([]);
    expect((await caseRow(db(), (await withPerson()).number)).nextDueAt).not.toBeNull();
  });
});
