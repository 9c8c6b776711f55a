import 'server-only';
import { and, eq, isNull, lte, ne, type SQL, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { cases, caseTasks } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { now } from '@/lib/clock';
import { tell } from '@/lib/notify/outbox/commands';
import { mayDo } from '@/lib/staff/queries';
import { isRecused } from '../../case-work/commands';
import { whomToTell } from '../whom/queries';

/** A day that somebody set in a case, and when it counts. */
type SetDay = {
  kind: 'HOLD_OVER' | 'RECONTACT';
  day: typeof cases.heldUntil | typeof cases.recontactAt;
  counts: SQL;
};

const SET_DAYS: readonly SetDay[] = [
  { kind: 'HOLD_OVER', day: cases.heldUntil, counts: eq(cases.state, 'ON_HOLD') },
  { kind: 'RECONTACT', day: cases.recontactAt, counts: ne(cases.state, 'CLOSED') },
];

/**
 * Tells of every hold that is over, every re-contact and every task that is due: the assignee, of a task whoever is to do it, failing them who is on duty. Once for each day that was set; the
 * case stays on hold until a person has decided. Answers how many cases it told of.
 */
export async function tellOfSetDays(db: Db): Promise<number> {
  let told = 0;
  for (const { kind, day, counts } of SET_DAYS) {
    const untold = sql`not exists (select 1 from ${outbox} where ${outbox.subjectId} = ${cases.id}
      and ${outbox.kind} = ${kind} and ${outbox.createdAt} >= ${day})`;
    const due = await db
      .select({ id: cases.id, day })
      .from(cases)
      .where(and(counts, lte(day, now()), untold));
    for (const { id, day: at } of due)
      await withTransaction(db, async (tx) => {
        await tell(tx, {
          kind,
          staffIds: await whomToTell(tx, ['ASSIGNEE', 'ON_DUTY'], { kind: 'case', id }),
          subject: { kind: 'case', id },
          dedupe: `${kind}/${id}/${at?.getTime()}`,
        });
      });
    told += due.length;
  }
  return told + (await tellOfTasks(db));
}

/** Open tasks whose time has come, in open cases, each told of once for the time that was set. */
async function tellOfTasks(db: Db): Promise<number> {
  const untold = sql`not exists (select 1 from ${outbox} where ${outbox.subjectId} = ${caseTasks.caseId}
    and ${outbox.kind} = 'TASK_DUE' and ${outbox.detail}->>'task' = ${caseTasks.id}::text)`;
  const due = await db
    .select({ task: caseTasks })
    .from(caseTasks)
    .innerJoin(cases, eq(cases.id, caseTasks.caseId))
    .where(and(isNull(caseTasks.doneAt), lte(caseTasks.dueAt, now()), ne(cases.state, 'CLOSED'), untold));
  for (const { task } of due)
    await withTransaction(db, async (tx) => {
      await tell(tx, {
        kind: 'TASK_DUE',
        staffIds: await whoseTask(tx, task),
        subject: { kind: 'case', id: task.caseId },
        detail: { task: task.id },
        dedupe: `TASK_DUE/${task.id}`,
      });
    });
  return due.length;
}

/** Whoever is to do it, if they still can and have not stepped back; else as for the case. */
async function whoseTask(tx: Tx, { caseId, ownerId }: typeof caseTasks.$inferSelect): Promise<string[]> {
  const able = ownerId && (await mayDo(tx, ownerId, 'case.work')) && !(await isRecused(tx, caseId, ownerId));
  return able ? [ownerId] : whomToTell(tx, ['ASSIGNEE', 'ON_DUTY'], { kind: 'case', id: caseId });
}
