import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blameMalformedForms } from '@/bin/support/malformed-forms.mjs';
import { settleForm } from '@/bin/support/settle-form.mjs';

const PLAIN = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=x';
const MOST_BYTES = 3_500_000;
const EDGES = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n';

type Seen = { type: string; length: string | null; bytes: number; fields: [string, unknown][] | null };

let server: Server;
const ended: (string | null)[] = [];

/** A server that settles a form as bin/serve.mjs does, then says what came to where Next stands. */
beforeAll(async () => {
  server = createServer((asked, answer) => {
    const pass = async (handOn?: () => void) => {
      blameMalformedForms(asked, answer);
      handOn?.();
      const body = await buffer(asked);
      const type = asked.headers['content-type'] ?? '';
      const form = await new Response(body, { headers: { 'content-type': type } })
        .formData()
        .catch(() => null);
      const length = asked.headers['content-length'] ?? null;
      answer.end(JSON.stringify({ type, length, bytes: body.length, fields: form && [...form] }));
    };
    const settled = settleForm(asked);
    if (settled)
      settled.then((handOn) => {
        ended.push(handOn && 'whole');
        if (handOn) void pass(handOn);
      });
    else void pass();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

const port = () => (server.address() as AddressInfo).port;

function post(type: string, pieces: readonly (string | Buffer)[], headers = {}, path = '/ko/report') {
  return new Promise<Seen>((resolve, reject) => {
    const options = { port: port(), host: '127.0.0.1', path, method: 'POST' };
    const sent = request({ ...options, headers: { 'content-type': type, ...headers } }, (answer) =>
      buffer(answer).then((body) => resolve(JSON.parse(String(body))), reject),
    );
    sent.on('error', reject);
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });
}
const measured = (body: string | Buffer) => ({ 'content-length': String(Buffer.byteLength(body)) });

describe('a form written as pairs', () => {
  it.each([true, false])('becomes one in parts, whole and measured (told its length: %s)', async (told) => {
    const body = 'reporter_kind=FAMILY&narrative=%EA%B0%80%0A%22%26+b&a=1&a=2&%0D%0Ax%22=%00';
    const seen = await post(`${PLAIN};charset=UTF-8`, told ? [body] : [...body], told ? measured(body) : {});
    expect(seen.type).toMatch(/^multipart\/form-data; boundary=/);
    expect(Number(seen.length)).toBe(seen.bytes);
    expect(seen.fields).toEqual([
      ['reporter_kind', 'FAMILY'],
      ['narrative', '가\r\n"& b'],
      ['a', '1'],
      ['a', '2'],
      ['\r\nx"', '\0'],
    ]);
  });

  it('survives being hostile', async () => {
    expect((await post(PLAIN, ['a=%zz%FF%'])).fields).toEqual([['a', '%zz\ufffd%']]);
    expect((await post(PLAIN, [])).fields).toEqual([]);
    expect((await post(PLAIN, [Buffer.from([0xff, 0xfe, 0x3d, 0xff])])).fields).toEqual([
      ['\ufffd\ufffd', '\ufffd'],
    ]);
  });

  it.each([
    ['of more fields than any page has', 'a&'.repeat(2_001)],
    ['that is too large', `a=${'x'.repeat(MOST_BYTES)}`],
  ])('%s stays as it is', async (_which, body) => {
    expect(await post(PLAIN, [body], measured(body))).toMatchObject({ type: PLAIN, ...measuredSeen(body) });
  });

  it('stays as it is where both shapes are read', async () => {
    const headers = measured('a=b');
    expect((await post(PLAIN, ['a=b'], headers, '/ko/sos')).type).toBe(PLAIN);
    expect((await post(PLAIN, ['a=b'], headers, '/api/evidence/plain')).type).toBe(PLAIN);
    expect((await post(PLAIN, ['a=b'], { ...headers, 'next-action': 'x' })).type).toBe(PLAIN);
  });
});

const measuredSeen = (body: string) => ({ length: String(body.length), bytes: body.length });

describe('a form that says no length', () => {
  it('is measured', async () => {
    expect(await post(MULTIPART, [...EDGES])).toMatchObject({
      length: String(EDGES.length),
      fields: [['a', 'b']],
    });
    expect(await post(PLAIN, ['a=', 'b'], {}, '/ko/sos')).toMatchObject({
      type: PLAIN,
      length: '3',
      bytes: 3,
    });
  });

  it('is not, once it is too large', async () => {
    const piece = Buffer.alloc(500_000, 'x');
    expect(await post(MULTIPART, Array(9).fill(piece))).toMatchObject({ length: null, bytes: 0 });
  });

  it('is nobody’s when the client goes away in the middle', async () => {
    const before = ended.length;
    const socket = connect(port(), '127.0.0.1', () => {
      socket.write(
        `POST /ko/report HTTP/1.1\r\nhost: x\r\ncontent-type: ${PLAIN}\r\ncontent-length: 99\r\n\r\na=b`,
      );
      setTimeout(() => socket.destroy(), 50);
    });
    await expect.poll(() => ended.slice(before)).toEqual([null]);
  });
});
