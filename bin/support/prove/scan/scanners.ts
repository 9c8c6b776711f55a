import { spawn } from 'node:child_process';
import { access, constants, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export const SCANNERS = ['nikto', 'wapiti', 'sqlmap'] as const;
export type Scanner = (typeof SCANNERS)[number];

/** One thing that a scanner says about a server. */
export type Finding = { scanner: Scanner; what: string; method: string; path: string };

/** Those that are on the PATH. */
export async function scannersHere(): Promise<Scanner[]> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const isHere = async (name: string) => {
    const tries = folders.map((folder) => access(join(folder, name), constants.X_OK).then(() => true));
    return (await Promise.allSettled(tries)).some(({ status }) => status === 'fulfilled');
  };
  const here = await Promise.all(SCANNERS.map(isHere));
  return SCANNERS.filter((_, at) => here[at]);
}

/** Runs one to its end in a directory of its own, and answers what it printed. One that takes longer than `mostSeconds` is stopped, and that is a fault. */
export async function runScanner(
  scanner: Scanner,
  args: readonly string[],
  directory: string,
  mostSeconds: number,
): Promise<string> {
  await mkdir(directory, { recursive: true });
  const child = spawn(scanner, args, {
    cwd: directory,
    env: { PATH: process.env.PATH, HOME: directory, LANG: 'C.UTF-8', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  let late = false;
  const patience = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, mostSeconds * 1_000);
  await new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  clearTimeout(patience);
  if (late) throw new Error(`${scanner} was not done in ${mostSeconds} s. ${output.slice(-1_000)}`);
  return output;
}
