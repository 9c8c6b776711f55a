import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { Db } from '@/db/client';
import { beginUpload, writePiece } from '@/lib/evidence/commands';
import { CHUNK_BYTES, type EvidenceField } from '@/lib/evidence/limits';
import type { OpenVariant } from '@/lib/evidence/queries';

/** Bytes that no compressor makes smaller, behind the beginning of a PDF. */
export const pdfOf = (size: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(Math.max(0, size - 9))]).subarray(0, size);

/** A photo as a telephone takes it: turned by its EXIF, with place and time. */
export async function photoOf(width: number, height: number): Promise<Buffer> {
  const channels = 3;
  const picture = sharp({ create: { width, height, channels, background: { r: 90, g: 140, b: 200 } } });
  return picture
    .withExif({
      IFD0: { Make: 'Naru', Model: 'Test 1' },
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

/** Uploads bytes as the page's script does; answers the file's id and how it ended. */
export async function uploadPieces(
  db: Db,
  draftId: string,
  bytes: Buffer,
  { name = 'file', field = 'files' as EvidenceField, piece = CHUNK_BYTES } = {},
) {
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
