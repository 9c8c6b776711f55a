import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { casePersons, caseRecusals, cases } from '@/db/schema/cases';
import type { StaffActor } from '@/lib/staff/session';
import { isCaseNumber } from '../case-number';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a person is in a case now. Says nothing about them. */
export async function isInCase(db: Db, number: string, personId: string): Promise<boolean> {
  if (!isCaseNumber(number) || !UUID.test(personId)) return false;
  const rows = await db
    .select({ id: casePersons.id })
    .from(casePersons)
    .innerJoin(cases, eq(cases.id, casePersons.caseId))
    .where(and(eq(cases.number, number), eq(casePersons.personId, personId), isNull(casePersons.removedAt)));
  return rows.length > 0;
}

/** Whether somebody is in a case now, and in none that the actor has stepped back from. */
export async function isTheirs(tx: Tx, actor: StaffActor, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ steppedBack: caseRecusals.staffId })
    .from(casePersons)
    .leftJoin(
      caseRecusals,
      and(eq(caseRecusals.caseId, casePersons.caseId), eq(caseRecusals.staffId, actor.id)),
    )
    .where(and(eq(casePersons.personId, personId), isNull(casePersons.removedAt)));
  return rows.length > 0 && rows.every((row) => row.steppedBack === null);
}
