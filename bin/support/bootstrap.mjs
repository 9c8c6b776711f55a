import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, installWhenNeeded, root } from './install.mjs';
import { watchNpm } from './npm-process.mjs';

/**
 * Installs what is missing, then runs a TypeScript file in a process of its own and ends as it ends. The react-server condition lets
 * scripts import lib's `server-only` files. The channel between the two tells the child when we are gone.
 */
export async function bootstrap(script, args = [], environment = {}) {
  checkNode();
  await installWhenNeeded();
  const flags = ['--conditions=react-server', '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  watchNpm(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
