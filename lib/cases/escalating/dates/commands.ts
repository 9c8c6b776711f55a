import 'server-only';
import { and, eq, lte, ne, type SQL, sql } from 'drizzle-orm';
import { type Db, withTransaction } from '@/db/client';
import { cases } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { now } from '@/lib/clock';
import { tell } from '@/lib/notify/outbox/commands';
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
 * Tells of every hold that is over and every re-contact that is due: the assignee, failing them who is on duty. Once for each day that was set; the
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
  return told;
}
