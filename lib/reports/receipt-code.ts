import 'server-only';
import { checkSymbol, deriveSymbols, typedSymbols } from './check-symbol';
import { group, randomSymbols } from './code-alphabet';

/** 17 symbols are 83 bits, past the 80 that security.md asks for; the 18th is a check character. */
const SECRET_SYMBOLS = 17;

/** A receipt code for a new report, such as `K7M-2PX-…`: whoever holds it can read the report's state and messages. */
export function makeReceiptCode(): string {
  return withCheck(randomSymbols(SECRET_SYMBOLS));
}

/** The receipt code that belongs to a sos form's nonce: the same form sent again shows the same code without storing it. */
export function deriveReceiptCode(key: Buffer, nonce: string): string {
  return withCheck(deriveSymbols(key, nonce, SECRET_SYMBOLS));
}

/**
 * Reads a code as a person typed it: any case, spaces, hyphens, full-width letters. Null when it cannot be one, which is known without
 * asking the database.
 */
export function parseReceiptCode(typed: string): string | null {
  const symbols = typedSymbols(typed);
  if (symbols.length !== SECRET_SYMBOLS + 1) return null;
  const code = withCheck(symbols.slice(0, SECRET_SYMBOLS));
  return code.replaceAll('-', '') === symbols ? code : null;
}

function withCheck(symbols: string): string {
  return group(symbols + checkSymbol(symbols), 3);
}
