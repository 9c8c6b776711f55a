import 'server-only';
import { and, asc, eq, isNull, ne, notExists } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { casePersons, caseRecusals, cases } from '@/db/schema/cases';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import { mergeParts } from '@/lib/reports/merge-parts';
import { openSections } from '@/lib/reports/stored/queries';
import { staffNames } from '@/lib/staff/queries';
import { can, type Permission } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { openDataKey } from '@/lib/vault/commands';
import { isCaseNumber } from '../../case-number';
import { type CaseRow, isRecused } from '../../case-work/commands';
import type { Safety } from '../../code-lists';
import { type PersonIdentity, personIn } from '../../person-records';
import { markCaseRead } from '../../reading/commands';
import { type CasePerson, peopleOfCase, reportsOfCase } from '../../reading/queries';

export type DeskPerson = {
  number: string;
  level: Level;
  version: number;
  person: CasePerson;
  /** Other cases of the same person that the reader may open. */
  elsewhere: string[];
  names: Record<string, string>;
};

/**
 * One way to a case's people for every page that shows them: permission, no recusal, and the reading recorded on the case in the transaction
 * that reads. Null when there is no such case for this person.
 */
async function readingCase<Result>(
  db: Db,
  actor: StaffActor,
  permission: Permission,
  number: string,
  read: (tx: Tx, row: CaseRow, record: RecordAudit) => Promise<Result | null>,
): Promise<Result | null> {
  if (!can(actor.roles, permission) || !isCaseNumber(number)) return null;
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(cases).where(eq(cases.number, number));
    if (!row || (await isRecused(tx, row.id, actor.id))) return null;
    const found = await read(tx, row, record);
    if (found === null) return null;
    await markCaseRead(tx, row.id, actor);
    await record({ kind: 'case', id: row.id }, { kind: 'staff', id: actor.id }, 'case.read');
    return found;
  });
}

/** Opens one person of a case with everything established about them. The reading is recorded on the person and on the case. */
export async function readPerson(
  db: Db,
  actor: StaffActor,
  number: string,
  personId: string,
): Promise<DeskPerson | null> {
  return readingCase(db, actor, 'case.read', number, async (tx, row, record) => {
    const people = await peopleOfCase(tx, row.id, row.level as Level, can(actor.roles, 'position.see'));
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
      person,
      elsewhere: await otherCases(tx, person.id, row.id, actor.id),
      names: Object.fromEntries(await staffNames(tx, by)),
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

/** The people of another case, for taking one of them into a case at hand. */
export async function peopleToTake(db: Db, actor: StaffActor, from: string): Promise<KnownPerson[] | null> {
  return readingCase(db, actor, 'case.work', from, async (tx, row) => {
    const people = await peopleOfCase(tx, row.id, row.level as Level, false);
    return people.map(({ id, identity, safety }) => ({ id, identity, safety }));
  });
}

export type PersonSource = { reference: string; receivedAt: Date };

/** The reports of a case that a person's particulars can be taken from, and those of one of them when it is named. */
export async function personSources(
  db: Db,
  actor: StaffActor,
  number: string,
  reference: string | undefined,
): Promise<{ sources: PersonSource[]; identity: PersonIdentity | null } | null> {
  return readingCase(db, actor, 'case.work', number, async (tx, row, record) => {
    const linked = await reportsOfCase(tx, row.id);
    const sources = linked.map(({ reference: ref, receivedAt }) => ({ reference: ref, receivedAt }));
    const chosen = linked.find((one) => one.reference === reference);
    if (!chosen) return { sources, identity: null };
    await record({ kind: 'report', id: chosen.id }, { kind: 'staff', id: actor.id }, 'report.read', {
      case: row.id,
    });
    const key = await openDataKey(tx, { kind: 'report', id: chosen.id });
    const { answers } = mergeParts(await openSections(tx, chosen.id, key));
    return { sources, identity: personIn(answers) };
  });
}
