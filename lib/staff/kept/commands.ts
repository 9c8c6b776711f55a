import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { type Db, withTransaction } from '@/db/client';
import { staffAccounts, staffKeptTexts } from '@/db/schema/staff';
import { now } from '@/lib/clock';
import { findDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { KEPT_MS, type KeptFields, placeOf } from './queries';

/** The longest form: twenty stories of 20,000 characters (facts about a report), with all that stands beside them. */
const MAX_TEXT = 1_000_000;
/** More forms than anybody leaves unfinished in a day; a browser that was once signed in cannot fill the table. */
const MAX_KEPT = 20;

/**
 * Keeps what a person had typed, sealed under their own account's key: only they get it back. One text a form, and the newest forms
 * only. Keeps nothing when there is no such account or it is shut, or the text is longer than any form: answers whether it was kept. The caller sees to it that the form is one that exists.
 */
export async function keepTyped(
  db: Db,
  staffId: string,
  place: string,
  fields: KeptFields,
): Promise<boolean> {
  if (Object.values(fields).join('').length > MAX_TEXT) return false;
  return withTransaction(db, async (tx) => {
    // One after the other: two that both make room would wait for each other's rows.
    const [account] = await tx
      .select({ state: staffAccounts.state })
      .from(staffAccounts)
      .where(eq(staffAccounts.id, staffId))
      .for('no key update');
    const key = await findDataKey(tx, { kind: 'staff', id: staffId });
    if (!key || account?.state !== 'ACTIVE') return false;
    const theirs = eq(staffKeptTexts.staffId, staffId);
    const isOver = lt(staffKeptTexts.keptAt, new Date(now().getTime() - KEPT_MS));
    await tx.delete(staffKeptTexts).where(and(theirs, isOver));
    const id = randomUUID();
    const sealed = seal(key, placeOf(id), fields);
    const row = { id, sealed, keptAt: now() };
    await tx
      .insert(staffKeptTexts)
      .values({ ...row, staffId, place })
      .onConflictDoUpdate({ target: [staffKeptTexts.staffId, staffKeptTexts.place], set: row });
    const older = tx
      .select({ id: staffKeptTexts.id })
      .from(staffKeptTexts)
      .where(theirs)
      .orderBy(desc(staffKeptTexts.keptAt), desc(staffKeptTexts.id))
      .offset(MAX_KEPT);
    await tx.delete(staffKeptTexts).where(inArray(staffKeptTexts.id, older));
    return true;
  });
}

/** Forgets what was kept for a form: it has been sent now. */
export async function forgetTyped(db: Db, staffId: string, place: string): Promise<void> {
  await db
    .delete(staffKeptTexts)
    .where(and(eq(staffKeptTexts.staffId, staffId), eq(staffKeptTexts.place, place)));
}
