import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blameMalformedForms } from '@/bin/support/malformed-forms.mjs';

const EDGE = 'naru-edge';
const WHOLE = `--${EDGE}\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--${EDGE}--\r\n`;
const MULTIPART = `multipart/form-data; boundary=${EDGE}`;

let server: Server;

/** A server that breaks on everything, after it has read it. */
beforeAll(async () => {
  server = createServer((asked, answer) => {
    blameMalformedForms(asked, answer);
    let size = 0;
    asked.on('data', (chunk: Buffer) => {
      size += chunk.length;
    });
    asked.on('end', () => {
      answer.statusCode = 500;
      answer.end(String(size));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

function post(type: string, pieces: readonly string[]): Promise<{ status: number; read: number }> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const sent = request(
      { port, host: '127.0.0.1', method: 'POST', headers: { 'content-type': type } },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, read: Number(text) }));
      },
    );
    sent.on('error', reject);
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });
}

describe('a form that nobody could read', () => {
  it.each([
    ['an end that never comes', MULTIPART, [WHOLE.slice(0, -8)]],
    ['an end cut off in its line break', MULTIPART, [WHOLE.slice(0, -1)]],
    ['something behind its end', MULTIPART, [`${WHOLE}x`]],
    ['another boundary', MULTIPART, [WHOLE.replaceAll(EDGE, 'other')]],
    ['no boundary', 'multipart/form-data', [WHOLE]],
    ['nothing', MULTIPART, []],
    ['noise', MULTIPART, ['\u0000\u0001\u0002'.repeat(99)]],
  ])('%s is the fault of who sent it', async (_what, type, pieces) => {
    expect(await post(type, pieces)).toEqual({ status: 400, read: Buffer.byteLength(pieces.join('')) });
  });

  it('and a fault with one that is whole is ours, however it arrives', async () => {
    expect((await post(MULTIPART, [WHOLE])).status).toBe(500);
    expect((await post(MULTIPART, [...WHOLE])).status).toBe(500);
    expect((await post(`multipart/form-data; boundary="${EDGE}"`, [WHOLE])).status).toBe(500);
    expect((await post('application/x-www-form-urlencoded', ['a=b'])).status).toBe(500);
  });
});
