import { randomBytes, randomInt } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Fields } from '../access/visitor';

/** A body as no browser would send it, and what it says it is. */
export type Hostile = { what: string; body: Buffer; headers: Record<string, string> };

const pick = <Item>(items: readonly Item[]): Item => items[randomInt(items.length)] as Item;

/** Texts that have broken something somewhere. */
const TEXTS: (() => string)[] = [
  () => '\u0000',
  () => 'a\u0000b',
  () => '\ud800',
  () => '\u202eabc\u2066',
  () => '👩‍👩‍👧‍👦'.repeat(200),
  () => 'é'.normalize('NFD').repeat(500),
  () => 'x'.repeat(randomInt(1, 60_000)),
  () => '가'.repeat(randomInt(1, 20_001)),
  () => "'; drop table reports; --",
  () => '" or ""="',
  () => '<script>alert(1)</script>',
  () => '{{7*7}}<%= 7*7 %>#{7*7}',
  () => '../../../../etc/passwd',
  () => '%00%ff%c0%ae',
  () => '\r\nset-cookie: x=y',
  () => '-1',
  () => '1e309',
  () => '99999999999999999999999999',
  () => 'NaN',
  () => 'null',
  () => '[]',
  () => '{"__proto__":{"x":1}}',
  () => '٣٤٥',
  () => '2026-02-30',
  () => '000101-3000000',
  () => '\ufeff',
  () => '\n'.repeat(5_000),
  () => '00000000-0000-4000-8000-000000000000',
  () => 'NR-2222-2222',
  () => '',
];
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(5_000),
  '',
  '$ACTION_1:0',
  '$ACTION_REF_1',
  'a[b][c]',
  'name"\r\nx: y',
  '이름',
];

type Change = (fields: [string, string][]) => [string, string][];

const CHANGES: Record<string, Change> = {
  'hostile texts': (fields) =>
    fields.map(([name, value]) => [name, isOurs(name) || randomInt(3) > 0 ? value : pick(TEXTS)()]),
  'one hostile text': (fields) => {
    const at = randomInt(Math.max(1, fields.length));
    return fields.map(([name, value], index) => [name, index === at ? pick(TEXTS)() : value]);
  },
  'fields left out': (fields) => fields.filter(() => randomInt(2) === 0),
  'fields many times': (fields) => [
    ...fields,
    ...Array.from({ length: randomInt(2, 300) }, () => pick(fields) ?? ['x', 'y']),
  ],
  'strange names': (fields) => [...fields, ...NAMES.map((name): [string, string] => [name, pick(TEXTS)()])],
  'names exchanged': (fields) =>
    fields.map(([name, value], index) => [
      isOurs(name) ? name : (fields[(index + 1) % fields.length]?.[0] ?? name),
      value,
    ]),
  'another action': (fields) =>
    fields.map(([name, value]) => [
      name.startsWith('$ACTION_ID_') ? `$ACTION_ID_${randomBytes(21).toString('hex')}` : name,
      value,
    ]),
  'bound to nonsense': (fields) => [
    ...fields,
    ['$ACTION_REF_9', ''],
    ['$ACTION_9:0', pick(['{', 'null', '{"id":"x","bound":"$@1"}', '{"id":1}', '[]'])],
    ['$ACTION_9:1', '["$F1","$K9"]'],
  ],
  'ten thousand fields': (fields) => [
    ...fields,
    ...Array.from({ length: 10_000 }, (_, index): [string, string] => [`f${index}`, '1']),
  ],
};

const isOurs = (name: string) => name.startsWith('$ACTION');

const urlencoded = (fields: Fields) =>
  Buffer.from(new URLSearchParams(fields.map(([name, value]) => [name, value])).toString());

