import 'server-only';
import type { Db, Tx } from '@/db/client';
import { type DataKey, openBytes } from '@/lib/vault/seal';
import { CHUNK_BYTES } from './limits';
import { chunkPlace } from './sealed-record';
import type { ChunkStore } from './storage/store';
import type { Variant } from './types';

export type Stored = { store: ChunkStore; key: DataKey; fileId: string; variant: Variant };

/** One chunk, opened. Throws when it is not there: what counts bytes and what holds them are written together. */
export async function readChunk(db: Db | Tx, stored: Stored, seq: number): Promise<Buffer> {
  const { store, key, fileId, variant } = stored;
  const sealed = await store.read(db, { fileId, variant, seq });
  if (!sealed) throw new Error('a chunk of evidence is not there');
  return openBytes(key, chunkPlace(fileId, variant, seq), sealed);
}

/** The bytes of a file that has `size` of them, from `first` on, a chunk at a time, each read when it is asked for. */
export async function* readChunks(
  db: Db | Tx,
  stored: Stored,
  size: number,
  first = 0,
): AsyncGenerator<Buffer> {
  for (let seq = Math.floor(first / CHUNK_BYTES); seq * CHUNK_BYTES < size; seq += 1) {
    const chunk = await readChunk(db, stored, seq);
    const due = Math.min(CHUNK_BYTES, size - seq * CHUNK_BYTES);
    if (chunk.length < due) throw new Error('a chunk of evidence is shorter than its file says');
    yield chunk.subarray(Math.max(0, first - seq * CHUNK_BYTES), due);
  }
}
