import { type ChildProcess, spawn } from 'node:child_process';
import { root } from './root';

/** Flags under which Node runs our TypeScript and lets it import `server-only` files. */
export const SCRIPT_FLAGS = [
  ...['--conditions=react-server', '--import', 'tsx'],
  ...['--import', new URL('./tell-error.mjs', import.meta.url).href],
];

const running = new Set<ChildProcess>();

/** Passes a signal on to every child that still runs. */
export function signalChildren(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
}

/** Lets `signalChildren` reach a child until it ends. */
export function follow(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

/** Runs Node on a script to its end and resolves with the exit code. */
export function runNode(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    follow(child);
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
