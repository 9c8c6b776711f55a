import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import { staffAccounts } from '@/db/schema/staff';
import { DAY, HOUR, MINUTE, now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';

export type Telling = {
  kind:
    | 'CLOCK'
    | 'APPROVAL'
    | 'ASSIGNED'
    | 'TASK'
    | 'GLASS_BROKEN'
    | 'RECONTACT'
    | 'HOLD_OVER'
    | 'LET_GO'
    | 'DANGER'
    | 'NEWS'
    | 'APPROVAL_ASKED'
    | 'REPORT_ASSIGNED'
    | 'TASK_DUE'
    | 'PERSON_ERASED';
  staffIds: readonly string[];
  subject: { kind: 'report' | 'case'; id: string };
  /** Codes and numbers only. */
  detail?: Record<string, string | number>;
  /** What makes it the same thing: told to a person once. */
  dedupe: string;
};

/** Puts word for people at the desk into the outbox, in the transaction of what it tells of: both are stored or neither. */
export async function tell(tx: Tx, { kind, staffIds, subject, detail = {}, dedupe }: Telling): Promise<void> {
  const at = now();
  const rows = [...new Set(staffIds)].map((staffId) => ({
    id: randomUUID(),
    kind,
    staffId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    detail,
    createdAt: at,
    dedupe: `${dedupe}/${staffId}`,
    nextTryAt: at,
  }));
  if (rows.length > 0) await tx.insert(outbox).values(rows).onConflictDoNothing({ target: outbox.dedupe });
}

/** What was told under this name waits no longer: nobody is shown it or written to about it any more. */
export async function takeBack(tx: Tx, dedupe: string): Promise<void> {
  const everybody = tx
    .select({ name: sql`${`${dedupe}/`}::text || ${staffAccounts.id}` })
    .from(staffAccounts);
  await tx
    .update(outbox)
    .set({ seenAt: now(), nextTryAt: null })
    .where(and(inArray(outbox.dedupe, everybody), isNull(outbox.seenAt)));
}

/** A person has seen what they were told; only their own. Nobody is written to about it any more. */
export async function markSeen(db: Db, staffId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(outbox)
    .set({ seenAt: now(), nextTryAt: null })
    .where(and(eq(outbox.staffId, staffId), inArray(outbox.id, [...ids]), isNull(outbox.seenAt)));
}

/** How long one delivery may take before another process tries the same person again; longer than any letter takes. */
const LEASE = 2 * MINUTE;
/** What could not be handed over is given up after this many tries, and not before a day is over. */
export const GIVE_UP_AFTER = 10;

/** The mail server itself is away: nobody else need be tried this round. */
export class MailAway extends Error {}

/**
 * Hands one letter over. It is told whom to write to and never what about. False: there is nobody to write to any more. Throws when it
 * cannot, MailAway when it could not for anybody.
 */
export type SendWord = (staffId: string) => Promise<boolean>;

/**
 * Mails what waits in the outbox and was not seen: to each person once a round, however much waits for them. A person's rows are leased while
 * they are tried, so that two processes do not write twice; what fails is tried again later and later. Answers how many people were written to.
 */
export async function deliverMail(db: Db, send: SendWord, mostMs = MINUTE): Promise<number> {
  const until = Date.now() + mostMs;
  let written = 0;
  while (Date.now() < until) {
    const rows = await leaseForOne(db);
    const [first] = rows;
    if (!first) break;
    const done = await deliverTo(db, send, first.staffId, rows);
    written += done === 'written' ? 1 : 0;
    if (done === 'away') break;
  }
  return written;
}

type OutboxRow = typeof outbox.$inferSelect;

const isDue = () => and(isNull(outbox.mailedAt), isNull(outbox.seenAt), lte(outbox.nextTryAt, now()));

/** Everything due for one person. Their account's row is what two processes decide by, so that nobody is leased in two halves. */
async function leaseForOne(db: Db): Promise<OutboxRow[]> {
  return withTransaction(db, async (tx) => {
    const [person] = await tx
      .select({ id: staffAccounts.id })
      .from(staffAccounts)
      .where(inArray(staffAccounts.id, tx.select({ id: outbox.staffId }).from(outbox).where(isDue())))
      .orderBy(staffAccounts.id)
      .limit(1)
      .for('no key update', { skipLocked: true });
    if (!person) return [];
    return tx
      .update(outbox)
      .set({ nextTryAt: new Date(now().getTime() + LEASE), tries: sql`${outbox.tries} + 1` })
      .where(and(eq(outbox.staffId, person.id), isDue()))
      .returning();
  });
}

async function deliverTo(
  db: Db,
  send: SendWord,
  staffId: string,
  rows: readonly OutboxRow[],
): Promise<'written' | 'nobody' | 'failed' | 'away'> {
  const ids = rows.map((row) => row.id);
  try {
    const there = await send(staffId);
    const mailedAt = there ? now() : null;
    await db.update(outbox).set({ mailedAt, nextTryAt: null }).where(inArray(outbox.id, ids));
    return there ? 'written' : 'nobody';
  } catch (error) {
    log.warn('mail.failed', describeError(error));
    for (const row of rows)
      await db
        .update(outbox)
        .set({ nextTryAt: nextTry(row) })
        .where(eq(outbox.id, row.id));
    return error instanceof MailAway ? 'away' : 'failed';
  }
}

/** When a row that failed is tried again: after 2, 4, 8 … minutes, an hour at the most; null when it is given up. */
function nextTry({ tries, createdAt }: OutboxRow): Date | null {
  const at = now().getTime();
  if (tries >= GIVE_UP_AFTER && at - createdAt.getTime() > DAY) return null;
  return new Date(at + Math.min(HOUR, MINUTE * 2 ** tries));
}
