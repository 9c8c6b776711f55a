import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { type Db, withTransaction } from '@/db/client';
import { staffKeptTexts } from '@/db/schema/staff';
import { now } from '@/lib/clock';
import { findDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { KEPT_MS, type KeptFields, placeOf } from './queries';

const MAX_TEXT = 100_000;

/**
 * Keeps what a person had typed, sealed under their own account's key: only they get it back. One text a form, the newest. Says nothing when
 * there is no such account.
 */
export async function keepTyped(db: Db, staffId: string, place: string, fields: KeptFields): Promise<void> {
  if (Object.values(fields).join('').length > MAX_TEXT) return;
  await withTransaction(db, async (tx) => {
    const key = await findDataKey(tx, { kind: 'staff', id: staffId });
    if (!key) return;
    await tx.delete(staffKeptTexts).where(lt(staffKeptTexts.keptAt, new Date(now().getTime() - KEPT_MS)));
    const id = randomUUID();
    const sealed = seal(key, placeOf(id), fields);
    const row = { id, sealed, keptAt: now() };
    await tx
      .insert(staffKeptTexts)
      .values({ ...row, staffId, place })
      .onConflictDoUpdate({ target: [staffKeptTexts.staffId, staffKeptTexts.place], set: row });
  });
}

/** Forgets what was kept for a form: it has been sent now. */
export async function forgetTyped(db: Db, staffId: string, place: string): Promise<void> {
  await db
    .delete(staffKeptTexts)
    .where(and(eq(staffKeptTexts.staffId, staffId), eq(staffKeptTexts.place, place)));
}
