import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../root';
import { follow, SCRIPT_FLAGS } from '../../run-child';

export type Ended = { code: number | null; said: string };

/** Runs one of the commands as `npm run` does, on the database at `url`. `started` gets the process, for who wants to kill it. */
export function runCommand(
  name: 'backup' | 'restore' | 'audit-verify',
  args: readonly string[],
  url: string,
  started: (child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [...SCRIPT_FLAGS, join(root, 'bin', `${name}.ts`), ...args], {
    cwd: root,
    env: { ...process.env, POSTGRES_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  follow(child);
  started(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

/** The same, for what has to end well. */
export async function runWell(...asked: Parameters<typeof runCommand>): Promise<string> {
  const { code, said } = await runCommand(...asked);
  if (code !== 0) throw new Error(`${asked[0]} ended with ${code}: ${said.slice(-2_000)}`);
  return said;
}
