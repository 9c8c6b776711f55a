import 'server-only';
import { and, count, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { outbox } from '@/db/schema/outbox';

export type Notice = {
  id: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  detail: Record<string, string | number>;
  at: Date;
};

const MOST = 100;

/** What a person was told and has not yet seen, the newest first. */
export async function unseenNotices(db: Db, staffId: string): Promise<Notice[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.staffId, staffId), isNull(outbox.seenAt)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(MOST);
  return rows.map(({ id, kind, subjectKind, subjectId, detail, createdAt }) => ({
    id,
    kind,
    subjectKind,
    subjectId,
    detail,
    at: createdAt,
  }));
}

/** How many that are. Counting stops at the most that a list shows. */
export async function countUnseen(db: Db, staffId: string): Promise<number> {
  const mine = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.staffId, staffId), isNull(outbox.seenAt)))
    .limit(MOST);
  const [row] = await db.select({ value: count() }).from(mine.as('mine'));
  return row?.value ?? 0;
}
