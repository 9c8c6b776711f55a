import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { clocks, persons } from '@/db/schema/cases';
import { addKnownPerson, addPerson, editPerson, recordFact, removePerson } from '@/lib/cases/people/commands';
import { isInCase } from '@/lib/cases/people/queries';
import { peopleToTake, personSources, readPerson } from '@/lib/cases/people/reading/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { readCase } from '@/lib/cases/reading/commands';
import { recuse } from '@/lib/cases/team/commands';
import { HOUR, setClock } from '@/lib/clock';
import type { StaffActor } from '@/lib/staff/session';
import { on, openTestCase } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const NAMED = { S1: { situation: ['CONFINED'] }, S2: { name_ko: ['가나루'], birth_year: ['1999'] } };

const { db, team } = openDesk(START);

async function caseWithPerson() {
  const made = await openTestCase(db(), team.worker, { S1: { situation: ['CONFINED'] } });
  const identity = { ...NOBODY_KNOWN, nameKo: '나나루' };
  const added = await addPerson(db(), team.worker, await on(db(), made.number), identity);
  if (!added.ok || !('personId' in added) || !added.personId) throw new Error('not added');
  return { ...made, personId: added.personId };
}

const stepBack = async (number: string, actor: StaffActor) =>
  recuse(db(), actor, await on(db(), number), { staffId: actor.id, reason: '아는 사람입니다.' });

const safety = (value: 'CONFINED' | 'RESCUED' | 'RETURNED', hoursAgo: number) => ({
  value,
  source: 'MISSION' as const,
  confidence: 'HIGH' as const,
  note: '',
  observedAt: new Date(START.getTime() - hoursAgo * HOUR).toISOString(),
});

describe('opening a person', () => {
  it('is for readers of the case only, and is recorded on the person and on the case', async () => {
    const { number, id, personId } = await caseWithPerson();
    const found = await readPerson(db(), team.intake, number, personId);
    expect(found).toMatchObject({ number, person: { id: personId, identity: { nameKo: '나나루' } } });
    for (const object of [personId, id]) {
      const entries = await db().select().from(auditEntries).where(eq(auditEntries.objectId, object));
      expect(entries.filter(({ actorId }) => actorId === team.intake.id).map(({ act }) => act)).toContain(
        object === id ? 'case.read' : 'person.read',
      );
    }
    for (const stranger of [team.auditor, team.admin])
      expect(await readPerson(db(), stranger, number, personId)).toBeNull();
  });

  it('shows nobody to who stepped back from the case, and nobody through a case they are not in', async () => {
    const { number, personId } = await caseWithPerson();
    const elsewhere = await caseWithPerson();
    expect(await readPerson(db(), team.worker, elsewhere.number, personId)).toBeNull();
    expect(await isInCase(db(), elsewhere.number, personId)).toBe(false);
    await stepBack(number, team.other);
    expect(await readPerson(db(), team.other, number, personId)).toBeNull();
  });

  it('hides positions from those who may not see them', async () => {
    const { number, personId } = await caseWithPerson();
    const fact = { value: 'SUSPECT' as const, note: '' };
    await recordFact(db(), team.worker, await on(db(), number), { personId, axis: 'POSITION', fact });
    const seen = async (actor: StaffActor) =>
      (await readPerson(db(), actor, number, personId))?.person.facts.POSITION.length;
    expect(await seen(team.worker)).toBe(1);
    expect(await seen(team.intake)).toBe(0);
    const on2 = await on(db(), number);
    const tried = await recordFact(db(), team.intake, on2, { personId, axis: 'POSITION', fact });
    expect(tried).toEqual({ ok: false, reason: 'forbidden' });
  });
});

