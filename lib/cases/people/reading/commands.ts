import 'server-only';
import { and, asc, eq, inArray, isNotNull, isNull, ne, notExists, notInArray } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { casePersons, caseRecusals, cases, persons } from '@/db/schema/cases';
import { approvalsOf } from '@/lib/staff/approvals/queries';
import { staffNames } from '@/lib/staff/queries';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { openDataKey } from '@/lib/vault/commands';
import { type ApprovalWithNews, withNews } from '../../approving/news/queries';
import { type CaseSource, readingCase, sourcesOf } from '../../case-reading/commands';
import type { Safety } from '../../code-lists';
import { type PersonIdentity, personIn } from '../../person-records';
import { openRow } from '../../places';
import { type CasePerson, peopleOfCase } from '../../reading/queries';
import { isTheirPerson } from '../queries';

export type DeskPerson = {
  number: string;
  level: Level;
  version: number;
  isClosed: boolean;
  person: CasePerson;
  /** Other cases of the same person that the reader may open. */
  elsewhere: string[];
  names: Record<string, string>;
  /** Every request for a second person about them, the newest first. */
  approvals: ApprovalWithNews[];
};

/**
 * Opens one person of a case with everything established about them. The reading is recorded on the person and on the case. Not for who has
 * stepped back from another of the person's cases.
 */
export async function readPerson(
  db: Db,
  actor: StaffActor,
  number: string,
  personId: string,
): Promise<DeskPerson | null> {
  return readingCase(db, actor, 'case.read', number, async (tx, row, record) => {
    const people = await peopleOfCase(tx, actor, row);
    const person = people.find(({ id }) => id === personId);
    if (!person) return null;
    await record({ kind: 'person', id: person.id }, { kind: 'staff', id: actor.id }, 'person.read', {
      case: row.id,
    });
    const by = Object.values(person.facts).flatMap((facts) => facts.map((fact) => fact.by));
    return {
      number,
      level: row.level as Level,
      version: row.version,
      isClosed: row.state === 'CLOSED',
      person,
      elsewhere: await otherCases(tx, person.id, row.id, actor.id),
      names: Object.fromEntries(await staffNames(tx, by)),
      approvals: await withNews(tx, actor, await approvalsOf(tx, actor, person.id)),
    };
  });
}

async function otherCases(tx: Tx, personId: string, caseId: string, staffId: string): Promise<string[]> {
  const steppedBack = tx
    .select({ at: caseRecusals.at })
    .from(caseRecusals)
    .where(and(eq(caseRecusals.caseId, cases.id), eq(caseRecusals.staffId, staffId)));
  const rows = await tx
    .select({ number: cases.number })
    .from(casePersons)
    .innerJoin(cases, eq(cases.id, casePersons.caseId))
    .where(
      and(
        eq(casePersons.personId, personId),
        isNull(casePersons.removedAt),
        ne(cases.id, caseId),
        notExists(steppedBack),
      ),
    )
    .orderBy(asc(cases.number));
  return rows.map((row) => row.number);
}

export type KnownPerson = { id: string; identity: PersonIdentity; safety: Safety };

/** The people of another case who are theirs, for taking one of them into a case at hand. */
export async function peopleToTake(db: Db, actor: StaffActor, from: string): Promise<KnownPerson[] | null> {
  return readingCase(db, actor, 'case.work', from, async (tx, row) => {
    const people = await peopleOfCase(tx, actor, row);
    return people.map(({ id, identity, safety }) => ({ id, identity, safety }));
  });
}

/** Who was taken out of a case and is not in it again, of those who are theirs. */
async function takenOutOf(tx: Tx, actor: StaffActor, caseId: string): Promise<KnownPerson[]> {
  const inIt = tx
    .select({ id: casePersons.personId })
    .from(casePersons)
    .where(and(eq(casePersons.caseId, caseId), isNull(casePersons.removedAt)));
  const gone = tx
    .select({ id: casePersons.personId })
    .from(casePersons)
    .where(and(eq(casePersons.caseId, caseId), isNotNull(casePersons.removedAt)));
  const rows = await tx
    .select()
    .from(persons)
    .where(and(inArray(persons.id, gone), notInArray(persons.id, inIt), isTheirPerson(actor, persons.id)))
    .orderBy(asc(persons.addedAt), asc(persons.id));
  const found: KnownPerson[] = [];
  for (const row of rows) {
    const key = await openDataKey(tx, { kind: 'person', id: row.id });
    const identity = openRow<PersonIdentity>(key, 'persons', row);
    found.push({ id: row.id, identity, safety: row.safety as Safety });
  }
  return found;
}

/** The reports of a case that a person's particulars can be taken from, those of one of them when it is named, and who was taken out of it. */
export async function personSources(
  db: Db,
  actor: StaffActor,
  number: string,
  reference: string | undefined,
): Promise<{ sources: CaseSource[]; identity: PersonIdentity | null; takenOut: KnownPerson[] } | null> {
  return readingCase(db, actor, 'case.work', number, async (tx, row, record) => {
    const { sources, answers } = await sourcesOf(tx, row, record, actor, reference);
    const takenOut = await takenOutOf(tx, actor, row.id);
    return { sources, identity: answers && personIn(answers), takenOut };
  });
}
