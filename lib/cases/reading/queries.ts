import 'server-only';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { approvals } from '@/db/schema/approvals';
import {
  caseEvents,
  casePersons,
  caseReports,
  cases,
  caseTasks,
  levelChanges,
  personFacts,
  persons,
} from '@/db/schema/cases';

import { reports } from '@/db/schema/reports';
import { returnPersons } from '@/db/schema/returns';
import { caseSites } from '@/db/schema/sites';
import { now } from '@/lib/clock';
import { contactBarrier } from '@/lib/reports/desk/policy';
import { isAsked } from '@/lib/reports/requests/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { openDataKey } from '@/lib/vault/commands';
import type { DataKey } from '@/lib/vault/seal';
import { isCaseNumber } from '../case-number';
import { waitsForWord } from '../clock-keeping/word/commands';
import type { Safety } from '../code-lists';
import type { EventKind, TimelineKind } from '../event-kinds';
import { isTheirPerson } from '../people/queries';
import type { Axis, FactOf, PersonIdentity } from '../person-records';
import { openRow } from '../places';
import { isStale, reassessAt, SAFETY } from '../safety';
import { entriesOfReports, type ReportEntry } from './of-reports/queries';

export type CaseReport = {
  id: string;
  reference: string;
  kind: string;
  state: string;
  level: Level;
  receivedAt: Date;
  linkedAt: Date;
  contactRisk: string | null;
  /** Why nobody may write to this reporter; null when they may. */
  barrier: ReturnType<typeof contactBarrier>;
  /** Nothing was sent to its reporter yet, or nothing since the case was opened again. */
  waitsForWord: boolean;
};

export type Fact<Of extends Axis> = FactOf[Of] & { by: string; at: Date };
export type CasePerson = {
  id: string;
  version: number;
  identity: PersonIdentity;
  safety: Safety;
  safetyAt: Date;
  /** When it has to be looked at again, and whether that time is over. */
  reassessAt: Date | null;
  stale: boolean;
  atRisk: boolean;
  /** The newest of each axis, and everything before it. Position only for those who may see it. */
  facts: { [Of in Axis]: Fact<Of>[] };
};

export type CaseTask = {
  id: string;
  text: string;
  ownerId: string | null;
  dueAt: Date | null;
  createdBy: string;
  createdAt: Date;
  doneBy: string | null;
  doneAt: Date | null;
};

export type TimelineEntry = {
  id: string;
  kind: TimelineKind;
  at: Date;
  /** Null: the reporter, or the system. */
  staffId: string | null;
  /** The second person, where it took one. */
  secondId: string | null;
  from: string | null;
  to: string | null;
  /** What it is about: a report's reference, a person's id, a task's or an approval's. */
  ref: string | null;
  words: Record<string, unknown>;
};

/** Whether there is a case of this number; nothing of it is opened. */
export async function caseExists(db: Db, number: string): Promise<boolean> {
  if (!isCaseNumber(number)) return false;
  const [row] = await db.select({ id: cases.id }).from(cases).where(eq(cases.number, number));
  return row !== undefined;
}

/** The reports of a case, the first received first. */
export async function reportsOfCase(tx: Tx, caseId: string): Promise<CaseReport[]> {
  const rows = await tx
    .select({ report: reports, linkedAt: caseReports.linkedAt, waitsForWord })
    .from(caseReports)
    .innerJoin(reports, eq(reports.id, caseReports.reportId))
    .where(and(eq(caseReports.caseId, caseId), isNull(caseReports.unlinkedAt)))
    .orderBy(asc(reports.receivedAt), asc(reports.id));
  const found: CaseReport[] = [];
  // One after the other: a transaction has one connection, and pg will refuse a second statement at once.
  for (const { report, linkedAt, waitsForWord } of rows)
    found.push({
      id: report.id,
      reference: report.reference,
      kind: report.kind,
      state: report.state,
      level: report.level as Level,
      receivedAt: report.receivedAt,
      linkedAt,
      contactRisk: report.contactRisk,
      barrier: contactBarrier({ ...report, withdrawalAsked: await isAsked(tx, report.id, 'WITHDRAW') }),
      waitsForWord,
    });
  return found;
}

