import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root';

export type Serving = { stop: () => Promise<void> };

/**
 * Starts bin/serve.mjs in a process of its own and resolves when it takes requests. `onEnd` is called when it ends without being asked to.
 * Throws when it ends before it serves; it has said why itself.
 */
export function serve(onEnd: () => void, env: NodeJS.ProcessEnv = process.env): Promise<Serving> {
  const child = spawn(process.execPath, [join(root, 'bin', 'serve.mjs')], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let asked = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    asked = true;
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve, reject) => {
    child.once('message', () => {
      void ended.then(() => asked || onEnd());
      resolve({ stop });
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('The server could not be started.')));
  });
}