describe('what was observed', () => {
  const recorded = async (number: string, personId: string, fact: ReturnType<typeof safety>) =>
    recordFact(db(), team.worker, await on(db(), number), { personId, axis: 'SAFETY', fact });

  it('counts from when it was seen: what is recorded late does not stand over what was seen since', async () => {
    const { number, personId } = await caseWithPerson();
    await recorded(number, personId, safety('RESCUED', 1));
    await recorded(number, personId, safety('CONFINED', 30));
    const [row] = await db().select().from(persons).where(eq(persons.id, personId));
    expect(row).toMatchObject({ safety: 'RESCUED', safetyAt: new Date(START.getTime() - HOUR) });
    const found = await readPerson(db(), team.worker, number, personId);
    expect(found?.person.facts.SAFETY.map(({ value }) => value)).toEqual(['RESCUED', 'CONFINED']);
  });

  it('restarts the re-assessment from when it was seen, and not at all by what does not stand', async () => {
    const { number, id, personId } = await caseWithPerson();
    const reassessedAt = async () => {
      const ofCase = and(eq(clocks.caseId, id), eq(clocks.kind, 'REASSESS'));
      return (await db().select().from(clocks).where(ofCase))[0]?.startedAt;
    };
    setClock(new Date(START.getTime() + 3 * HOUR));
    await recorded(number, personId, safety('RESCUED', -2));
    expect(await reassessedAt()).toEqual(new Date(START.getTime() + 2 * HOUR));
    await recorded(number, personId, safety('CONFINED', -1));
    expect(await reassessedAt()).toEqual(new Date(START.getTime() + 2 * HOUR));
    const told = (await readCase(db(), team.worker, number))?.timeline.filter(
      ({ kind }) => kind === 'SAFETY',
    );
    expect(told?.map(({ to }) => to).toSorted()).toEqual(['RESCUED', null]);
  });

  it('restarts the re-assessment in every case of theirs, from who was seen longest ago, and stops it once all are home', async () => {
    const one = await caseWithPerson();
    const two = await caseWithPerson();
    await addKnownPerson(db(), team.worker, await on(db(), one.number), two.personId);
    const reassess = async (id: string) => {
      const ofCase = and(eq(clocks.caseId, id), eq(clocks.kind, 'REASSESS'), isNull(clocks.metAt));
      return (await db().select().from(clocks).where(ofCase)).map(({ startedAt }) => startedAt);
    };
    const hour = (hours: number) => new Date(START.getTime() + hours * HOUR);
    const seen = async (personId: string, value: 'CONFINED' | 'RETURNED', hours: number) => {
      setClock(hour(hours));
      await recorded(one.number, personId, safety(value, -hours));
    };
    await seen(two.personId, 'CONFINED', 3);
    expect([await reassess(one.id), await reassess(two.id)]).toEqual([[START], [hour(3)]]);
    await seen(one.personId, 'CONFINED', 4);
    expect(await reassess(one.id)).toEqual([hour(3)]);
    await seen(two.personId, 'RETURNED', 5);
    expect([await reassess(one.id), await reassess(two.id)]).toEqual([[hour(4)], []]);
    await seen(one.personId, 'RETURNED', 6);
    expect(await reassess(one.id)).toEqual([]);
    await seen(one.personId, 'CONFINED', 7);
    expect(await reassess(one.id)).toEqual([hour(7)]);
  });

  it('is stale at once when it was seen longer ago than its level allows', async () => {
    const { number, personId } = await caseWithPerson();
    await recorded(number, personId, safety('RESCUED', 25));
    expect((await readPerson(db(), team.worker, number, personId))?.person.stale).toBe(true);
  });

  it('is recorded in two cases at once that have the same people', async () => {
    const made = [];
    for (let pair = 0; pair < 3; pair += 1) {
      const [one, two] = [await caseWithPerson(), await caseWithPerson()];
      await addKnownPerson(db(), team.worker, await on(db(), one.number), two.personId);
      await addKnownPerson(db(), team.worker, await on(db(), two.number), one.personId);
      made.push(one, two);
    }
    const all = made.map(async ({ number, personId }) => {
      const form = { number, seen: null, submission: randomUUID() };
      const seen = { personId, axis: 'SAFETY' as const, fact: safety('RESCUED', 0) };
      return recordFact(db(), team.worker, form, seen);
    });
    expect(await Promise.all(all)).toEqual(made.map(() => ({ ok: true })));
  });

  it('is not in the future', async () => {
    const { number, personId } = await caseWithPerson();
    expect(await recorded(number, personId, safety('RESCUED', -1))).toEqual({ ok: false, reason: 'not-yet' });
  });
});

