import 'server-only';
import { createHmac } from 'node:crypto';
import { ALPHABET, group, randomSymbols } from './code-alphabet';

/** 17 symbols are 83 bits, past the 80 that security.md asks for; the 18th is a check character. */
const SECRET_SYMBOLS = 17;

/** A receipt code for a new report, such as `K7M-2PX-…`: whoever holds it can read the report's state and messages. */
export function makeReceiptCode(): string {
  return withCheck(randomSymbols(SECRET_SYMBOLS));
}

/** The receipt code that belongs to a sos form's nonce: the same form sent again shows the same code without storing it. */
export function deriveReceiptCode(key: Buffer, nonce: string): string {
  const size = BigInt(ALPHABET.length);
  let rest = BigInt(`0x${createHmac('sha256', key).update(nonce).digest('hex')}`);
  let symbols = '';
  while (symbols.length < SECRET_SYMBOLS) {
    symbols += ALPHABET[Number(rest % size)];
    rest /= size;
  }
  return withCheck(symbols);
}

/**
 * Reads a code as a person typed it: any case, spaces, hyphens, full-width letters. Null when it cannot be one, which is known without
 * asking the database.
 */
export function parseReceiptCode(typed: string): string | null {
  const symbols = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '');
  if (symbols.length !== SECRET_SYMBOLS + 1) return null;
  const code = withCheck(symbols.slice(0, SECRET_SYMBOLS));
  return code.replaceAll('-', '') === symbols ? code : null;
}

function withCheck(symbols: string): string {
  return group(symbols + checkSymbol(symbols), 3);
}

/** Luhn's algorithm over the alphabet (mod N): finds every wrong symbol and nearly every swap of neighbours. */
function checkSymbol(symbols: string): string {
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
