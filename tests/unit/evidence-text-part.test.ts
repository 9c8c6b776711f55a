import { describe, expect, it } from 'vitest';
import { readTextPart, TEXT_PART } from '@/lib/evidence/text-part';
import { RESIDENT_NUMBER_MASK } from '@/lib/resident-number';

/** A file as it comes out of the store: in pieces that end wherever they end. */
async function* pieces(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = (bytes: Buffer, part = 1, size = 7) => readTextPart(pieces(bytes, size), part);

/** ‘김나루: 살려줘’ as KakaoTalk for Windows writes it. */
const EUC_KR = Buffer.from([
  0xb1, 0xe8, 0xb3, 0xaa, 0xb7, 0xe7, 0x3a, 0x20, 0xbb, 0xec, 0xb7, 0xc1, 0xc1, 0xe0,
]);
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('a text at the desk', () => {
  it.each([
    ['UTF-8', Buffer.from('김나루: 살려줘')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF김나루: 살려줘')],
    ['UTF-16, little end first', utf16('김나루: 살려줘')],
    ['UTF-16, big end first', utf16('김나루: 살려줘').swap16()],
    ['EUC-KR', EUC_KR],
  ])('is read from %s, wherever its pieces end', async (_, bytes) => {
    for (const size of [2, 3, 5, 100])
      expect(await read(bytes, 1, size)).toEqual({ text: '김나루: 살려줘', masked: 0, isLast: true });
  });

  it('hides resident registration numbers, and says how many', async () => {
    const shown = await read(Buffer.from('이름,번호\n가나루,900101-1234567\n'));
    expect(shown).toEqual({ text: `이름,번호\n가나루,${RESIDENT_NUMBER_MASK}\n`, masked: 1, isLast: true });
  });

  it('comes in parts that end with a line and together are all of it, and has none behind the last', async () => {
    const text = Array.from({ length: 9_000 }, (_, at) => `${at} 번째 줄에 적힌 말`).join('\n');
    const parts: string[] = [];
    for (let part = 1; ; part += 1) {
      const shown = await read(Buffer.from(text), part, 65_536);
      if (!shown) throw new Error('no part');
      expect(shown.text.length).toBeLessThanOrEqual(TEXT_PART);
      parts.push(shown.text);
      if (shown.isLast) break;
      expect(shown.text.endsWith('\n')).toBe(true);
    }
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join('')).toBe(text);
    expect(await read(Buffer.from(text), parts.length + 1, 65_536)).toBeNull();
  });

  it('cuts what has no lines after a comma, so that no number is halved', async () => {
    const text = Array.from({ length: 4_000 }, () => '"900101-1234567"').join(',');
    const [one, two] = [await read(Buffer.from(text), 1, 65_536), await read(Buffer.from(text), 2, 65_536)];
    expect(Number(one?.masked) + Number(two?.masked)).toBe(4_000);
    expect(`${one?.text}${two?.text}`).not.toMatch(/\d/);
  });

  it.each([
    ['no line or comma', '900101-1234567'],
    ['lines that end as they once did on a Mac', '900101-1234567\r'],
    ['a number on two lines', '900101\n1234567 '],
    ['a number on two lines of Windows', '900101\r\n1234567 '],
    ['a number on two sides of a space', '900101 1234567\r'],
    ['a number first in what has one line', '900101\n1234567'],
    ['digits of two characters each', `${'𝟗𝟎𝟎𝟏𝟎𝟏'}-${'𝟏𝟐𝟑𝟒𝟓𝟔𝟕'} `],
  ])('halves no number wherever it stands: %s', async (_, number) => {
    const width = number.length;
    for (let before = TEXT_PART - width - 1; before <= TEXT_PART + 1; before += 1)
      for (const size of [1_000, 65_536]) {
        const bytes = Buffer.from(`${'가'.repeat(before)} ${number}${'나'.repeat(width)}`);
        const parts = [await read(bytes, 1, size), await read(bytes, 2, size)];
        expect(parts.reduce((sum, shown) => sum + (shown?.masked ?? 0), 0)).toBe(1);
        expect(parts[0]?.text.length).toBeLessThanOrEqual(TEXT_PART);
      }
    const first = Buffer.from(`${number}${'나'.repeat(2 * TEXT_PART)}`);
    expect((await read(first))?.masked).toBe(1);
  });
});
