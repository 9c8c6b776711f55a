import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, serverAccount } from './account';

/** Where a cluster that could not stay in the data directory went; the file in the data directory that says so. */
const POINTER = 'postgres-is-at';
/** Others may pass through to reach the cluster, which is closed itself, but may not list what is here. */
const PASSABLE = 0o711;

/**
 * The folder that holds the cluster, its password and its port. Normally `<dataDir>/postgres`; when we are root and the
 * account that runs PostgreSQL cannot get there (a clone in /root), a folder under /var/lib/naru, remembered in `dataDir`.
 */
export async function clusterHome(dataDir: string, say: (line: string) => void): Promise<string> {
  const pointer = join(dataDir, POINTER);
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const beside = join(dataDir, 'postgres');
  const root = process.getuid?.() === 0;
  await mkdir(beside, { recursive: true, mode: root ? PASSABLE : 0o700 });
  if (await canEnter(serverAccount(join(beside, 'cluster')), beside)) return beside;
  if (existsSync(join(beside, 'cluster'))) {
    throw new Error(
      `The database in ${beside} can no longer be reached by the account that runs it; check the folders above.`,
    );
  }
  const home = await elsewhere();
  await writeFile(pointer, `${home}\n`, { mode: 0o600 });
  say(`The account that runs PostgreSQL cannot enter ${dataDir}, so the database is kept in ${home}.`);
  return home;
}

async function elsewhere(): Promise<string> {
  try {
    const home = join('/var/lib/naru', randomBytes(6).toString('hex'));
    await mkdir('/var/lib/naru', { recursive: true, mode: PASSABLE });
    await mkdir(home, { mode: PASSABLE });
    return home;
  } catch {
    const home = await mkdtemp(join(tmpdir(), 'naru-postgres-'));
    await chmod(home, PASSABLE);
    return home;
  }
}
