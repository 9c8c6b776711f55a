import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { type Balancer, startBalancer } from '../../bin/support/balancer';
import { settlePort } from '../../bin/support/port';

const running: Server[] = [];
let balancer: Balancer | undefined;
afterEach(async () => {
  await balancer?.stop();
  for (const server of running.splice(0)) await end(server);
});

/** An instance that answers with its name, or breaks off in the middle when asked to. */
async function instance(name: string): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/break') return void response.write('half', () => response.destroy());
      response.end(`${name} ${Buffer.concat(chunks).length}`);
    });
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return { address: `http://127.0.0.1:${typeof bound === 'object' && bound?.port}`, server };
}

function end(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** One request over a connection of its own. */
async function ask(body = ''): Promise<string> {
  const answer = await fetch(balancer?.address ?? '', {
    method: 'POST',
    body,
    headers: { connection: 'close' },
  });
  return answer.text();
}

it('hands connections to the instances in turn, with all they carry', async () => {
  const [one, other] = [await instance('one'), await instance('other')];
  balancer = await startBalancer([one.address, other.address]);
  const large = 'x'.repeat(3_000_000);
  const answers = [await ask(), await ask(large), await ask(), await ask(large)];
  expect(answers).toEqual(['one 0', 'other 3000000', 'one 0', 'other 3000000']);
  expect(balancer.handed).toEqual([2, 2]);
});

it('passes over an instance that is not there, and finds it again when it is back', async () => {
  const [one, other] = [await instance('one'), await instance('other')];
  balancer = await startBalancer([one.address, other.address]);
  await end(one.server);
  expect([await ask(), await ask()]).toEqual(['other 0', 'other 0']);
  await new Promise<void>((resolve) =>
    one.server.listen(Number(new URL(one.address).port), '127.0.0.1', resolve),
  );
  expect([await ask(), await ask()].toSorted()).toEqual(['one 0', 'other 0']);
});

it('breaks off what an instance breaks off, and what no instance takes', async () => {
  const one = await instance('one');
  balancer = await startBalancer([one.address]);
  await expect(
    (async () => (await fetch(`${balancer?.address}/break`, { method: 'POST', body: 'x' })).text())(),
  ).rejects.toThrow();
  const nobody = `http://127.0.0.1:${await settlePort('127.0.0.1', 0)}`;
  const lonely = await startBalancer([nobody, nobody]);
  await expect(fetch(lonely.address)).rejects.toThrow();
  await lonely.stop();
});
