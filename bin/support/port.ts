import { createServer } from 'node:net';

function tryPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => {
      const address = probe.address();
      const got = typeof address === 'object' && address ? address.port : port;
      probe.close(() => resolve(got));
    });
  });
}

/**
 * Makes sure before the long work that the port can be had, and turns 0 into a free one. Throws with a sentence when it is taken.
 */
export async function settlePort(host: string, port: number): Promise<number> {
  try {
    return await tryPort(host === 'localhost' ? '127.0.0.1' : host, port);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'EADDRINUSE') {
      throw new Error(
        `Port ${port} on ${host} is in use. End what uses it, or choose another: PORT=3001 npm start`,
      );
    }
    if (code === 'EACCES')
      throw new Error(`This account may not use port ${port}. Choose one above 1023: PORT=3000 npm start`);
    throw new Error(`Cannot listen on ${host}:${port} (${code ?? 'unknown error'}). Check HOST and PORT.`);
  }
}