/** The people of a case who are the reader's to know of, with everything established about them; position only for who may see it. */
export async function peopleOfCase(
  tx: Tx,
  actor: StaffActor,
  { id: caseId, level }: { id: string; level: string },
): Promise<CasePerson[]> {
  const seesPosition = can(actor.roles, 'position.see');
  const rows = await tx
    .select({ person: persons })
    .from(casePersons)
    .innerJoin(persons, eq(persons.id, casePersons.personId))
    .where(
      and(eq(casePersons.caseId, caseId), isNull(casePersons.removedAt), isTheirPerson(actor, persons.id)),
    )
    .orderBy(asc(casePersons.addedAt), asc(persons.id));
  const found: CasePerson[] = [];
  for (const { person } of rows) {
    const key = await openDataKey(tx, { kind: 'person', id: person.id });
    const facts = await factsOf(tx, key, person.id);
    const safety = person.safety as Safety;
    found.push({
      id: person.id,
      version: person.version,
      identity: openRow<PersonIdentity>(key, 'persons', person),
      safety,
      safetyAt: person.safetyAt,
      reassessAt: reassessAt(safety, person.safetyAt, level as Level),
      stale: isStale(safety, person.safetyAt, level as Level, now()),
      atRisk: SAFETY[safety].atRisk,
      facts: seesPosition ? facts : { ...facts, POSITION: [] },
    });
  }
  return found;
}

async function factsOf(tx: Tx, key: DataKey, personId: string): Promise<CasePerson['facts']> {
  const rows = await tx
    .select()
    .from(personFacts)
    .where(eq(personFacts.personId, personId))
    .orderBy(desc(personFacts.recordedAt), desc(personFacts.seq));
  const of = <Of extends Axis>(axis: Of): Fact<Of>[] =>
    rows
      .filter((row) => row.axis === axis)
      .map((row) => ({
        ...openRow<FactOf[Of]>(key, 'person_facts', row),
        by: row.recordedBy,
        at: row.recordedAt,
      }));
  // What was seen last stands first, whenever it was recorded: the person's status is the newest observed.
  const observed = ({ observedAt, at }: Fact<'SAFETY'>) =>
    observedAt ? Date.parse(observedAt) : at.getTime();
  return {
    SAFETY: of('SAFETY').toSorted((one, other) => observed(other) - observed(one)),
    IDENTITY: of('IDENTITY'),
    WILLINGNESS: of('WILLINGNESS'),
    POSITION: of('POSITION'),
    PROOF_QUESTION: of('PROOF_QUESTION'),
  };
}

/** The tasks of a case, open ones first by when they are due. */
export async function tasksOfCase(tx: Tx, key: DataKey, caseId: string): Promise<CaseTask[]> {
  const rows = await tx
    .select()
    .from(caseTasks)
    .where(eq(caseTasks.caseId, caseId))
    .orderBy(desc(isNull(caseTasks.doneAt)), asc(caseTasks.dueAt), asc(caseTasks.createdAt));
  return rows.map(({ caseId: _case, sealed, ...task }) => ({
    ...task,
    text: openRow<{ text: string }>(key, 'case_tasks', { id: task.id, sealed }).text,
  }));
}

type TimelineOf = { caseId: string; linked: readonly CaseReport[]; withheld: ReadonlySet<string> };

/**
 * Everything that happened in a case and to its reports, the newest first. Words about a person come from the person's own facts. What is about
 * somebody withheld is left out.
 */
