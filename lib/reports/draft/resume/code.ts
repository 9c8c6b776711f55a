import 'server-only';
import { checkSymbol, deriveSymbols, typedSymbols } from '../../check-symbol';
import { group } from '../../code-alphabet';

/** As strong as a receipt code: 17 symbols are 83 bits, the 18th is a check character. */
const SECRET_SYMBOLS = 17;

/** For "write". It stands in front and goes into the check character, so that neither of the two codes is ever taken for the other. */
const PREFIX = 'W';

/** The code that opens a draft in another browser, `W-XXXXXX-XXXXXX-XXXXXX`. It derives from the draft, so that nothing more is stored. */
export function deriveResumeCode(key: Buffer, draftId: string): string {
  return withCheck(deriveSymbols(key, draftId, SECRET_SYMBOLS));
}

/** Reads a code as a person typed it, with or without its first letter. Null when it cannot be one. */
export function parseResumeCode(typed: string): string | null {
  const all = typedSymbols(typed);
  const symbols = all.length === SECRET_SYMBOLS + 2 && all.startsWith(PREFIX) ? all.slice(1) : all;
  if (symbols.length !== SECRET_SYMBOLS + 1) return null;
  const code = withCheck(symbols.slice(0, SECRET_SYMBOLS));
  return code.replaceAll('-', '') === PREFIX + symbols ? code : null;
}

function withCheck(symbols: string): string {
  return `${PREFIX}-${group(symbols + checkSymbol(PREFIX + symbols), 6)}`;
}
