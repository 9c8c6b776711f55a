import { describe, expect, it } from 'vitest';
import { ALPHABET } from '@/lib/reports/code-alphabet';
import { deriveReceiptCode, makeReceiptCode, parseReceiptCode } from '@/lib/reports/receipt-code';
import { makeReference } from '@/lib/reports/reference';

describe('the receipt code', () => {
  const code = makeReceiptCode();

  it('has at least 80 bits and no look-alike letters', () => {
    expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{3}-){5}[2-9A-HJKMNP-TV-Z]{3}$/);
    expect(17 * Math.log2(ALPHABET.length)).toBeGreaterThanOrEqual(80);
  });

  it.each([
    ['lower case', (text: string) => text.toLowerCase()],
    ['no hyphens', (text: string) => text.replaceAll('-', '')],
    ['spaces', (text: string) => ` ${text.replaceAll('-', '  ')} `],
    [
      'full-width letters',
      (text: string) =>
        text.replace(/[A-Z0-9]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
    ],
    ['long dashes', (text: string) => text.replaceAll('-', '–')],
  ])('is read with %s', (_name, typed) => {
    expect(parseReceiptCode(typed(code))).toBe(code);
  });

  it('finds every single wrong symbol', () => {
    const symbols = code.replaceAll('-', '');
    for (let place = 0; place < symbols.length; place += 1)
      for (const wrong of ALPHABET)
        if (wrong !== symbols[place])
          expect(parseReceiptCode(symbols.slice(0, place) + wrong + symbols.slice(place + 1))).toBeNull();
  });

  it.each(['', 'ABC', '000-111-OOO-III-LLL-UUU', `${code}2`, '한글코드를적었어요한글코드를적었어요'])(
    'refuses %j without asking the database',
    (typed) => {
      expect(parseReceiptCode(typed)).toBeNull();
    },
  );

  it('derives from a nonce, always the same and valid', () => {
    const key = Buffer.alloc(32, 7);
    expect(deriveReceiptCode(key, 'a')).toBe(deriveReceiptCode(key, 'a'));
    expect(deriveReceiptCode(key, 'a')).not.toBe(deriveReceiptCode(key, 'b'));
    expect(parseReceiptCode(deriveReceiptCode(key, 'a'))).toBe(deriveReceiptCode(key, 'a'));
  });
});

it('a reference looks like NR-XXXX-XXXX', () => {
  expect(makeReference()).toMatch(/^NR-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
});
