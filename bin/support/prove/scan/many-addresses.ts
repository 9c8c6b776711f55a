import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anyAddress } from '../access/visitor';

export type Front = { address: string; stop: () => Promise<void> };

/**
 * Stands before a server as the proxy that it trusts, and says of each request that it comes from another address: what a scanner is that has many
 * machines to its name. The limits stay on, and none of them is what a scan is about. `cookie` is sent with everything, so that a scanner is
 * signed in; a body that holds one of `keep` is answered here: no scanner
 * throws itself out by pressing every button.
 */
export async function manyAddresses(
  target: string,
  cookie = '',
  keep: readonly string[] = [],
): Promise<Front> {
  const { hostname, port } = new URL(target);
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    asked.once('end', () => {
      const body = Buffer.concat(chunks);
      if (keep.some((one) => body.includes(one))) return void answer.writeHead(204).end();
      const headers = {
        ...asked.headers,
        'x-forwarded-for': anyAddress(),
        ...(cookie ? { cookie } : {}),
      };
      const passed = request(
        { hostname, port, method: asked.method, path: asked.url, headers, agent: false },
        (back) => {
          answer.writeHead(back.statusCode ?? 502, back.rawHeaders);
          back.pipe(answer);
        },
      );
      passed.once('error', () => answer.destroy());
      passed.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
