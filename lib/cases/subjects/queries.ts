import 'server-only';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { casePersons, caseRecusals, cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { notRecusedFromReport } from '@/lib/reports/desk/recusal/queries';
import type { StaffActor } from '@/lib/staff/session';
import { isTheirPerson } from '../people/queries';

/** What something is about, as a person knows it: a report's reference or a case's number. */
export type Subject = { kind: 'report' | 'case'; ref: string };

/**
 * Reports and cases by their ids, for lists that name them. What this person has stepped back from is left out: whoever lists by what is
 * found here shows nothing of it.
 */
export async function subjectsById(
  db: Db | Tx,
  actor: StaffActor,
  ids: readonly string[],
): Promise<Map<string, Subject>> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, Subject>();
  if (wanted.length === 0) return found;
  const mine = and(eq(caseRecusals.staffId, actor.id), eq(caseRecusals.caseId, cases.id));
  const ofCases = await db
    .select({ id: cases.id, ref: cases.number })
    .from(cases)
    .leftJoin(caseRecusals, mine)
    .where(and(inArray(cases.id, wanted), isNull(caseRecusals.staffId)));
  const ofReports = await db
    .select({ id: reports.id, ref: reports.reference })
    .from(reports)
    .where(and(inArray(reports.id, wanted), notRecusedFromReport(actor.id)));
  for (const { id, ref } of ofCases) found.set(id, { kind: 'case', ref });
  for (const { id, ref } of ofReports) found.set(id, { kind: 'report', ref });
  return found;
}

/** Somebody in a case, found through it. `ref`: the case's number. */
export type PersonSubject = { kind: 'person'; ref: string; id: string };

/** People by their ids, each through the first of the cases that they stand in; none who are not this person's to know of. */
export async function personsById(
  db: Db | Tx,
  actor: StaffActor,
  ids: readonly string[],
): Promise<Map<string, PersonSubject>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([casePersons.personId], { id: casePersons.personId, ref: cases.number })
    .from(casePersons)
    .innerJoin(cases, eq(cases.id, casePersons.caseId))
    .where(
      and(
        inArray(casePersons.personId, [...ids]),
        isNull(casePersons.removedAt),
        isTheirPerson(actor, casePersons.personId),
      ),
    )
    .orderBy(asc(casePersons.personId), asc(cases.number));
  return new Map(rows.map(({ id, ref }) => [id, { kind: 'person', ref, id }]));
}
