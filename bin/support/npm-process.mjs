import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process's parent and its command line, or `undefined` when the system does not tell. */
function lookUp(pid) {
  try {
    const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
  } catch {
    const line = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
    const [, parent, command] = /^\s*(\d+)\s+(.*)$/.exec(line.trim()) ?? [];
    return parent ? { parent: Number(parent), command } : undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Calls `gone` when the npm that started us has ended. npm runs a script through a shell, and that shell passes no signal on: without this,
 * `kill` on npm would leave the server behind with its port. Does nothing when npm did not start us.
 */
export function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const shell = lookUp(parent);
  const above = shell && !shell.command.includes('npm ') ? lookUp(shell.parent) : undefined;
  const npm = above?.command.includes('npm') ? shell.parent : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isAlive(npm))) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}
