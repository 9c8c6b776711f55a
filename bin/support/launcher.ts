import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root';
import { follow, SCRIPT_FLAGS } from './run-child';

export type Launcher = { url: string; invitation?: string; database: string; stop: () => Promise<void> };

/** Starts bin/launch.ts as `npm start` does and resolves when it serves. Throws when it ends before that; it has said why itself. */
export function startLauncher(env: NodeJS.ProcessEnv): Promise<Launcher> {
  const args = [...SCRIPT_FLAGS, join(root, 'bin', 'launch.ts'), 'production'];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  follow(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve, reject) => {
    child.once('message', (ready: Omit<Launcher, 'stop'>) => resolve({ ...ready, stop }));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('npm start did not get as far as serving.')));
  });
}
