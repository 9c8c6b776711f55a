import 'server-only';
import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import { type Db, withTransaction } from '@/db/client';
import { evidenceFiles } from '@/db/schema/evidence';
import { MINUTE, now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { sealBytes } from '@/lib/vault/seal';
import { CHUNK_BYTES } from '../limits';
import { type OpenFile, openFile } from '../queries';
import { readChunks } from '../read-chunks';
import { chunkPlace, type EvidenceRecord, sealRecord } from '../sealed-record';
import { storeNamed } from '../storage/choose';
import type { ChunkPlace, Staged } from '../storage/store';
import { cleanImage } from './image-worker';

/** A process that took a file on and was ended leaves it to the next one after this long. */
const TURN_MS = 2 * MINUTE;
/** How often a picture is tried at all: whatever ends the process at the third try would end it at the fourth. */
const MOST_TRIES = 3;

/**
 * Makes the clean copies and small pictures that are waiting. Any number of processes may do this at once: each file is one's own for two
 * minutes. Answers how many files were done; a fault with one is logged and leaves the others alone. `draftId`: only that draft's.
 */
export async function processWaiting(
  db: Db,
  { most, draftId }: { most: number; draftId?: string },
): Promise<number> {
  for (let done = 0; ; done += 1) {
    if (done >= most) return done;
    const file = await takeTurn(db, draftId);
    if (!file) return done;
    try {
      await makeCopies(db, file);
    } catch (error) {
      log.warn('evidence.processing-failed', describeError(error));
    }
  }
}

/** Takes one waiting file on. A file whose turn was taken too often already is settled as failed instead. */
async function takeTurn(db: Db, draftId: string | undefined): Promise<OpenFile | null> {
  return withTransaction(db, async (tx) => {
    const [row] = await tx
      .select()
      .from(evidenceFiles)
      .where(
        and(
          eq(evidenceFiles.state, 'STORED'),
          eq(evidenceFiles.copyState, 'WAITING'),
          draftId ? eq(evidenceFiles.draftId, draftId) : undefined,
          or(eq(evidenceFiles.tries, 0), lt(evidenceFiles.touchedAt, new Date(now().getTime() - TURN_MS))),
        ),
      )
      .orderBy(asc(evidenceFiles.touchedAt))
      .limit(1)
      .for('update', { skipLocked: true });
    const file = row && (await openFile(tx, row));
    if (!file) return null;
    await tx
      .update(evidenceFiles)
      .set({ tries: sql`${evidenceFiles.tries} + 1`, touchedAt: now() })
      .where(eq(evidenceFiles.id, row.id));
    return file;
  });
}

async function makeCopies(db: Db, { row, key, record }: OpenFile): Promise<void> {
  const store = storeNamed(row.store);
  const original = readChunks(db, { store, key, fileId: row.id, variant: 'ORIGINAL' }, row.size);
  const made = record.type && row.tries < MOST_TRIES ? await cleanImage(record.type, original) : null;
  const staged: { place: ChunkPlace; chunk: Staged }[] = [];
  for (const [variant, bytes] of [
    ['COPY', made?.copy.bytes],
    ['THUMBNAIL', made?.thumbnail.bytes],
  ] as const) {
    for (let at = 0; bytes && at < bytes.length; at += CHUNK_BYTES) {
      const place = { fileId: row.id, variant, seq: at / CHUNK_BYTES };
      const sealed = sealBytes(
        key,
        chunkPlace(row.id, variant, place.seq),
        bytes.subarray(at, at + CHUNK_BYTES),
      );
      staged.push({ place, chunk: await store.stage(db, sealed) });
    }
  }
  await withTransaction(db, async (tx) => {
    const [locked] = await tx.select().from(evidenceFiles).where(eq(evidenceFiles.id, row.id)).for('update');
    // Removed, or destroyed with its draft, while the copy was drawn; or another process was first.
    const current = locked?.copyState === 'WAITING' ? await openFile(tx, locked) : null;
    if (!current) return;
    for (const { place, chunk } of staged) await store.attach(tx, place, chunk);
    const found: Partial<EvidenceRecord> = made
      ? { photo: made.photo, copy: without(made.copy), thumbnail: without(made.thumbnail) }
      : {};
    await tx
      .update(evidenceFiles)
      .set({
        copyState: made ? 'MADE' : 'FAILED',
        sealed: sealRecord(key, row.id, { ...current.record, ...found }),
      })
      .where(eq(evidenceFiles.id, row.id));
  });
}

const without = ({
  mime,
  size,
  width,
  height,
}: {
  mime: string;
  size: number;
  width: number;
  height: number;
}) => ({
  mime,
  size,
  width,
  height,
});
