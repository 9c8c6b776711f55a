import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, lte, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { casePersons, cases, personFacts, persons } from '@/db/schema/cases';
import { returnPersons, returns } from '@/db/schema/returns';
import { type Refusal, refuse } from '@/lib/errors';
import { maskResidentNumbers } from '@/lib/resident-number';
import type { StaffActor } from '@/lib/staff/session';
import { isUuid } from '@/lib/uuid';
import { createDataKey, openDataKey } from '@/lib/vault/commands';
import {
  type CaseGone,
  type CaseWork,
  type Conflict,
  lockCase,
  type OnCase,
  workOnCase,
} from '../case-work/commands';
import { followReassessment } from '../clock-keeping/commands';
import type { Axis, FactOf, PersonIdentity } from '../person-records';
import { openRow, sealRow } from '../places';
import { refreshCase } from '../refreshing/commands';
import { OPEN_RETURN_STATES } from '../return-transitions';
import { type SafetyProblem, safetyProblem } from '../safety';
import { readTyped, type TextProblem } from '../typed-text';
import { isTheirs } from './queries';

type Done = { ok: true; again?: true };
type PersonRow = typeof persons.$inferSelect;

/** Adds somebody a case is about. */
export async function addPerson(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  identity: PersonIdentity,
): Promise<(Done & { personId?: string }) | Refusal<CaseGone> | Conflict> {
  return workOnCase(db, actor, 'case.work', on, async (work) => {
    const personId = await insertPerson(work, identity);
    await followReassessment(work.tx, work.row, work.at);
    await refreshCase(work.tx, work.row);
    return { ok: true as const, personId };
  });
}

/**
 * Adds somebody who is known from another case, or who was taken out of this one: the same person, with what is known of their safety. Who has
 * stepped back from one of the person's cases finds nobody.
 */
export async function addKnownPerson(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  personId: string,
): Promise<Done | Refusal<CaseGone | 'unknown-person'> | Conflict> {
  return workOnCase(db, actor, 'case.work', on, async (work) => {
    if (!isUuid(personId)) return refuse('unknown-person');
    const [person] = await work.tx.select().from(persons).where(eq(persons.id, personId));
    if (!person || !(await isTheirs(work.tx, work.actor, personId, work.row.id)))
      return refuse('unknown-person');
    const joined = await work.tx
      .insert(casePersons)
      .values({ id: randomUUID(), caseId: work.row.id, personId, addedAt: work.at })
      .onConflictDoNothing()
      .returning({ id: casePersons.id });
    if (joined.length === 0) return { ok: true as const };
    await work.note({ kind: 'PERSON_ADDED', refId: personId, detail: { person: personId } });
    await followReassessment(work.tx, work.row, work.at);
    await refreshCase(work.tx, work.row);
    return { ok: true as const };
  });
}

/** A new person with a key of their own, in the transaction of the case they come with. */
export async function insertPerson(work: CaseWork, identity: PersonIdentity): Promise<string> {
  const { tx, row, at, actor, record } = work;
  const id = randomUUID();
  const key = await createDataKey(tx, { kind: 'person', id });
  const sealed = sealRow(key, 'persons', id, masked(identity));
  await tx.insert(persons).values({ id, safety: 'UNKNOWN', safetyAt: at, sealed, addedAt: at });
  await tx.insert(casePersons).values({ id: randomUUID(), caseId: row.id, personId: id, addedAt: at });
  await work.note({ kind: 'PERSON_ADDED', refId: id, detail: { person: id } });
  await record({ kind: 'person', id }, { kind: 'staff', id: actor.id }, 'person.added', { case: row.id });
  return id;
}

const masked = (identity: PersonIdentity): PersonIdentity => {
  const clean = (text: string) => maskResidentNumbers(text.trim()).text;
  const { nameKo, namePassport, alias, birth, sex, nationality, phones, handles } = identity;
  return {
    nameKo: clean(nameKo),
    namePassport: clean(namePassport),
    alias: clean(alias),
    birth: clean(birth),
    sex,
    nationality,
    phones: phones.map(clean).filter(Boolean),
    handles: handles.map(clean).filter(Boolean),
  };
};

