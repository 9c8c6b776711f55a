import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseKeyring, unwrap, wrap } from '@/lib/vault/keyring';
import { open, seal } from '@/lib/vault/seal';

const key = () => ({ id: randomUUID(), bytes: randomBytes(32) });
const place = { table: 'notes', row: randomUUID(), column: 'sealed' };
const keys = (...ids: string[]) =>
  ids.map((id, index) => `${id}:${Buffer.alloc(32, index + id.length).toString('base64')}`).join(',');

describe('a sealed value', () => {
  it.each([
    [{ text: '여기 갇혀 있어요' }],
    ['\u0000 \u2028 😀'],
    [[]],
    [null],
    [{ nested: [{ deep: [1, 2, 3] }], empty: '' }],
    ['가'.repeat(100_000)],
  ])('opens as what it was: %#', (value) => {
    const one = key();
    expect(open(one, place, seal(one, place, value))).toEqual(value);
  });

  it.each([
    ['row', { ...place, row: randomUUID() }],
    ['column', { ...place, column: 'other' }],
    ['table', { ...place, table: 'messages' }],
  ])('moved to another %s does not open', (_what, elsewhere) => {
    const one = key();
    const sealed = seal(one, place, 'words');
    expect(() => open(one, elsewhere, sealed)).toThrow();
  });

  it('does not open with another key', () => {
    const sealed = seal(key(), place, 'words');
    expect(() => open(key(), place, sealed)).toThrow();
  });

  it('does not open when a single byte anywhere is changed, missing or added', () => {
    const one = key();
    const sealed = seal(one, place, 'words');
    for (const [at, byte] of sealed.entries()) {
      const changed = Buffer.from(sealed);
      changed[at] = byte ^ 1;
      expect(() => open(one, place, changed), `byte ${at}`).toThrow();
      expect(() => open(one, place, sealed.subarray(0, at)), `cut at ${at}`).toThrow();
    }
    expect(() => open(one, place, Buffer.concat([sealed, Buffer.of(0)]))).toThrow();
  });

  it('never looks the same twice', () => {
    const one = key();
    const sealed = Array.from({ length: 500 }, () => seal(one, place, 'words').toString('hex'));
    expect(new Set(sealed).size).toBe(500);
  });
});

describe('a keyring', () => {
  it('writes with its first key and reads with every one', () => {
    const bytes = randomBytes(32);
    const wrapped = wrap(parseKeyring(keys('old')), 'report/1', bytes);
    expect(wrapped.keyId).toBe('old');
    const both = parseKeyring(`newer:${Buffer.alloc(32, 9).toString('base64')},${keys('old')}`);
    expect(unwrap(both, 'report/1', wrapped)).toEqual(bytes);
    expect(wrap(both, 'report/1', bytes).keyId).toBe('newer');
  });

  it('says which key is missing, and nothing of what it holds', () => {
    const wrapped = wrap(parseKeyring(keys('old')), 'report/1', randomBytes(32));
    expect(() => unwrap(parseKeyring(keys('other')), 'report/1', wrapped)).toThrow(/no key called old/);
  });

  it('opens no data key that was moved to another owner', () => {
    const ring = parseKeyring(keys('old'));
    const wrapped = wrap(ring, 'report/1', randomBytes(32));
    expect(() => unwrap(ring, 'report/2', wrapped)).toThrow();
    expect(() => unwrap(ring, 'draft/1', wrapped)).toThrow();
  });

  it('does not take a key of the same name for the one that wrapped', () => {
    const wrapped = wrap(parseKeyring(keys('old')), 'report/1', randomBytes(32));
    const impostor = parseKeyring(`old:${Buffer.alloc(32, 200).toString('base64')}`);
    expect(() => unwrap(impostor, 'report/1', wrapped)).toThrow();
  });
});
