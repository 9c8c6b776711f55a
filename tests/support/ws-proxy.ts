import { createServer } from 'node:http';
import { connect } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export type WebSocketProxy = { address: string; close: () => Promise<void> };

/**
 * @vercel/postgres speaks PostgreSQL's protocol inside a WebSocket; this unpacks it, so that the driver can be tested against a real server
 * on this machine. Only loopback is let through.
 */
export async function startWebSocketProxy(): Promise<WebSocketProxy> {
  const http = createServer((_request, response) => response.writeHead(426).end());
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket, request) => {
    const address = new URL(request.url ?? '/', 'http://localhost').searchParams.get('address') ?? '';
    const [host, port] = address.split(':');
    if (host === '127.0.0.1' || host === 'localhost') tunnel(socket, Number(port));
    else socket.close(1008);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const bound = http.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    address: `127.0.0.1:${port}`,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      await new Promise((resolve) => sockets.close(resolve));
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function tunnel(socket: WebSocket, port: number): void {
  const server = connect({ host: '127.0.0.1', port, noDelay: true });
  socket.on('message', (data: Buffer) => server.write(data));
  socket.on('close', () => server.destroy());
  socket.on('error', () => server.destroy());
  server.on('data', (data) => socket.send(data));
  server.on('close', () => socket.close());
  server.on('error', () => socket.close());
}
