import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hangUp } from '@/bin/support/hang-up.mjs';

let server: Server;
beforeAll(async () => {
  server = createServer(
    { headersTimeout: 200, requestTimeout: 500, connectionsCheckingInterval: 50 },
    (asked, answer) => {
      answer.write('begun');
      asked.resume().once('end', () => answer.end());
    },
  );
  server.on('clientError', hangUp);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What a client hears that never ends its own half of the connection. */
function heard(words: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.once('end', () => resolve(text)).once('error', reject);
    if (words) socket.write(words);
  });
}

it.each([
  ['half a head', 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ', /^HTTP\/1\.1 400 /],
  ['nothing', '', /^HTTP\/1\.1 400 /],
  ['what is not HTTP', 'good morning\r\n\r\n', /^HTTP\/1\.1 400 /],
  [
    'half a body, whose answer has begun',
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nabc',
    /^HTTP\/1\.1 200 OK(?![\s\S]*HTTP\/1\.1)/,
  ],
])('a connection with %s is told so and is gone, though its other end stays', async (_case, words, told) => {
  expect(await heard(words)).toMatch(told);
  let open = 1;
  for (let look = 0; open > 0 && look < 100; look += 1) {
    await sleep(20);
    open = await new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)));
  }
  expect(open).toBe(0);
});
