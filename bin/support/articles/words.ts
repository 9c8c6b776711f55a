import { createHash } from 'node:crypto';
import { digitsIn } from '@/lib/background/numbers';

const RUN = 9;

/** What two texts are compared by: lower case, and nothing but letters and digits between single spaces. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[’']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Every run of nine words, with the first eight bytes of its SHA-256. */
export function runHashes(text: string): { hash: string; run: string }[] {
  const words = wordsOf(text);
  return Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, start) => {
    const run = words.slice(start, start + RUN).join(' ');
    return { run, hash: createHash('sha256').update(run).digest().subarray(0, 8).toString('base64url') };
  });
}

/** An article's paragraphs as the pages count them: lines that are not empty. */
export function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

const SMALL = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Every number in an article's paragraph, those up to ten in words too. */
export function numbersOf(text: string): string[] {
  const worded = wordsOf(text).flatMap((word) => {
    const index = Math.max(SMALL.indexOf(word), ORDINALS.indexOf(word));
    return index < 0 ? [] : [String(index + 1)];
  });
  return [...new Set([...digitsIn(text), ...worded])];
}
