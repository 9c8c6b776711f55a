import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { getDb } from '@/db/client';
import type { ManyReports } from '../../../seeds/demo/many/batch';
import { root } from '../root';
import { SCRIPT_FLAGS } from '../run-child';
import type { LoaderJob } from './loader-process';

/** Most of what making a report leaves behind is rubbish at once: with room for it, none of it is moved about. */
const FLAGS = ['--max-semi-space-size=64', ...SCRIPT_FLAGS];

/** Makes and stores very many reports with as many processes as there are cores, then brings indexes and statistics up to date. */
export async function loadFast(
  adminUrl: string,
  wanted: ManyReports,
  told: (loaded: number) => void = () => {},
): Promise<void> {
  const step = availableParallelism();
  let loaded = 0;
  const tell = (count: number) => {
    loaded += count;
    told(loaded);
  };
  await Promise.all(
    Array.from({ length: step }, (_, first) => share({ adminUrl, wanted, first, step }, tell)),
  );
  await getDb().execute(sql`set statement_timeout = 0`);
  await getDb().execute(sql`vacuum analyze`);
}

function share(job: LoaderJob, told: (count: number) => void): Promise<void> {
  const script = join(root, 'bin', 'support', 'bench', 'loader-process.ts');
  const child = spawn(process.execPath, [...FLAGS, script], {
    cwd: root,
    env: process.env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', told);
  child.send(job);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('a loader gave up'))));
  });
}
