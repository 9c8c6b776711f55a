import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Weather } from './browser';
import { type Figure, none, type Stage } from './figure';
import { report } from './reporter';

const CONNECTIONS = 500;
const REPORTS = 10;
/** What bin/serve.mjs waits for the end of a head, how often it looks, and some air. */
const CLOSED_WITHIN_MS = 20_000 + 5_000 + 5_000;

/** A head that never ends, as slow-loris sends it; the other half sends nothing at all. */
const HALF_A_HEAD = 'GET /ko HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: ';

/** Connections that are opened and never asked anything keep nobody out, and do not stay. */
export async function proveSlowClients({ app, long }: Stage): Promise<Figure[]> {
  const { hostname, port } = new URL(app.address);
  const sockets: Socket[] = [];
  let open = 0;
  for (let index = 0; index < CONNECTIONS; index += 1) {
    // Who attacks does not hang up because the server does.
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    socket.on('error', () => undefined);
    socket.once('close', () => {
      open -= 1;
    });
    socket.resume();
    await new Promise<void>((resolve) => socket.once('connect', resolve).once('error', () => resolve()));
    open += 1;
    if (index % 2 === 0) socket.write(HALF_A_HEAD);
    sockets.push(socket);
  }
  const opened = Date.now();
  const dripping = setInterval(() => {
    for (const [index, socket] of sockets.entries())
      if (index % 2 === 0 && socket.writable) socket.write('x');
  }, 1_000);
  const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  const strange: string[] = [];
  const [before, began] = [open, Date.now()];
  for (let filed = 0; filed < REPORTS; filed += 1)
    await report(app.address, weather).catch((error: unknown) => strange.push(String(error)));
  const each = (Date.now() - began) / REPORTS;
  const held = open;
  if (long) await sleep(CLOSED_WITHIN_MS - (Date.now() - opened));
  const closedAfter = Date.now() - opened;
  // Who never says anything does not hear that the other end is gone: the first word is refused, and the second says so.
  for (let looks = 0; long && open > 0 && looks < 20; looks += 1) {
    for (const socket of sockets) if (socket.writable) socket.write('x');
    await sleep(100);
  }
  const left = open;
  clearInterval(dripping);
  for (const socket of sockets) socket.destroy();
  return [
    {
      what: 'connections held half open while people reported',
      value: `${before} to ${held}`,
      bar: String(CONNECTIONS),
      held: before === CONNECTIONS && held > 0,
    },
    none(`of ${REPORTS} reporters kept out (${each.toFixed(0)} ms a report)`, [
      ...strange,
      ...Array(weather.broken + weather.unavailable).fill('a request'),
    ]),
    ...(long
      ? [
          {
            what: `of them left after ${(closedAfter / 1000).toFixed(0)} s`,
            value: String(left),
            bar: '0',
            held: left === 0,
          },
        ]
      : []),
  ];
}
