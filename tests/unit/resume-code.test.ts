import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ALPHABET } from '@/lib/reports/code-alphabet';
import { deriveResumeCode, parseResumeCode } from '@/lib/reports/draft/resume/code';
import { makeReceiptCode, parseReceiptCode } from '@/lib/reports/receipt-code';

const KEY = randomBytes(32);

describe('the resume code', () => {
  const draft = randomUUID();
  const code = deriveResumeCode(KEY, draft);

  it('is as strong as a receipt code and looks different', () => {
    expect(code).toMatch(/^W(-[2-9A-HJKMNP-TV-Z]{6}){3}$/);
    expect(17 * Math.log2(ALPHABET.length)).toBeGreaterThanOrEqual(80);
  });

  it('derives from the draft and the key alone', () => {
    expect(deriveResumeCode(KEY, draft)).toBe(code);
    expect(deriveResumeCode(KEY, randomUUID())).not.toBe(code);
    expect(deriveResumeCode(randomBytes(32), draft)).not.toBe(code);
  });

  it.each([
    ['lower case', (text: string) => text.toLowerCase()],
    ['no hyphens', (text: string) => text.replaceAll('-', '')],
    ['spaces', (text: string) => ` ${text.replaceAll('-', '  ')} `],
    ['no first letter', (text: string) => text.slice(2)],
    ['long dashes', (text: string) => text.replaceAll('-', '–')],
    [
      'full-width letters',
      (text: string) =>
        text.replace(/[A-Z0-9]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
    ],
  ])('is read with %s', (_name, typed) => {
    expect(parseResumeCode(typed(code))).toBe(code);
  });

  it('finds every single wrong symbol', () => {
    const symbols = code.replaceAll('-', '');
    for (let place = 1; place < symbols.length; place += 1)
      for (const wrong of ALPHABET)
        if (wrong !== symbols[place])
          expect(parseResumeCode(symbols.slice(0, place) + wrong + symbols.slice(place + 1))).toBeNull();
  });

  it('and a receipt code are never taken for each other', () => {
    for (let tries = 0; tries < 500; tries += 1) {
      const resume = deriveResumeCode(KEY, randomUUID());
      const receipt = makeReceiptCode();
      for (const typed of [receipt, `W-${receipt}`]) expect(parseResumeCode(typed)).toBeNull();
      for (const typed of [resume, resume.slice(2)]) expect(parseReceiptCode(typed)).toBeNull();
    }
  });
});
