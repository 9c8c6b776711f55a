import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** The operating-system account that owns the cluster; `undefined` means the one that runs this process. */
export type Account = { name: string; uid: number; gid: number } | undefined;

export type Outcome = { code: number; output: string };

/** PostgreSQL refuses to run as root, so that root lends it an account that can do nothing else. */
export function serverAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  try {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { name: `uid ${uid}`, uid, gid };
  } catch {
    // No cluster yet.
  }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    'PostgreSQL cannot run as root, and this system has neither a postgres nor a nobody account.',
  );
}

/**
 * Runs a program to its end as the account. Nothing of our environment goes along: a stray PGPORT or PGDATA would
 * change what it does, and no secret belongs there.
 */
export function runAs(account: Account, file: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: account ? '/' : undefined,
      uid: account?.uid,
      gid: account?.gid,
      env: {
        PATH: process.env.PATH,
        HOME: account ? '/' : process.env.HOME,
        SystemRoot: process.env.SystemRoot,
        TEMP: process.env.TEMP,
        LC_ALL: 'C',
      } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/** True when the account can enter the directory; asked of the system itself, since modes alone do not tell. */
export async function canEnter(account: Account, directory: string): Promise<boolean> {
  if (!account) return true;
  return (await runAs(account, '/bin/sh', ['-c', 'cd -- "$0"', directory])).code === 0;
}
