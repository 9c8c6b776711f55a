import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** A photo that no compressor makes smaller: 2400 by 2050 are about five megabytes. */
export function noisyPhoto(width: number, height: number): Promise<Buffer> {
  const raw = { width, height, channels: 3 } as const;
  return sharp(randomBytes(width * height * 3), { raw })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** What begins as a PDF and is this long. */
export const madePdf = (size: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
