import { randomBytes } from 'node:crypto';
import { eq, isNotNull, sql } from 'drizzle-orm';
import sharp from 'sharp';
import type { Db } from '@/db/client';
import { evidenceChunks, evidenceFiles, evidenceObjects } from '@/db/schema/evidence';
import { dataKeys } from '@/db/schema/vault';
import { beginUpload, writePiece } from '@/lib/evidence/commands';
import { CHUNK_BYTES, type EvidenceField } from '@/lib/evidence/limits';
import type { OpenVariant } from '@/lib/evidence/queries';

/** Bytes that no compressor makes smaller, behind the beginning of a PDF. */
export const pdfOf = (size: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(Math.max(0, size - 9))]).subarray(0, size);

/** Where and when the made-up photos were taken. */
export const PHOTO_FACTS = { takenAt: '2025-10-03T14:22:05+07:00', latitude: 10.625, longitude: 103.52 };

/** A photo as a telephone takes it: lying on its side, turned by its EXIF, with place and time. */
export async function photoOf(width: number, height: number): Promise<Buffer> {
  const background = { r: 90, g: 140, b: 200 };
  return sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false })
    .withExif({
      IFD0: { Make: 'Naru', Model: 'Test Phone 15' },
      IFD2: { DateTimeOriginal: '2025:10:03 14:22:05', OffsetTimeOriginal: '+07:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '10/1 37/1 3000/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '103/1 31/1 1200/100',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 80 })
    .toBuffer();
}

type How = { name?: string; field?: EvidenceField; piece?: number };

/** Uploads bytes as the page's script does; answers the file's id and how it ended. */
export async function uploadPieces(db: Db, draftId: string, bytes: Buffer, how: How = {}) {
  const { name = 'file', field = 'files', piece = CHUNK_BYTES } = how;
  const begun = await beginUpload(db, draftId, { field, name, size: bytes.length });
  if (!begun.ok) return { id: '', end: begun };
  for (let offset = 0; ; offset += piece) {
    const end = await writePiece(db, draftId, begun.id, offset, bytes.subarray(offset, offset + piece));
    if (!end.ok || end.done) return { id: begun.id, end };
  }
}

export async function bytesOf(opened: OpenVariant | null): Promise<Buffer> {
  if (!opened) throw new Error('nothing to open');
  const parts: Buffer[] = [];
  for await (const part of opened.bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** What of files is in a database: rows, chunks, objects that count, and keys that still open something. */
export async function remains(db: Db) {
  const count = sql<number>`count(*)::int`;
  const [files] = await db.select({ count }).from(evidenceFiles);
  const [chunks] = await db.select({ count }).from(evidenceChunks);
  const [objects] = await db.select({ count }).from(evidenceObjects).where(isNotNull(evidenceObjects.fileId));
  const keys = await db.select().from(dataKeys).where(eq(dataKeys.ownerKind, 'evidence'));
  return {
    files: files?.count,
    chunks: (chunks?.count ?? 0) + (objects?.count ?? 0),
    keys: keys.filter(({ wrapped }) => wrapped !== null).length,
  };
}

export const NOTHING = { files: 0, chunks: 0, keys: 0 };
