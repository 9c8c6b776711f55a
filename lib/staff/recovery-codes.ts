import 'server-only';
import { randomBytes } from 'node:crypto';

const COUNT = 10;
/** 64 bits each: beyond guessing, and hexadecimal has no letters that look alike. */
const BYTES = 8;

/** Ten codes, each good once in place of the authenticator's. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const digits = randomBytes(BYTES).toString('hex');
    return (digits.match(/.{4}/g) ?? []).join('-');
  });
}

/** What is digested: the code as typed without its case, spaces and hyphens, bound to its account. */
export function recoveryCodeText(staffId: string, typed: string): string {
  return `${staffId}/${typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-f]/g, '')}`;
}
