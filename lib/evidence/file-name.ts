import { maskResidentNumbers } from '@/lib/resident-number';

const LONGEST = 120;
/** Marks that turn the direction of writing or cannot be seen (all of Unicode's format characters but the joiners that words and emoji need). */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;

/**
 * A file's name as it may be shown: its last part alone, composed (NFC: a Korean name from a Mac comes in pieces), without marks that
 * cannot be seen or make it read otherwise than it is, resident registration numbers masked, not too long. Empty when nothing is left.
 */
export function displayName(given: string): string {
  const last = given.normalize('NFC').replace(UNSEEN, '').split(/[/\\]/).at(-1) ?? '';
  const name = maskResidentNumbers(last)
    .text.replace(/\s+/gu, ' ')
    .replace(/^[\s.]+/u, '')
    .trim();
  const signs = [...name];
  if (signs.length <= LONGEST) return name;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? '';
  return `${signs.slice(0, LONGEST - ending.length - 1).join('')}…${ending}`;
}
