import { connect, createServer, type Socket } from 'node:net';

export type Balancer = {
  /** Where clients send what they would send to an instance. */
  readonly address: string;
  /** How many connections each instance was handed, in the order given. */
  readonly handed: readonly number[];
  /** Cuts every connection and closes the port. */
  stop: () => Promise<void>;
};

/**
 * A plain balancer on a free port of 127.0.0.1: each new connection goes to the next instance in turn, and to the one after that when it
 * does not answer. It passes bytes on and reads none of them, so clients write x-forwarded-for themselves, as a proxy before it would.
 * `instances`: addresses such as http://127.0.0.1:3000. A connection that no instance takes is cut. `lookEveryMs`: how often each is asked
 * whether it is well, and passed over while it says no; 0: never.
 */
export async function startBalancer(
  instances: readonly string[],
  { lookEveryMs = 0 } = {},
): Promise<Balancer> {
  const targets = instances.map((instance) => new URL(instance));
  const handed = targets.map(() => 0);
  const open = new Set<Socket>();
  let turn = 0;

  const keep = (socket: Socket) => {
    open.add(socket);
    socket.setNoDelay(true);
    socket.once('close', () => open.delete(socket));
  };

  const unwell = new Set<URL>();
  const look = async (target: URL) => {
    const answer = await fetch(new URL('/api/health', target), {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(2_000),
    }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    if (answer?.ok) unwell.delete(target);
    else unwell.add(target);
  };
  const looking = lookEveryMs
    ? setInterval(() => {
        for (const target of targets) void look(target);
      }, lookEveryMs)
    : undefined;

  const hand = (client: Socket, index: number, left: number): void => {
    const target = targets[index % targets.length];
    if (!target || left === 0 || client.destroyed) return void client.destroy();
    // Where none is well, one that is not is better than nobody.
    if (unwell.has(target) && unwell.size < targets.length) return void hand(client, index + 1, left - 1);
    const instance = connect(Number(target.port), target.hostname);
    const next = () => hand(client, index + 1, left - 1);
    instance.once('error', next);
    instance.once('connect', () => {
      handed[index % targets.length] = (handed[index % targets.length] ?? 0) + 1;
      instance.off('error', next);
      keep(instance);
      join(client, instance);
    });
  };

  const server = createServer({ allowHalfOpen: true }, (client) => {
    keep(client);
    client.on('error', () => client.destroy());
    hand(client, turn++, targets.length);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', 4_096, resolve);
  });
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The balancer has no port.');
  return {
    address: `http://127.0.0.1:${at.port}`,
    handed,
    stop: () =>
      new Promise((resolve) => {
        clearInterval(looking);
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** Bytes both ways; what was said before one side hangs up still arrives at the other. */
function join(client: Socket, instance: Socket): void {
  for (const [from, to] of [
    [client, instance],
    [instance, client],
  ] as const) {
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => to.end());
  }
}
