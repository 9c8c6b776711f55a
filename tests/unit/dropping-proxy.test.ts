import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DroppingProxy, startDroppingProxy } from '../support/dropping-proxy';

const LIFE = 300;

let server: Server;
let proxy: DroppingProxy;
beforeAll(async () => {
  // `/slow` begins to answer and never ends.
  server = createServer((request, response) => {
    response.write('here');
    if (request.url !== '/slow') response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  proxy = await startDroppingProxy(`http://127.0.0.1:${typeof bound === 'object' && bound?.port}`, LIFE);
});
afterAll(async () => {
  await proxy.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('lets through what is over in time', async () => {
  expect(await (await fetch(proxy.url)).text()).toBe('here');
});

it('cuts what takes longer in the middle, and takes the next connection', async () => {
  const before = proxy.cuts();
  const answer = await fetch(`${proxy.url}/slow`);
  await expect(answer.text()).rejects.toThrow();
  expect(proxy.cuts()).toBeGreaterThan(before);
  expect(await (await fetch(proxy.url)).text()).toBe('here');
});
