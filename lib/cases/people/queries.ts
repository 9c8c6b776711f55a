import 'server-only';
import { and, eq, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { casePersons, caseRecusals, caseReports, cases } from '@/db/schema/cases';
import type { StaffActor } from '@/lib/staff/session';
import { isCaseNumber } from '../case-number';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a person is in a case now. Says nothing about them. */
export async function isInCase(db: Db | Tx, number: string, personId: string): Promise<boolean> {
  if (!isCaseNumber(number) || !UUID.test(personId)) return false;
  const rows = await db
    .select({ id: casePersons.id })
    .from(casePersons)
    .innerJoin(cases, eq(cases.id, casePersons.caseId))
    .where(and(eq(cases.number, number), eq(casePersons.personId, personId), isNull(casePersons.removedAt)));
  return rows.length > 0;
}

/**
 * The rule for somebody who stands in several cases: whoever has stepped back from one of them knows nothing of that person and does nothing
 * for them, whichever case or operation leads to them. Every reading and every act asks this one condition. `personId`: a column, or an id.
 */
export const isTheirPerson = (
  actor: { id: SQLWrapper | string },
  personId: SQLWrapper | string,
): SQL<boolean> =>
  sql<boolean>`not exists (select 1 from ${casePersons} known join ${caseRecusals} back on back.case_id = known.case_id
    where known.person_id = ${personId} and known.removed_at is null and back.staff_id = ${actor.id})`;

/**
 * Whether everybody in a case, now and before, is theirs: else what was written in it may be about somebody who is not. Asked from the few cases that they
 * have stepped back from: asked of each case and person, PostgreSQL reads whoever is in any case.
 */
export const isWhole = (actor: Pick<StaffActor, 'id'>, caseId: SQLWrapper | string): SQL<boolean> =>
  sql<boolean>`${caseId} not in (select here.case_id from ${caseRecusals} back
    join ${casePersons} known on known.case_id = back.case_id and known.removed_at is null
    join ${casePersons} here on here.person_id = known.person_id where back.staff_id = ${actor.id})`;

/** Whether somebody is theirs, and in a case now or, where that is asked, once in this one. */
export async function isTheirs(
  tx: Tx,
  actor: StaffActor,
  personId: string,
  orOnceIn?: string,
): Promise<boolean> {
  const inCase = isNull(casePersons.removedAt);
  const [found] = await tx
    .select({ id: casePersons.id })
    .from(casePersons)
    .where(
      and(
        eq(casePersons.personId, personId),
        orOnceIn ? or(inCase, eq(casePersons.caseId, orOnceIn)) : inCase,
        isTheirPerson(actor, casePersons.personId),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** Whether somebody stands in a case that this person has stepped back from. */
export async function hasSteppedBackFrom(tx: Tx, actor: StaffActor, personId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: casePersons.id })
    .from(casePersons)
    .innerJoin(caseRecusals, eq(caseRecusals.caseId, casePersons.caseId))
    .where(
      and(
        eq(casePersons.personId, personId),
        isNull(casePersons.removedAt),
        eq(caseRecusals.staffId, actor.id),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** Those of a case who are not theirs: `now` who are in it, `ever` also who were and have been taken out. */
export type Withheld = { now: number; ever: ReadonlySet<string> };

export async function withheldIn(
  tx: Db | Tx,
  actor: StaffActor,
  caseId: SQLWrapper | string,
): Promise<Withheld> {
  const rows = await tx
    .select({ personId: casePersons.personId, removedAt: casePersons.removedAt })
    .from(casePersons)
    .where(and(eq(casePersons.caseId, caseId), sql`not ${isTheirPerson(actor, casePersons.personId)}`));
  return {
    now: rows.filter(({ removedAt }) => removedAt === null).length,
    ever: new Set(rows.map(({ personId }) => personId)),
  };
}

/** Those of the case that a report is in now who are not theirs; of a report that is in none, nobody. */
export const withheldAround = (tx: Db | Tx, actor: StaffActor, reportId: string): Promise<Withheld> =>
  withheldIn(
    tx,
    actor,
    sql`(select ${caseReports.caseId} from ${caseReports} where ${caseReports.reportId} = ${reportId} and ${caseReports.unlinkedAt} is null)`,
  );
