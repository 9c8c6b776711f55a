import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Clamd = { url: string; stop: () => Promise<void> };

/** A ClamAV daemon of the test's own on loopback, that knows exactly the given files as hostile. */
export async function startClamd(hostile: Record<string, Buffer>, longest = '30M'): Promise<Clamd> {
  const program = await findClamd();
  const home = await mkdtemp(join(tmpdir(), 'naru-clamd-'));
  const database = join(home, 'database');
  await mkdir(database);
  const signatures = Object.entries(hostile).map(
    ([name, bytes]) => `${createHash('md5').update(bytes).digest('hex')}:${bytes.length}:${name}`,
  );
  await writeFile(join(database, 'test.hdb'), `${signatures.join('\n')}\n`);
  // As root it steps down to another account, which has to be able to read this.
  for (const path of [home, database, join(database, 'test.hdb')]) await chmod(path, 0o755);
  const port = await freePort();
  const settings = [
    `DatabaseDirectory ${database}`,
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    'Foreground yes',
    `StreamMaxLength ${longest}`,
    `TemporaryDirectory ${tmpdir()}`,
  ];
  await writeFile(join(home, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child = spawn(program, ['-c', join(home, 'clamd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString('utf8');
    });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries === 300 || child.exitCode !== null) throw new Error(`clamd did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url: `tcp://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** On the PATH, where Debian keeps it, or brought from there when that is possible. */
async function findClamd(): Promise<string> {
  const known = await lookForClamd();
  if (known) return known;
  if (process.getuid?.() === 0 && (await readFile('/etc/debian_version').catch(() => null))) {
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 };
    await run('apt-get', ['update', '-qq'], options).catch(() => undefined);
    await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'clamav-daemon'], options).catch(
      () => undefined,
    );
  }
  const installed = await lookForClamd();
  if (installed) return installed;
  throw new Error(
    'There is no clamd here to scan files with. Install it (Debian, Ubuntu: apt-get install clamav-daemon; macOS: brew install clamav), or set NARU_TEST_WITHOUT_CLAMD=1 to leave these tests out knowingly.',
  );
}

async function lookForClamd(): Promise<string | null> {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/opt/homebrew/sbin',
  ];
  for (const folder of folders) {
    const path = join(folder, 'clamd');
    if (
      folder &&
      (await access(path).then(
        () => true,
        () => false,
      ))
    )
      return path;
  }
  return null;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof bound === 'object' && bound ? bound.port : 0;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write('zPING\0'));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', (part) => {
      resolve(part.toString().startsWith('PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
