import { connect, createServer, type Socket } from 'node:net';

export type DroppingProxy = {
  /** Where it listens, in the place of the address behind it. */
  url: string;
  /** How many connections it has cut so far. */
  cuts: () => number;
  close: () => Promise<void>;
};

/**
 * A bad line: everything goes through to the server at `target`, but no connection lives longer than `lifeMs`; then both ends of it are
 * gone in the middle of whatever they were saying.
 */
export async function startDroppingProxy(target: string, lifeMs = 3_000): Promise<DroppingProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let cuts = 0;
  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port), noDelay: true });
    const life = setTimeout(() => {
      cuts += 1;
      near.destroy();
      far.destroy();
    }, lifeMs);
    join(near, far);
    join(far, near);

    function join(from: Socket, to: Socket): void {
      open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        clearTimeout(life);
        // What was said before hanging up still arrives.
        to.end();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    url: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    cuts: () => cuts,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