export async function timelineOf(
  tx: Tx,
  key: DataKey,
  actor: StaffActor,
  { caseId, linked, withheld }: TimelineOf,
): Promise<TimelineEntry[]> {
  const seesPosition = can(actor.roles, 'position.see');
  const all = await tx
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(desc(caseEvents.seq));
  const events = await withoutWithheld(tx, all, { caseId, withheld });
  const facts = await factsById(tx, events);
  const references = await referencesIn(tx, events);
  const levels = await tx.select().from(levelChanges).where(eq(levelChanges.caseId, caseId));
  const setters = new Map(levels.map((row) => [row.id, row]));
  const entries: TimelineEntry[] = events.map((row) => {
    const all = row.sealed
      ? openRow<Record<string, unknown>>(key, 'case_events', { id: row.id, sealed: row.sealed })
      : {};
    const by = peopleOf(row, all, setters.get(row.refId ?? ''));
    const said = withheld.size === 0 ? all : asFarAsTold(row, all, by.secondId !== null);
    const fact = facts.get(row.refId ?? '');
    return {
      id: row.id,
      kind: row.kind as EventKind,
      at: row.at,
      ...by,
      from: row.fromCode,
      to: row.toCode,
      ref: fact?.personId ?? references.get(row.refId ?? '') ?? row.refId,
      words: { ...said, ...(row.kind === 'POSITION' && !seesPosition ? {} : (fact?.words ?? {})) },
    };
  });
  for (const row of levels.filter(({ source }) => source === 'COMPUTED')) {
    // A report that was linked or taken out has the case worked out anew in the same moment; else something was added to one that is in it.
    const cause = events.find(({ kind, at }) => REGROUPED.has(kind) && at.getTime() === row.at.getTime());
    entries.push({
      ...{ id: row.id, kind: 'LEVEL_COMPUTED', at: row.at, from: row.fromLevel, to: row.toLevel },
      ...{ staffId: null, secondId: null, words: { cause: cause?.kind ?? 'ADDED' } },
      ref: references.get(cause?.refId ?? '') ?? null,
    });
  }
  const told = await entriesOfReports(tx, linked);
  entries.push(...(withheld.size === 0 ? told : told.map(withoutReasonOfTwo)));
  return entries
    .filter((entry) => entry.kind !== 'POSITION' || seesPosition)
    .toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

const REGROUPED: ReadonlySet<string> = new Set(['REPORT_LINKED', 'REPORT_UNLINKED']);
type EventRow = typeof caseEvents.$inferSelect;

/** The operations of a case in which nobody of it is but people withheld. */
export async function withheldReturns(
  tx: Tx,
  { caseId, withheld }: Pick<TimelineOf, 'caseId' | 'withheld'>,
): Promise<ReadonlySet<string>> {
  if (withheld.size === 0) return new Set();
  const rows = await tx
    .select({ id: returnPersons.returnId, personId: returnPersons.personId })
    .from(returnPersons)
    .where(eq(returnPersons.caseId, caseId));
  const told = new Set(rows.filter(({ personId }) => !withheld.has(personId)).map(({ id }) => id));
  return new Set(rows.map(({ id }) => id).filter((id) => !told.has(id)));
}

/** Leaves out what names somebody withheld: by themselves, by what was established of them, where they are, how they return, or what is asked about them. */
async function withoutWithheld(
  tx: Tx,
  events: EventRow[],
  { caseId, withheld }: Pick<TimelineOf, 'caseId' | 'withheld'>,
): Promise<EventRow[]> {
  if (withheld.size === 0) return events;
  const ids = [...withheld];
  const facts = await tx
    .select({ id: personFacts.id })
    .from(personFacts)
    .where(inArray(personFacts.personId, ids));
  const places = await tx
    .select({ id: caseSites.id })
    .from(caseSites)
    .where(inArray(caseSites.personId, ids));
  const requests = await tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.subjectKind, 'person'), inArray(approvals.subjectId, ids)));
  const alone = await withheldReturns(tx, { caseId, withheld });
  const about = new Set([...ids, ...[...facts, ...places, ...requests].map(({ id }) => id), ...alone]);
  return events.filter(({ refId }) => refId === null || !about.has(refId));
}

/**
 * What is told of an entry where anybody is withheld. What was said with a hand-over, why an operation was given up, or why something takes a second
 * person and what they answered, may be about them.
 */
function asFarAsTold(
  { kind }: EventRow,
  said: Record<string, unknown>,
  tookTwo: boolean,
): Record<string, unknown> {
  if (kind === 'REFERRAL') return {};
  const { reason: _reason, answer: _answer, ...others } = said;
  return kind === 'APPROVAL_DECIDED' || kind === 'RETURN' || tookTwo ? others : said;
}

/** Why contact with a reporter was released, or two people set a level, may be about somebody withheld: as on the report's own page. */
const withoutReasonOfTwo = (entry: ReportEntry): ReportEntry =>
  entry.kind === 'CONTACT' || entry.secondId !== null
    ? { ...entry, words: { ...entry.words, reason: undefined } }
    : entry;

/** What took two people happens by the hand of the second: it is told as who asked for it did it and the other agreed. */
function peopleOf(
  row: EventRow,
  { askedBy }: Record<string, unknown>,
  level: typeof levelChanges.$inferSelect | undefined,
): Pick<TimelineEntry, 'staffId' | 'secondId'> {
  if (typeof askedBy === 'string') return { staffId: askedBy, secondId: row.staffId };
  return { staffId: level?.staffId ?? row.staffId, secondId: level?.secondId ?? null };
}

const FACT_KINDS: readonly string[] = ['SAFETY', 'IDENTITY', 'WILLINGNESS', 'POSITION', 'PROOF_QUESTION'];

/** The references of reports that came in or were taken out, those that are gone again included. */
async function referencesIn(tx: Tx, events: readonly EventRow[]): Promise<Map<string, string>> {
  const ids = events
    .filter(({ kind }) => kind === 'REPORT_LINKED' || kind === 'REPORT_UNLINKED')
    .flatMap((row) => row.refId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: reports.id, reference: reports.reference })
    .from(reports)
    .where(inArray(reports.id, ids));
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}

async function factsById(tx: Tx, events: readonly EventRow[]) {
  const ids = events.filter((row) => FACT_KINDS.includes(row.kind)).flatMap((row) => row.refId ?? []);
  const found = new Map<string, { personId: string; words: Record<string, unknown> }>();
  if (ids.length === 0) return found;
  for (const row of await tx.select().from(personFacts).where(inArray(personFacts.id, ids))) {
    const key = await openDataKey(tx, { kind: 'person', id: row.personId });
    found.set(row.id, {
      personId: row.personId,
      words: openRow<Record<string, unknown>>(key, 'person_facts', row),
    });
  }
  return found;
}
