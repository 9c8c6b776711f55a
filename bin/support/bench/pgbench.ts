import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { underLoad } from './load';

const run = promisify(execFile);

/** What PostgreSQL alone does: rows of `size` bytes stored a second by so many clients, and by what that was measured. */
export type RawInserts = { perSecond: number; by: string };

/** pgbench where it is on the PATH (Debian: postgresql-contrib), else the same statement by pg, whose own work is then in the figure. */
export async function rawInserts(
  url: string,
  size: number,
  clients: number,
  seconds: number,
): Promise<RawInserts> {
  const table = 'create table if not exists bench_rows (id uuid primary key, sealed bytea not null)';
  const insert = `insert into bench_rows (id, sealed) values (gen_random_uuid(), '\\x${'5a'.repeat(size)}')`;
  const pool = new pg.Pool({ connectionString: url, max: clients });
  try {
    await pool.query(table);
    const perSecond = await byPgbench(url, `${insert};\n`, clients, seconds);
    if (perSecond) return { perSecond, by: 'pgbench' };
    const statement = { name: 'insert', text: insert };
    const load = await underLoad(clients, seconds, async () => void (await pool.query(statement)));
    return { perSecond: load.perSecond, by: 'pg, for want of pgbench' };
  } finally {
    await pool.end();
  }
}

/** Transactions a second; undefined where there is no pgbench. */
async function byPgbench(
  url: string,
  script: string,
  clients: number,
  seconds: number,
): Promise<number | undefined> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const file = join(tmpdir(), `naru-pgbench-${process.pid}.sql`);
  await writeFile(file, script);
  const args = ['-n', '-M', 'prepared', '-f', file, '-c', `${clients}`, '-j', '2', '-T', `${seconds}`];
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(password) };
  try {
    const { stdout } = await run(
      'pgbench',
      [...args, '-h', hostname, '-p', port, '-U', username, pathname.slice(1)],
      { env },
    );
    const found = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (!found) throw new Error(`pgbench said: ${stdout}`);
    return Number(found);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    await rm(file, { force: true });
  }
}
