import { join } from 'node:path';
import sharp from 'sharp';
import { root } from './support/root';

/**
 * `npx tsx bin/share-picture.ts` draws what a share of a background page shows: Naru's landing above the water, and the tall post. There is
 * not a letter in it, so it needs no font, is the same on every machine and serves both languages; title and description stand beside it
 * wherever it is shown. The picture is kept in public/share, so that no build depends on drawing it.
 */
const WAVE =
  'c50 -40 100 -40 150 0s100 40 150 0 100-40 150 0 100 40 150 0 100-40 150 0 100 40 150 0 100-40 150 0 100 40 150 0 100-40 150 0';
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
  <rect width="1200" height="630" fill="#083891"/>
  <path d="M-20 470${WAVE}V640H-20Z" fill="#0b50d0"/>
  <g fill="none" stroke="#fff" stroke-width="28" stroke-linecap="round">
    <path d="M300 290h470"/><path d="M390 290v110M690 120v290"/>
    <path d="M-20 470${WAVE}" stroke-width="16"/>
    <path d="M-95 555${WAVE}" stroke="#ecf2fe" stroke-width="8"/>
  </g>
</svg>`;
const to = join(root, 'public', 'share', 'background.png');
const { size } = await sharp(Buffer.from(picture)).png({ palette: true, colours: 16 }).toFile(to);
console.log(`${to}, ${size} bytes.`);
