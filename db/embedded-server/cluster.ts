import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Account, runAs } from './account';
import type { Binaries } from './binaries';
import { isAlive } from './lock';

/** What has to be remembered between starts; kept in `<home>/postgres.json`, mode 0600. */
export type ClusterRecord = { port: number; adminPassword: string; password: string };

export const SUPERUSER = 'postgres';

/**
 * Only what differs from PostgreSQL's defaults. fsync stays on. The log keeps neither statements nor the values that
 * violated a constraint, because those are people's answers.
 */
const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
log_error_verbosity = terse
log_min_error_statement = panic
`;

export async function readRecord(home: string): Promise<ClusterRecord | undefined> {
  const file = join(home, 'postgres.json');
  if (!existsSync(file)) return undefined;
  return JSON.parse(await readFile(file, 'utf8')) as ClusterRecord;
}

export async function writeRecord(home: string, record: ClusterRecord): Promise<void> {
  const file = join(home, 'postgres.json');
  await writeFile(`${file}.new`, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** A loopback port nobody listens on at this moment. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (wanted ? resolve(freePort()) : reject(error)));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Makes the cluster if there is none. It gets its name only when it is complete, so that an interrupted try leaves nothing behind. */
export async function ensureCluster(
  home: string,
  binaries: Binaries,
  account: Account,
): Promise<ClusterRecord> {
  const cluster = join(home, 'cluster');
  const found = await readRecord(home);
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    if (!found) throw new Error(`${home} has a database but no postgres.json with its password.`);
    const major = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'));
    if (major !== binaries.major) {
      throw new Error(
        `${cluster} was made by PostgreSQL ${major}; the one in ${binaries.from} is ${binaries.major}.`,
      );
    }
    return found;
  }
  const secret = () => randomBytes(24).toString('base64url');
  const record = { port: await freePort(), adminPassword: secret(), password: secret() };
  await writeRecord(home, record);
  const unfinished = `${cluster}.new`;
  const passwordFile = join(home, 'initdb-password');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, record.adminPassword, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) await chown(path, account.uid, account.gid);
  const { code, output } = await runAs(account, binaries.initdb, [
    ...['-D', unfinished, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'],
    ...['-E', 'UTF8', '--locale=C'],
  ]);
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new Error(`initdb failed: ${output}`);
  await appendFile(join(unfinished, 'postgresql.conf'), SETTINGS);
  await rename(unfinished, cluster);
  return record;
}

/** The process id in postmaster.pid, or `undefined`. */
async function postmasterPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return pid > 0 ? pid : undefined;
}

/** True when a PostgreSQL serves this cluster, or is about to. A pid file whose process is something else is removed. */
export async function isServed(cluster: string): Promise<boolean> {
  const pid = await postmasterPid(cluster);
  if (!pid) return false;
  const name = existsSync('/proc/self/comm')
    ? await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
    : (await runAs(undefined, 'ps', ['-p', String(pid), '-o', 'comm='])).output;
  if (isAlive(pid) && (process.platform === 'win32' || /postgres/.test(name))) return true;
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  return false;
}

/** The port that the running server wrote down. */
export async function servedPort(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[3]) || undefined;
}

const LOG_LIMIT = 10_000_000;

/** Starts the server in the background and waits until it accepts connections. Resolves with the port it got. */
export async function startServer(
  home: string,
  binaries: Binaries,
  account: Account,
  wanted: number,
): Promise<number> {
  const cluster = join(home, 'cluster');
  const log = join(cluster, 'server.log');
  const size = await stat(log)
    .then((found) => found.size)
    .catch(() => 0);
  if (size > LOG_LIMIT) await rm(log, { force: true });
  let failure = '';
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const port = await freePort(attempt === 0 ? wanted : 0);
    const args = ['start', '-D', cluster, '-l', log, '-w', '-t', '300', '-s', '-o', `-p ${port}`];
    const { code, output } = await runAs(account, binaries.pgCtl, args);
    if (code === 0) return port;
    const tail = await readFile(log, 'utf8').catch(() => '');
    failure = `${output}\n${tail.split('\n').slice(-15).join('\n')}`;
    if (!/could not bind|Address already in use/.test(failure)) break;
  }
  throw new Error(`PostgreSQL did not start. ${failure.trim()}`);
}

/** Stops the server and waits until its last page is on disk; running transactions are rolled back. */
export async function stopServer(home: string, binaries: Binaries, account: Account): Promise<void> {
  const args = ['stop', '-D', join(home, 'cluster'), '-m', 'fast', '-w', '-t', '120', '-s'];
  const { code, output } = await runAs(account, binaries.pgCtl, args);
  if (code !== 0 && (await isServed(join(home, 'cluster'))))
    throw new Error(`PostgreSQL did not stop: ${output}`);
}
