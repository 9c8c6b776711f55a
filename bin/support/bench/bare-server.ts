import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { getDb } from '@/db/client';
import { submitSos } from '@/lib/reports/sos/commands';
import { makeNonce } from '@/lib/reports/sos/nonce';

/**
 * The limits that sos is held against, each in a process of its own: `insert` is a bare node:http and pg server that stores a row of the
 * size of a sos report and reads it back; `command` runs the very command that a sos report runs, without Next in front of it.
 */
const [way, port, size] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: process.env.POSTGRES_URL, max: 10 });

async function insert(): Promise<string> {
  const id = randomUUID();
  await pool.query('insert into bench_rows (id, sealed) values ($1, $2)', [id, randomBytes(Number(size))]);
  return id;
}

async function readBack(id: string): Promise<string> {
  const { rows } = await pool.query('select id, sealed from bench_rows where id = $1', [id]);
  if (rows.length !== 1) throw new Error('a row vanished');
  return id;
}

async function command(nonce: string, narrative: string): Promise<string> {
  const { receipt } = await submitSos(getDb(), {
    nonce,
    narrative,
    reach: '',
    thirdParty: false,
    locale: 'ko',
  });
  return receipt.code;
}

/** A GET and a POST, as a sos report is: what is read back after it was stored, or the form's nonce before it is sent. */
function answer(method: string, path: string, body: string): Promise<string> {
  const id = path.slice(1);
  if (way === 'insert') return method === 'POST' ? insert() : readBack(id);
  return method === 'POST' ? command(id, body) : makeNonce(getDb());
}

if (way === 'insert')
  await pool.query('create table if not exists bench_rows (id uuid primary key, sealed bytea not null)');

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('end', () => {
    const body = Buffer.concat(chunks).toString('utf8');
    answer(request.method ?? '', request.url ?? '', body).then(
      (text) => response.end(text),
      () => response.writeHead(500).end(),
    );
  });
}).listen(Number(port), '127.0.0.1', () => process.send?.('serving'));

process.on('disconnect', () => process.exit(0));