/** Changes who a person is said to be. `seenPerson` is the version the form was filled from. */
export async function editPerson(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  change: { personId: string; seenPerson: number; identity: PersonIdentity },
): Promise<
  | Done
  | Refusal<CaseGone | 'unknown-person'>
  | Conflict
  | (Refusal<'person-conflict'> & { seen: number; version: number; identity: PersonIdentity })
> {
  return workOnCase(db, actor, 'case.work', { ...on, seen: null }, async (work) => {
    const person = await lockPerson(work, change.personId);
    if (!person) return refuse('unknown-person');
    const key = await openDataKey(work.tx, { kind: 'person', id: person.id });
    if (person.version !== change.seenPerson) {
      const identity = openRow<PersonIdentity>(key, 'persons', person);
      return { ...refuse('person-conflict'), seen: change.seenPerson, version: person.version, identity };
    }
    await work.tx
      .update(persons)
      .set({
        sealed: sealRow(key, 'persons', person.id, masked(change.identity)),
        version: person.version + 1,
      })
      .where(eq(persons.id, person.id));
    await work.note({ kind: 'PERSON_CHANGED', refId: person.id, detail: { person: person.id } });
    await recordOnPerson(work, person.id, 'person.changed');
    return { ok: true as const };
  });
}

/** Takes somebody out of a case who does not belong in it. What was recorded of them stays. Who is to come home through it leaves that first. */
export async function removePerson(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { personId, reason }: { personId: string; reason: string },
): Promise<Done | Refusal<CaseGone | TextProblem | 'unknown-person' | 'in-return'> | Conflict> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, 'case.work', on, async (work) => {
    const person = await lockPerson(work, personId);
    if (!person) return refuse('unknown-person');
    if (await isInReturn(work, personId)) return refuse('in-return');
    await work.tx
      .update(casePersons)
      .set({ removedAt: work.at })
      .where(and(eq(casePersons.caseId, work.row.id), eq(casePersons.personId, personId)));
    await work.note({
      kind: 'PERSON_REMOVED',
      refId: personId,
      words: { reason: typed.text },
      detail: { person: personId },
    });
    await followReassessment(work.tx, work.row, work.at);
    await refreshCase(work.tx, work.row);
    return { ok: true as const };
  });
}

/** Whether somebody is to come along, through this case, in a return operation that is not over. */
async function isInReturn({ tx, row }: CaseWork, personId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: returnPersons.id })
    .from(returnPersons)
    .innerJoin(returns, eq(returns.id, returnPersons.returnId))
    .where(
      and(
        eq(returnPersons.caseId, row.id),
        eq(returnPersons.personId, personId),
        isNull(returnPersons.removedAt),
        inArray(returns.state, [...OPEN_RETURN_STATES]),
      ),
    );
  return found !== undefined;
}

/**
 * Records what was established about a person on one axis. The newest counts, what was before stays: of safety the newest observed, so that
 * what is recorded late does not stand over what was seen since. What its source does not prove is refused (safety.ts). Position is
 * for those who may see it.
 */
