import 'server-only';
import type { Db, Tx } from '@/db/client';
import type { Variant } from '../types';

/** Where one sealed chunk of a file stands. */
export type ChunkPlace = { fileId: string; variant: Variant; seq: number };

/** Sealed bytes that are where they can be counted as a chunk, and are not one yet. */
export type Staged = { readonly sealed: Buffer; readonly object?: string };

/**
 * Where sealed chunks lie. Bytes are staged outside a transaction, because a store elsewhere is slow, and become a chunk inside the one
 * that counts them: what is staged and never attached is nothing, and its store forgets it. Deleting the file's row lets go of all of it.
 */
export type ChunkStore = {
  readonly name: 'postgres' | 's3';
  stage(db: Db, sealed: Buffer): Promise<Staged>;
  /** Puts staged bytes where a chunk stands, in place of what stood there. */
  attach(tx: Tx, place: ChunkPlace, staged: Staged): Promise<void>;
  /** The sealed bytes of one chunk; null when there is none. */
  read(db: Db | Tx, place: ChunkPlace): Promise<Buffer | null>;
};
