import { describe, expect, it } from 'vitest';
import { isPlainForm, readPlainForm } from '@/lib/plain-form.mjs';

const TYPE = 'application/x-www-form-urlencoded';
const read = (body: string | Buffer, type = TYPE) => [...(readPlainForm(Buffer.from(body), type) ?? [])];
/** 도와 as CP949. */
const [DO, WA] = [Buffer.from([0xb5, 0xb5]), Buffer.from([0xbf, 0xcd])];

describe('a form as most clients write it', () => {
  it('is told by its type', () => {
    expect([TYPE, `${TYPE}; charset=UTF-8`, TYPE.toUpperCase()].every(isPlainForm)).toBe(true);
    expect(['multipart/form-data; boundary=x', '', null, undefined].some(isPlainForm)).toBe(false);
  });

  it.each([
    [
      'a=b&c=d+e&a=%EA%B0%80',
      [
        ['a', 'b'],
        ['c', 'd e'],
        ['a', '가'],
      ],
    ],
    [
      'a=가&나',
      [
        ['a', '가'],
        ['나', ''],
      ],
    ],
    [
      'a=%zz%&b=%FF%',
      [
        ['a', '%zz%'],
        ['b', '\ufffd%'],
      ],
    ],
    [
      'a=%00&&=x',
      [
        ['a', '\0'],
        ['', 'x'],
      ],
    ],
    ['a=%EF%BF%BD', [['a', '\ufffd']]],
    ['', []],
  ])('%s', (body, fields) => {
    expect(read(body)).toEqual(fields);
  });

  it('is Korean as Windows writes it where it can be nothing else', () => {
    expect(read('a=%B5%B5%BF%CD&b=1')).toEqual([
      ['a', '도와'],
      ['b', '1'],
    ]);
    expect(read(Buffer.concat([Buffer.from('a='), DO, WA]))).toEqual([['a', '도와']]);
  });

  it('is what it is said to be, and UTF-8 where that is wrong or nothing', () => {
    expect(read('a=%E9', `${TYPE}; charset="iso-8859-1"`)).toEqual([['a', 'é']]);
    expect(read('a=%EA%B0%80', `${TYPE};charset=none-such`)).toEqual([['a', '가']]);
  });

  it('keeps what is no text recognisable as that', () => {
    expect(read('a=%FF%FE&b=x')).toEqual([
      ['a', '\ufffd\ufffd'],
      ['b', 'x'],
    ]);
  });

  it.each([
    ['2,000 fields', `${'a&'.repeat(1_999)}a`, 2_000],
    ['2,001 fields', `${'a&'.repeat(2_000)}a`, undefined],
  ])('of %s', (_which, body, fields) => {
    expect(readPlainForm(Buffer.from(body), TYPE)?.size).toBe(fields);
  });

  it.each([
    ['millions of fields', `${'a&'.repeat(1_750_000)}%FF`],
    ['a field of nothing but broken text', `a=${'%FF'.repeat(1_160_000)}`],
  ])('is done with %s within a second', (_which, body) => {
    const begun = performance.now();
    readPlainForm(Buffer.from(body), `${TYPE}; charset=utf-8`);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
