import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { evidenceObjects } from '@/db/schema/evidence';
import { MINUTE, now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { ChunkPlace, ChunkStore } from '../store';
import { deleteObject, getObject, putObject, StoreRefused } from './client';

/** An object that no chunk counts on after this long never will be one: its request is long over. */
const LOOSE_MS = 15 * MINUTE;
const DELETED_A_ROUND = 500;
/** Objects that the store refuses to delete, after which a round ends. */
const LEFT_A_ROUND = 50;

const at = ({ fileId, variant, seq }: ChunkPlace) =>
  and(eq(evidenceObjects.fileId, fileId), eq(evidenceObjects.variant, variant), eq(evidenceObjects.seq, seq));

/**
 * Chunks as objects under random names in an S3-compatible store. A name is written down before its object is put, and taken off the list
 * after the object was deleted, so that no object is ever there unknown; none is ever overwritten.
 */
export const objectStore: ChunkStore = {
  name: 's3',
  stage: async (db, sealed) => {
    const id = randomUUID();
    await db.insert(evidenceObjects).values({ id, madeAt: now() });
    await putObject(id, sealed);
    return { sealed, object: id };
  },
  attach: async (tx, place, { object = '' }) => {
    await tx.update(evidenceObjects).set({ fileId: null }).where(at(place));
    const attached = await tx
      .update(evidenceObjects)
      .set(place)
      .where(eq(evidenceObjects.id, object))
      .returning({ id: evidenceObjects.id });
    if (attached.length !== 1) throw new Error('a staged object was swept before it was counted');
  },
  read: async (db, place) => {
    const [row] = await db.select({ id: evidenceObjects.id }).from(evidenceObjects).where(at(place));
    return row ? getObject(row.id) : null;
  },
};

/**
 * Deletes the objects that nothing counts on any more. One that the store does not delete keeps none of the others: it goes behind them and is
 * tried again in a later round. A store that does not answer leaves all of them for that. Says once a round that something was left. Answers
 * how many were deleted.
 */
export async function sweepObjects(db: Db): Promise<number> {
  let swept = 0;
  const left: unknown[] = [];
  while (swept < DELETED_A_ROUND && left.length < LEFT_A_ROUND) {
    const done = await withTransaction(db, sweepOne);
    if (done === 'nothing') break;
    if (done === 'deleted') {
      swept += 1;
      continue;
    }
    left.push(done.error);
    if (!(done.error instanceof StoreRefused)) break;
  }
  if (left.length > 0) log.warn('evidence.sweep-left', { objects: left.length, ...describeError(left[0]) });
  return swept;
}

/**
 * The row stays locked while its object is deleted: nobody can begin to count on it meanwhile. The time of a loose object says nothing but when
 * it is to be swept: one that stays is as if it had been let go of now.
 */
async function sweepOne(tx: Tx): Promise<'deleted' | 'nothing' | { error: unknown }> {
  const [row] = await tx
    .select({ id: evidenceObjects.id })
    .from(evidenceObjects)
    .where(
      and(isNull(evidenceObjects.fileId), lt(evidenceObjects.madeAt, new Date(now().getTime() - LOOSE_MS))),
    )
    .orderBy(asc(evidenceObjects.madeAt))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!row) return 'nothing';
  const mine = eq(evidenceObjects.id, row.id);
  try {
    await deleteObject(row.id);
  } catch (error) {
    await tx.update(evidenceObjects).set({ madeAt: now() }).where(mine);
    return { error };
  }
  await tx.delete(evidenceObjects).where(mine);
  return 'deleted';
}
