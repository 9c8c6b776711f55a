import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { evidenceObjects } from '@/db/schema/evidence';
import { MINUTE, now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { ChunkPlace, ChunkStore } from '../store';
import { deleteObject, getObject, putObject } from './client';

/** An object that no chunk counts on after this long never will be one: its request is long over. */
const LOOSE_MS = 15 * MINUTE;
const DELETED_A_ROUND = 500;

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

/** Deletes the objects that nothing counts on any more. A store that is away leaves them for the next round. Answers how many. */
export async function sweepObjects(db: Db): Promise<number> {
  let swept = 0;
  try {
    while (swept < DELETED_A_ROUND && (await withTransaction(db, sweepOne))) swept += 1;
  } catch (error) {
    log.warn('evidence.sweep-failed', describeError(error));
  }
  return swept;
}

/** The row stays locked while its object is deleted: nobody can begin to count on it meanwhile. */
async function sweepOne(tx: Tx): Promise<boolean> {
  const [row] = await tx
    .select({ id: evidenceObjects.id })
    .from(evidenceObjects)
    .where(
      and(isNull(evidenceObjects.fileId), lt(evidenceObjects.madeAt, new Date(now().getTime() - LOOSE_MS))),
    )
    .orderBy(asc(evidenceObjects.madeAt))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!row) return false;
  await deleteObject(row.id);
  await tx.delete(evidenceObjects).where(eq(evidenceObjects.id, row.id));
  return true;
}
