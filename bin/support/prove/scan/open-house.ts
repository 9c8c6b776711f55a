import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Front } from './many-addresses';

/**
 * A server with a hole for each scanner, to see that they find what is there: a number that goes into a statement as it came, a word that goes into
 * a page as it came, and no header that protects anything.
 */
export async function openHouse(): Promise<Front> {
  const pool = new pg.Pool({ connectionString: process.env.POSTGRES_URL, max: 4 });
  pool.on('error', () => undefined);
  const server = createServer((asked, answer) => {
    const [path, asks] = (asked.url ?? '/').split('?');
    const given = new URLSearchParams(asks);
    const page = (html: string, status = 200) =>
      answer.writeHead(status, { 'content-type': 'text/html' }).end(`<html><body>${html}</body></html>`);
    if (path === '/item')
      return void pool
        .query(`select ${given.get('id') || '0'} as found`)
        .then(({ rows }) => page(`<p>${rows[0]?.found}</p>`))
        .catch((error: Error) => page(`<p>PostgreSQL query failed: ERROR: ${error.message}</p>`, 500));
    if (path === '/say') return void page(`<p>${given.get('word') ?? ''}</p>`);
    if (path !== '/') return void page('Not found', 404);
    page('<a href="/item?id=1">item</a> <a href="/say?word=x">say</a>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}
