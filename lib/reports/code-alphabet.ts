import 'server-only';
import { randomInt } from 'node:crypto';

/** Digits and capitals without those that look alike: no 0 O, 1 I L, U. Thirty symbols, 4.9 bits each. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random symbols of the alphabet. */
export function randomSymbols(count: number): string {
  return Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** Splits into groups for reading aloud: `group('ABCDEF', 3)` is `ABC-DEF`. */
export function group(text: string, size: number): string {
  return (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-');
}
