import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { caseRecusals, cases, caseTasks } from '@/db/schema/cases';
import { now } from '@/lib/clock';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { OPEN_CASE } from '../queue/queries';

/** Something a person is to do in a case. What it is stands on the case's page, whose reading is recorded. */
export type MyTask = { id: string; number: string; dueAt: Date | null; isLate: boolean };

/** As many as a page of them shows. */
const MOST = 50;

/** What somebody is to do in open cases, what is due first and what has no day last; nothing of a case that they have stepped back from. */
export async function listMyTasks(db: Db, actor: StaffActor): Promise<MyTask[]> {
  if (!can(actor.roles, 'case.work')) return [];
  const rows = await db
    .select({ id: caseTasks.id, number: cases.number, dueAt: caseTasks.dueAt })
    .from(caseTasks)
    .innerJoin(cases, eq(cases.id, caseTasks.caseId))
    .leftJoin(caseRecusals, and(eq(caseRecusals.caseId, cases.id), eq(caseRecusals.staffId, actor.id)))
    .where(
      and(eq(caseTasks.ownerId, actor.id), isNull(caseTasks.doneAt), isNull(caseRecusals.staffId), OPEN_CASE),
    )
    .orderBy(asc(caseTasks.dueAt), asc(caseTasks.id))
    .limit(MOST);
  return rows.map((row) => ({ ...row, isLate: row.dueAt !== null && row.dueAt <= now() }));
}
