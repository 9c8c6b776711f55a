import 'server-only';
import { and, eq } from 'drizzle-orm';
import { evidenceChunks } from '@/db/schema/evidence';
import type { ChunkPlace, ChunkStore } from '../store';

const at = ({ fileId, variant, seq }: ChunkPlace) =>
  and(eq(evidenceChunks.fileId, fileId), eq(evidenceChunks.variant, variant), eq(evidenceChunks.seq, seq));

/** Chunks in the database itself: nothing to set up, one backup, and a chunk is stored in the very transaction that counts it. */
export const postgresStore: ChunkStore = {
  name: 'postgres',
  stage: async (_db, sealed) => ({ sealed }),
  attach: async (tx, place, { sealed }) => {
    await tx
      .insert(evidenceChunks)
      .values({ ...place, sealed })
      .onConflictDoUpdate({
        target: [evidenceChunks.fileId, evidenceChunks.variant, evidenceChunks.seq],
        set: { sealed },
      });
  },
  read: async (db, place) => {
    const [row] = await db.select({ sealed: evidenceChunks.sealed }).from(evidenceChunks).where(at(place));
    return row?.sealed ?? null;
  },
};
