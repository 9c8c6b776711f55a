import { readFileSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT = 2_000;
/** A holder that has not touched its lock for this long is gone, whatever its process id says now. */
const ABANDONED = 60_000;
const PATIENCE = 600_000;

/** A process that has ended but that nobody has taken note of, as in containers whose first process is no init. */
function isZombie(pid: number): boolean {
  try {
    return /^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** True when a process with this id runs; one that belongs to someone else counts too. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

async function claim(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  try {
    const [text, { mtimeMs }] = [await readFile(file, 'utf8'), await stat(file)];
    // An empty file was made this instant by a holder that has not written its id yet.
    const age = Date.now() - mtimeMs;
    return age > ABANDONED || (text !== '' && !isAlive(Number(text)));
  } catch {
    return false;
  }
}

/** Removes a dead holder's lock. Only one process may do so at a time, or the second would remove the first one's new lock. */
async function clearAbandoned(file: string): Promise<void> {
  const broom = `${file}.clearing`;
  if (!(await claim(broom))) {
    const age =
      Date.now() -
      (await stat(broom)
        .then((found) => found.mtimeMs)
        .catch(() => Date.now()));
    if (age > ABANDONED) await rm(broom, { force: true });
    return;
  }
  if (await isAbandoned(file)) await rm(file, { force: true });
  await rm(broom, { force: true });
}

/** Runs `work` while no other process on this machine runs anything under the same lock file. */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  const deadline = Date.now() + PATIENCE;
  while (!(await claim(file))) {
    if (await isAbandoned(file)) await clearAbandoned(file);
    if (Date.now() > deadline) {
      throw new Error(`Another process has held ${file} for ten minutes. End it, or remove that file.`);
    }
    await sleep(100);
  }
  const heartbeat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), HEARTBEAT);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  }
}
