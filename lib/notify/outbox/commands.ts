import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import { HOUR, MINUTE, now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';

export type Telling = {
  kind: 'CLOCK' | 'APPROVAL' | 'ASSIGNED' | 'TASK' | 'GLASS_BROKEN' | 'RECONTACT';
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

/** A person has seen what they were told; only their own. */
export async function markSeen(db: Db, staffId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(outbox)
    .set({ seenAt: now() })
    .where(and(eq(outbox.staffId, staffId), inArray(outbox.id, [...ids]), isNull(outbox.seenAt)));
}

const BATCH = 20;
/** How long one delivery may take before another process tries the same row again. */
const LEASE = 2 * MINUTE;
const GIVE_UP_AFTER = 10;

/** Hands one piece of mail over; throws when it cannot. It is told whom to write to and never what about. */
export type SendWord = (staffId: string) => Promise<void>;

/**
 * Mails what waits in the outbox: to each person once a round, however much waits for them. A row is leased while it is tried, so that two
 * processes do not write twice; one that fails is tried again later, ten times at the most. Answers how many people were written to.
 */
export async function deliverMail(db: Db, send: SendWord): Promise<number> {
  let written = 0;
  for (;;) {
    const leased = await db
      .update(outbox)
      .set({ nextTryAt: new Date(now().getTime() + LEASE), tries: sql`${outbox.tries} + 1` })
      .where(
        inArray(
          outbox.id,
          db
            .select({ id: outbox.id })
            .from(outbox)
            .where(and(isNull(outbox.mailedAt), lte(outbox.nextTryAt, now())))
            .orderBy(outbox.nextTryAt)
            .limit(BATCH)
            .for('update', { skipLocked: true }),
        ),
      )
      .returning();
    if (leased.length === 0) return written;
    for (const staffId of new Set(leased.map((row) => row.staffId))) {
      const rows = leased.filter((row) => row.staffId === staffId);
      written += (await deliverTo(db, send, staffId, rows)) ? 1 : 0;
    }
  }
}

type OutboxRow = typeof outbox.$inferSelect;

async function deliverTo(
  db: Db,
  send: SendWord,
  staffId: string,
  rows: readonly OutboxRow[],
): Promise<boolean> {
  try {
    await send(staffId);
  } catch (error) {
    log.warn('mail.failed', describeError(error));
    for (const row of rows) {
      const wait = Math.min(HOUR, MINUTE * 2 ** row.tries);
      const nextTryAt = row.tries >= GIVE_UP_AFTER ? null : new Date(now().getTime() + wait);
      await db.update(outbox).set({ nextTryAt }).where(eq(outbox.id, row.id));
    }
    return false;
  }
  await db
    .update(outbox)
    .set({ mailedAt: now(), nextTryAt: null })
    .where(
      inArray(
        outbox.id,
        rows.map((row) => row.id),
      ),
    );
  return true;
}
