import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { ManyReports } from '../../../seeds/demo/many/batch';
import { root } from '../root';
import { SCRIPT_FLAGS } from '../run-child';
import type { LoaderJob } from './loader-process';

/** Most of what making a report leaves behind is rubbish at once: with room for it, none of it is moved about. */
const FLAGS = ['--max-semi-space-size=64', ...SCRIPT_FLAGS];

/**
 * Makes and stores very many reports with as many processes as there are cores, then brings indexes and statistics up to date. Killed, it leaves
 * whole batches and no index or trigger missing, so that the next one can go on. `told`: how many there are so far.
 */
export async function loadFast(
  database: { url: string; adminUrl: string },
  wanted: ManyReports,
  told: (loaded: number) => void = () => {},
): Promise<void> {
  const step = availableParallelism();
  let loaded = 0;
  const tell = (count: number) => {
    loaded += count;
    told(loaded);
  };
  const { url, adminUrl } = database;
  await asAdmin(adminUrl, [
    "alter system set max_wal_size = '8GB'",
    "alter system set checkpoint_timeout = '30min'",
    'alter index search_documents_tokens set (fastupdate = on)',
  ]);
  const shares = Array.from({ length: step }, (_, first) =>
    share(url, { adminUrl, wanted, first, step }, tell),
  );
  await Promise.all(shares);
  await asAdmin(adminUrl, [
    "set maintenance_work_mem = '1GB'",
    'vacuum analyze',
    'alter index search_documents_tokens set (fastupdate = off)',
    'alter system reset max_wal_size',
    'alter system reset checkpoint_timeout',
  ]);
}

async function asAdmin(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of [...statements, 'select pg_reload_conf()']) await client.query(statement);
  } finally {
    await client.end();
  }
}

function share(url: string, job: LoaderJob, told: (count: number) => void): Promise<void> {
  const script = join(root, 'bin', 'support', 'bench', 'loader-process.ts');
  const child = spawn(process.execPath, [...FLAGS, script], {
    cwd: root,
    env: { ...process.env, POSTGRES_URL: url },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', told);
  child.send(job);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('A loader gave up.'))));
  });
}
