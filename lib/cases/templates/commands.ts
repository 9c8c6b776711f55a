import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { messageTemplates } from '@/db/schema/outbox';

export type NewTemplate = Omit<typeof messageTemplates.$inferInsert, 'id'>;

/** Adds templates that are not there yet; one that is (by slug) stays as it is. */
export async function loadTemplates(db: Db, rows: readonly NewTemplate[]): Promise<void> {
  for (const row of rows)
    await db
      .insert(messageTemplates)
      .values({ ...row, id: randomUUID() })
      .onConflictDoNothing({ target: messageTemplates.slug });
}
