import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { casePersons, cases } from '@/db/schema/cases';
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