export async function recordFact<Of extends Axis>(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { personId, axis, fact }: { personId: string; axis: Of; fact: FactOf[Of] },
): Promise<Done | Refusal<CaseGone | 'unknown-person' | 'not-yet' | SafetyProblem> | Conflict> {
  const permission = axis === 'POSITION' ? 'position.see' : 'case.work';
  return workOnCase(db, actor, permission, on, async (work) => {
    const { tx, at, row } = work;
    const person = await lockPerson(work, personId);
    if (!person) return refuse('unknown-person');
    const safety = axis === 'SAFETY' ? (fact as FactOf['SAFETY']) : null;
    if (safety) {
      const observed = observedOf(safety, at);
      const agreed = await hasFact(tx, personId, 'PROOF_QUESTION', observed);
      const problem = safetyProblem(safety.value, safety.source, agreed);
      if (problem) return refuse(problem);
      if (observed > at) return refuse('not-yet');
    }
    // Before anything was observed a person's status is only the default, from whenever they were added.
    const isFirst = safety !== null && !(await hasFact(tx, personId, 'SAFETY', at));
    const id = randomUUID();
    const key = await openDataKey(tx, { kind: 'person', id: personId });
    const sealed = sealRow(key, 'person_facts', id, maskedFact(fact));
    await tx.insert(personFacts).values({ id, personId, axis, recordedBy: actor.id, recordedAt: at, sealed });
    const since = safety ? observedOf(safety, at) : at;
    const stands = safety !== null && (isFirst || since >= person.safetyAt);
    const codes = stands ? { from: person.safety, to: safety.value } : {};
    await work.note({ kind: axis, refId: id, ...codes, detail: { person: personId } });
    await recordOnPerson(work, personId, `person.${axis.toLowerCase().replace('_', '-')}`);
    if (stands) {
      await tx.update(persons).set({ safety: safety.value, safetyAt: since }).where(eq(persons.id, personId));
      await followReassessment(tx, row, at);
      await refreshElsewhere(tx, personId, row.id, at);
    }
    await refreshCase(tx, row);
    return { ok: true as const };
  });
}

function maskedFact(fact: object): object {
  return Object.fromEntries(
    Object.entries(fact).map(([name, value]) => [
      name,
      typeof value === 'string' ? maskResidentNumbers(value.trim()).text : value,
    ]),
  );
}

/** When a status was observed; where nothing is said of it, when it is recorded. */
const observedOf = (safety: FactOf['SAFETY'], at: Date) =>
  safety.observedAt ? new Date(safety.observedAt) : at;

/** Whether anything had been recorded on an axis by then. A question for proof of life counts once it has been agreed, which is before it is asked. */
async function hasFact(tx: Tx, personId: string, axis: Axis, by: Date): Promise<boolean> {
  const [found] = await tx
    .select({ id: personFacts.id })
    .from(personFacts)
    .where(
      and(eq(personFacts.personId, personId), eq(personFacts.axis, axis), lte(personFacts.recordedAt, by)),
    )
    .limit(1);
  return found !== undefined;
}

/** The other cases of the same person count their safety too, and are re-assessed by it. */
async function refreshElsewhere(tx: Tx, personId: string, caseId: string, at: Date): Promise<void> {
  const others = await tx
    .select({ id: cases.id })
    .from(casePersons)
    .innerJoin(cases, eq(cases.id, casePersons.caseId))
    .where(and(eq(casePersons.personId, personId), isNull(casePersons.removedAt), ne(cases.id, caseId)))
    .orderBy(cases.id);
  for (const other of others) {
    const row = await lockCase(tx, other.id);
    if (!row) continue;
    await followReassessment(tx, row, at);
    await refreshCase(tx, row);
  }
}

/** Nobody for who has stepped back from another of the person's cases: what is known of a person is the same in all of them. */
async function lockPerson(work: CaseWork, personId: string): Promise<PersonRow | null> {
  if (!isUuid(personId)) return null;
  const [found] = await work.tx
    .select({ person: persons })
    .from(casePersons)
    .innerJoin(persons, eq(persons.id, casePersons.personId))
    .where(
      and(
        eq(casePersons.caseId, work.row.id),
        eq(casePersons.personId, personId),
        isNull(casePersons.removedAt),
      ),
    )
    .for('update', { of: persons });
  return found && (await isTheirs(work.tx, work.actor, personId)) ? found.person : null;
}

const recordOnPerson = (work: CaseWork, id: string, act: string) =>
  work.record({ kind: 'person', id }, { kind: 'staff', id: work.actor.id }, act, { case: work.row.id });