function multipart(fields: Fields, edge: string): Buffer {
  const parts = fields.map(
    ([name, value]) =>
      `--${edge}\r\ncontent-disposition: form-data; name="${name.replaceAll('"', '%22').replaceAll(/[\r\n]/g, ' ')}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.from(`${parts.join('')}--${edge}--\r\n`);
}

const EDGE = 'naru-edge';
const MULTIPART = { 'content-type': `multipart/form-data; boundary=${EDGE}` };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

type Wrapping = (fields: [string, string][]) => Omit<Hostile, 'what'>;

/** Ways to wrap the same fields, most of them wrong. */
const WRAPPINGS: Record<string, Wrapping> = {
  multipart: (fields) => ({ body: multipart(fields, EDGE), headers: MULTIPART }),
  urlencoded: (fields) => ({ body: urlencoded(fields), headers: FORM }),
  'cut off': (fields) => {
    const body = multipart(fields, EDGE);
    return { body: body.subarray(0, randomInt(body.length)), headers: MULTIPART };
  },
  'another edge': (fields) => ({ body: multipart(fields, 'other'), headers: MULTIPART }),
  'no edge': (fields) => ({
    body: multipart(fields, EDGE),
    headers: { 'content-type': 'multipart/form-data' },
  }),
  'called something else': (fields) => ({
    body: multipart(fields, EDGE),
    headers: {
      'content-type': pick([
        'application/json',
        'text/plain;charset=UTF-8',
        'application/octet-stream',
        'image/png',
        'x',
        '',
      ]),
    },
  }),
  'wrong encoding': (fields) => ({
    body: Buffer.concat([
      Buffer.from(fields.map(([name, value]) => `${name}=${value}`).join('&'), 'utf16le'),
    ]),
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' },
  }),
  'bytes that are no text': (fields) => ({
    body: Buffer.concat(
      fields
        .flatMap(([name]) => [
          Buffer.from(
            `--${EDGE}\r\ncontent-disposition: form-data; name="${name.replaceAll(/["\r\n]/g, '')}"\r\n\r\n`,
          ),
          randomBytes(randomInt(200)),
          Buffer.from('\r\n'),
        ])
        .concat(Buffer.from(`--${EDGE}--\r\n`)),
    ),
    headers: MULTIPART,
  }),
  'percent signs': (fields) => ({
    body: Buffer.from(fields.map(([name]) => `${name}=%zz%E0%A4%`).join('&')),
    headers: FORM,
  }),
  noise: () => ({ body: randomBytes(randomInt(4_000)), headers: pick([MULTIPART, FORM]) }),
  nothing: () => ({ body: Buffer.alloc(0), headers: pick([MULTIPART, FORM, {}]) }),
  'files where texts belong': (fields) => ({
    body: Buffer.from(
      `${fields.map(([name]) => `--${EDGE}\r\ncontent-disposition: form-data; name="${name.replaceAll(/["\r\n]/g, '')}"; filename="../x.svg"\r\ncontent-type: image/svg+xml\r\n\r\n<svg onload="x"/>\r\n`).join('')}--${EDGE}--\r\n`,
    ),
    headers: MULTIPART,
  }),
  zipped: (fields) => ({
    body: gzipSync(multipart(fields, EDGE)),
    headers: { ...MULTIPART, 'content-encoding': 'gzip' },
  }),
  'for a script': () => ({
    body: Buffer.from(
      pick([
        '[]',
        '["$F1"]',
        '["$K1"]',
        '[{"__proto__":1}]',
        '{',
        '["$@1"]',
        '"$Q1"',
        `[${'['.repeat(3_000)}`,
        '["$1:constructor:constructor"]',
      ]),
    ),
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'next-action': randomBytes(21).toString('hex') },
  }),
};

const LARGE: Hostile[] = [
  { what: 'four megabytes', body: Buffer.alloc(4_000_000, 'x'), headers: FORM },
  {
    what: 'a field of three megabytes',
    body: Buffer.from(`narrative=${'y'.repeat(3_000_000)}`),
    headers: FORM,
  },
];

/** A hostile body made of a form's fields: now and then a huge one, otherwise changed, wrapped, or both. */
export function hostileBody(fields: Fields): Hostile {
  if (randomInt(400) === 0) return pick(LARGE);
  const [change, changed] = pick(Object.entries(CHANGES));
  const copy = fields.map(([name, value]): [string, string] => [name, value]);
  const usual = randomInt(2) === 0;
  const [wrapping, wrap] = usual
    ? (['multipart', WRAPPINGS.multipart] as const)
    : pick(Object.entries(WRAPPINGS));
  const sent = changed(copy);
  const what = `${change}, ${wrapping}${firstDifference(fields, sent)}`;
  return { what, ...(wrap as Wrapping)(sent) };
}

/** The first field that is another than it was, so that whoever reads of a fault can send it again. */
function firstDifference(before: Fields, after: Fields): string {
  const found = after.find(([name, value], at) => before[at]?.[0] !== name || before[at]?.[1] !== value);
  return found ? ` (${found.map((part) => JSON.stringify(part).slice(0, 60)).join(' = ')})` : '';
}