describe('taking somebody from another case', () => {
  it('brings the same person, once, however often the form is sent', async () => {
    const from = await caseWithPerson();
    const to = await openTestCase(db(), team.worker);
    const shown = await peopleToTake(db(), team.worker, from.number);
    expect(shown?.map(({ id }) => id)).toContain(from.personId);
    const form = { number: to.number, seen: null, submission: randomUUID() };
    await addKnownPerson(db(), team.worker, form, from.personId);
    await addKnownPerson(db(), team.worker, form, from.personId);
    const found = await readPerson(db(), team.worker, to.number, from.personId);
    expect(found?.elsewhere).toEqual([from.number]);
  });

  it('finds nobody for who stepped back from one of the person’s cases, even by their id', async () => {
    const from = await caseWithPerson();
    const to = await openTestCase(db(), team.worker);
    await stepBack(from.number, team.other);
    expect(await peopleToTake(db(), team.other, from.number)).toBeNull();
    const tried = await addKnownPerson(db(), team.other, await on(db(), to.number), from.personId);
    expect(tried).toEqual({ ok: false, reason: 'unknown-person' });
  });
});

describe('who has stepped back from one of a person’s cases', () => {
  it('opens and changes nothing of them through another, until they are in that one alone', async () => {
    const from = await caseWithPerson();
    const to = await openTestCase(db(), team.worker);
    const { personId } = from;
    await addKnownPerson(db(), team.worker, await on(db(), to.number), personId);
    await stepBack(from.number, team.other);
    const ways = async () => {
      const form = () => on(db(), to.number);
      const identity = { ...NOBODY_KNOWN, nameKo: '다나루' };
      const edit = { personId, seenPerson: 1, identity };
      const position = { personId, axis: 'POSITION' as const, fact: { value: 'SUSPECT' as const, note: '' } };
      const seen = { personId, axis: 'SAFETY' as const, fact: safety('RESCUED', 0) };
      const left = { personId, reason: '다른 사람' };
      return [
        (await readPerson(db(), team.other, to.number, personId)) !== null,
        (await editPerson(db(), team.other, await form(), edit)).ok,
        (await recordFact(db(), team.other, await form(), position)).ok,
        (await recordFact(db(), team.other, await form(), seen)).ok,
        (await removePerson(db(), team.other, await form(), left)).ok,
      ];
    };
    expect(await ways()).toEqual([false, false, false, false, false]);
    const wrong = { personId, reason: '다른 사건의 사람' };
    await removePerson(db(), team.worker, await on(db(), from.number), wrong);
    expect(await ways()).toEqual([true, true, true, true, true]);
  });
});

describe('filling in from a report', () => {
  it('opens a report of the case only, and records that', async () => {
    const one = await openTestCase(db(), team.worker, NAMED);
    const other = await openTestCase(db(), team.worker, NAMED);
    const found = await personSources(db(), team.worker, one.number, one.report.reference);
    expect(found).toMatchObject({ identity: { nameKo: '가나루', birth: '1999' } });
    expect(await personSources(db(), team.worker, one.number, other.report.reference)).toMatchObject({
      identity: null,
    });
    const read = await db().select().from(auditEntries).where(eq(auditEntries.objectId, one.report.id));
    expect(read.filter(({ act }) => act === 'report.read')).toHaveLength(1);
    expect(await personSources(db(), team.intake, one.number, undefined)).toBeNull();
  });
});
