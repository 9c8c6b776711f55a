import { constants, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const ascii = (text: string) => Buffer.from(text, 'latin1');

/** A ZIP with stored entries, as small as ZIPs come. */
export function zipOf(entries: Record<string, Buffer>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([ascii('PK\x03\x04'), common, Buffer.from(name), content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([ascii('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(locals.length, 4);
  end.writeUInt16LE(locals.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listed, ascii('PK\x05\x06'), end]);
}

/** Node 20.9 has no CRC-32 of its own yet. */
function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function pngChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([ascii(kind), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A whole black PNG of one bit a pixel: a hundred kilobytes that unpack into gigabytes. */
export function pngBomb(edge: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header[8] = 1;
  const rows = Buffer.alloc(edge * (1 + Math.ceil(edge / 8)));
  const packed = deflateSync(rows, { level: constants.Z_BEST_SPEED });
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', packed),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An animation of so many frames of one pixel. */
export function gifOfFrames(frames: number): Buffer {
  const head = ascii('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff');
  const frame = ascii(
    '!\xf9\x04\x00\x0a\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x4c\x01\x00',
  );
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame), ascii(';')]);
}

const small = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } });
export const smallJpeg = () => small().jpeg().toBuffer();
export const smallGif = () => small().gif().toBuffer();

/** A picture to who looks at its beginning, a Java program to who looks at its end. */
export const gifar = async () =>
  Buffer.concat([
    await smallGif(),
    zipOf({ 'META-INF/MANIFEST.MF': ascii('Main-Class: Evil\n'), 'Evil.class': ascii('\xca\xfe\xba\xbe') }),
  ]);

export const SCRIPT = '<html><script>alert(document.domain)</script></html>';

/** A picture with a page behind it, and one in its comment. */
export async function jpegWithHtml(): Promise<Buffer> {
  const jpeg = await smallJpeg();
  const length = Buffer.alloc(2);
  length.writeUInt16BE(SCRIPT.length + 2);
  const comment = Buffer.concat([ascii('\xff\xfe'), length, ascii(SCRIPT)]);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), ascii(SCRIPT)]);
}
