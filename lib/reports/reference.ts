import 'server-only';
import { group, randomSymbols } from './code-alphabet';

/** A report's public name, `NR-XXXX-XXXX`: unique, said on the phone, and it grants nothing. */
export function makeReference(): string {
  return `NR-${group(randomSymbols(8), 4)}`;
}
