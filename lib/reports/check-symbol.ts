import 'server-only';
import { createHmac } from 'node:crypto';
import { ALPHABET } from './code-alphabet';

/** Luhn's algorithm over the alphabet (mod N): finds every wrong symbol and nearly every swap of neighbours. */
export function checkSymbol(symbols: string): string {
  let sum = 0;
  let double = true;
  for (const symbol of [...symbols].reverse()) {
    const value = ALPHABET.indexOf(symbol);
    if (value < 0) return '';
    const addend = double ? value * 2 : value;
    sum += Math.floor(addend / ALPHABET.length) + (addend % ALPHABET.length);
    double = !double;
  }
  return ALPHABET[(ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length] ?? '';
}

/** Symbols that only the holder of the key can tell from a text: the same text gives the same ones. */
export function deriveSymbols(key: Buffer, text: string, count: number): string {
  const size = BigInt(ALPHABET.length);
  let rest = BigInt(`0x${createHmac('sha256', key).update(text).digest('hex')}`);
  let symbols = '';
  while (symbols.length < count) {
    symbols += ALPHABET[Number(rest % size)];
    rest /= size;
  }
  return symbols;
}

/** A code as a person typed it, without what only helps reading: any case, spaces, hyphens, full-width letters. */
export function typedSymbols(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '');
}
