/**
 * Draws a picture anew, in a process of its own that can be ended at any moment (image-worker.ts). The original comes in on standard input;
 * a line of JSON, the clean copy and the small picture go out on standard output. Nothing is written to a disk. Code 3: it is no picture
 * that can be drawn within the bounds.
 */
import exifr from 'exifr';
import decodeHeic from 'heic-decode';
import sharp from 'sharp';

/** A photo of 50 megapixels, and half as much again: no telephone's is larger. A HEIC is unpacked whole, so it gets less. */
const MOST_PIXELS = 80_000_000;
const MOST_HEIC_PIXELS = 52_000_000;
/** An animation is drawn as its first frame; one with more frames than this is somebody's bomb. */
const MOST_FRAMES = 500;
const COPY_EDGE = 4096;
const THUMBNAIL_EDGE = 320;
/** Up to here a picture without loss stays without loss: screenshots of chats. */
const LOSSLESS_PIXELS = 6_000_000;

sharp.cache(false);
sharp.concurrency(1);

async function main() {
  const type = process.argv[2];
  const original = await readAll();
  const photo = await readFacts(original, type);
  const source = type === 'heic' ? await openHeic(original) : await openPicture(original);
  const lossless = (type === 'png' || type === 'gif') && source.pixels <= LOSSLESS_PIXELS;
  const copy = await draw(source.open(), COPY_EDGE, lossless ? 'png' : 'jpeg', 90);
  const thumbnail = await draw(sharp(copy.data), THUMBNAIL_EDGE, 'jpeg', 72);
  const said = { photo, copy: describe(copy), thumbnail: describe(thumbnail) };
  await write(Buffer.from(`${JSON.stringify(said)}\n`));
  await write(copy.data);
  await write(thumbnail.data);
}

async function openPicture(original) {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true };
  const { width, height, pages = 1 } = await sharp(original, options).metadata();
  if (pages > MOST_FRAMES || width * height > MOST_PIXELS) throw new Error('out of bounds');
  // Turned as the camera was held; what said so goes with everything else the camera wrote.
  return { pixels: width * height, open: () => sharp(original, options).autoOrient() };
}

/** HEIC is turned by its decoder. */
async function openHeic(original) {
  const images = await decodeHeic.all({ buffer: original });
  const [first] = images;
  if (!first || first.width * first.height > MOST_HEIC_PIXELS) throw new Error('out of bounds');
  const { width, height, data } = await first.decode();
  images.dispose();
  const raw = { width, height, channels: 4 };
  return { pixels: width * height, open: () => sharp(Buffer.from(data.buffer), { raw }) };
}

/** sharp writes nothing that was in the original's metadata unless it is asked to, and turns colours into sRGB. */
function draw(picture, edge, format, quality) {
  const sized = picture.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
  const drawn =
    format === 'png'
      ? sized.png({ compressionLevel: 7 })
      : sized.flatten({ background: '#fff' }).jpeg({ quality });
  return drawn.toBuffer({ resolveWithObject: true });
}

const describe = ({ data, info }) => ({
  mime: `image/${info.format}`,
  size: data.length,
  width: info.width,
  height: info.height,
});

/** When and where a photo was taken, as the camera wrote it. A picture with broken metadata is still a picture. */
async function readFacts(original, type) {
  try {
    const exif =
      type === 'heic' ? exifInHeic(original) : withoutName((await sharp(original).metadata()).exif);
    if (!exif) return {};
    const options = { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'], reviveValues: false };
    const found = (await exifr.parse(exif, options)) ?? {};
    const place = (await exifr.gps(exif)) ?? {};
    return { ...takenAt(found), ...position(place) };
  } catch {
    return {};
  }
}

/** Where it stood in a JPEG's or a WebP's own box, it begins with `Exif` and two zeros. */
const withoutName = (exif) => (exif?.subarray(0, 4).toString('latin1') === 'Exif' ? exif.subarray(6) : exif);

/**
 * A HEIC's EXIF item: the length of what stands before its TIFF header (nothing, or `Exif` and two zeros), then that header. These bytes
 * occur nowhere else by chance, and telephones differ in how they say where the item is.
 */
function exifInHeic(original) {
  for (const before of ['\0\0\0\x06Exif\0\0', '\0\0\0\0']) {
    for (const header of ['MM\0*\0\0\0\x08', 'II*\0\x08\0\0\0']) {
      const at = original.indexOf(Buffer.from(before + header, 'latin1'));
      if (at >= 0) return original.subarray(at + before.length);
    }
  }
  return undefined;
}

function takenAt({ DateTimeOriginal: written, OffsetTimeOriginal: offset }) {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(String(written ?? ''));
  if (!parts) return {};
  const zone = /^[+-]\d\d:\d\d$/.test(String(offset ?? '')) ? offset : '';
  return { takenAt: `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}${zone}` };
}

function position({ latitude, longitude }) {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace ? { latitude, longitude } : {};
}

async function readAll() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

const write = (bytes) =>
  new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

try {
  await main();
} catch {
  process.exitCode = 3;
}
